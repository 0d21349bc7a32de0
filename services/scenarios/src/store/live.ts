import * as Y from "yjs";
import type { Db, Tx } from "../database.ts";
import { documentFrom, type LiveText, liveTextOf } from "../live/document.ts";

/** Processes tell each other of what changed in a document: the channel, and who speaks. */
export const LIVE_CHANNEL = "trame_live";

/** What is told: a document to look at again, or a presence to pass on. */
export interface LiveNews {
  scenarioId: string;
  /** The process that knows already. */
  from?: string;
  /** Awareness of y-protocols, in base 64. */
  presence?: string;
}

export const tellProcesses = (db: Db | Tx, news: LiveNews) =>
  db.$queryRaw`select pg_notify(${LIVE_CHANNEL}, ${JSON.stringify(news)})::text as told`;

/** A document beyond this takes no more. */
const MOST_BYTES = 2 * 1024 * 1024;

export interface Appending {
  scenarioId: string;
  personId: string;
  update: Uint8Array;
  from: string;
}

/**
 * Keeps what was written, before anybody else sees it; false when the scenario is no draft any more. Rows of one
 * document become visible in the order of their numbers, since its row is locked before a number is drawn.
 */
export async function appendUpdate(db: Db, { scenarioId, personId, update, from }: Appending): Promise<boolean> {
  const news: LiveNews = { scenarioId, from };
  const told = await db.$queryRaw<unknown[]>`
    with place as materialized (
      select id from scenario where id = ${scenarioId} and state = 'DRAFT' for share
    ), document as materialized (
      select "scenarioId" from live_document
       where "scenarioId" = (select id from place) and octet_length(state) < ${MOST_BYTES}::integer for update
    ), written as (
      insert into live_update ("scenarioId", update, "personId")
      select "scenarioId", ${update}::bytea, ${personId} from document returning seq
    )
    select pg_notify(${LIVE_CHANNEL}, ${JSON.stringify(news)})::text from written`;
  return told.length > 0;
}

/** The document of a scenario, begun from its text when nobody wrote it live before. */
export async function beginDocument(db: Db, scenarioId: string, text: LiveText): Promise<void> {
  const data = { scenarioId, state: freshState(text), settledSeq: 0n };
  await db.liveDocument.createMany({ data: [data], skipDuplicates: true });
}

const freshState = (text: LiveText) => {
  const document = new Y.Doc();
  document.transact(() => {
    for (const [field, words] of Object.entries(liveTextOf(text))) document.getText(field).insert(0, words);
  });
  return stateOf(document);
};

/** Prisma wants bytes of an ArrayBuffer of their own. */
export const stateOf = (document: Y.Doc): Uint8Array<ArrayBuffer> => new Uint8Array(Y.encodeStateAsUpdate(document));

export interface News {
  /** What the process does not know yet: states and updates, in any order. */
  updates: Uint8Array[];
  seq: bigint;
}

/** What a document has become since an update that is known; below zero, all of it. */
export async function documentSince(db: Db, scenarioId: string, seq: bigint): Promise<News> {
  // In this order: what is settled between the two is in the document that is read after.
  const updates = await db.liveUpdate.findMany({ where: { scenarioId, seq: { gt: seq } }, orderBy: { seq: "asc" } });
  const document = await db.liveDocument.findUnique({ where: { scenarioId } });
  if (!document) throw new Error(`no live document of ${scenarioId}`);
  const settled = document.settledSeq > seq ? [document.state] : [];
  return {
    updates: [...settled, ...updates.map(({ update }) => update)],
    seq: [document.settledSeq, ...updates.map((one) => one.seq)].reduce(later, seq),
  };
}

const later = (one: bigint, other: bigint) => (one > other ? one : other);

/** Locks the document until the transaction ends: the scenario's row is locked before it, always. */
export async function lockDocument(tx: Tx, scenarioId: string) {
  await tx.$queryRaw`select 1 as one from live_document where "scenarioId" = ${scenarioId} for update`;
  const row = await tx.liveDocument.findUnique({ where: { scenarioId } });
  if (!row) return null;
  const pending = await tx.liveUpdate.findMany({ where: { scenarioId }, orderBy: { seq: "asc" } });
  return { settled: documentFrom(row.state), pending };
}

/** Every process that has it open looks at it again, since its number is the latest. */
export async function saveDocument(tx: Tx, scenarioId: string, document: Y.Doc): Promise<void> {
  const state = stateOf(document);
  await tx.$executeRaw`
    update live_document set state = ${state}::bytea,
           "settledSeq" = nextval(pg_get_serial_sequence('live_update', 'seq'))
     where "scenarioId" = ${scenarioId}`;
  await tellProcesses(tx, { scenarioId });
}

/** Scenarios with something written half a minute ago that their texts do not hold. */
export async function unsettled(db: Db): Promise<string[]> {
  const rows = await db.$queryRaw<{ scenarioId: string }[]>`
    select distinct written."scenarioId" from live_update written
      join scenario on scenario.id = written."scenarioId" and scenario.state = 'DRAFT'
     where written.at < now() - interval '30 seconds'`;
  return rows.map(({ scenarioId }) => scenarioId);
}
