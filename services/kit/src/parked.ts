import type { Actor } from "./actor.ts";
import { audit } from "./audit.ts";
import { type Attributes, fromHeaders, type LogMessage } from "./envelope.ts";
import { faultText } from "./fault.ts";
import { type Database, PATIENT, type Sql } from "./sql.ts";

/** The unit that is parked: one key of one topic, for one consumer. */
export interface ParkedKey {
  consumer: string;
  topic: string;
  key: string;
}

/** A message that waits. The first of its key has the error; the others wait behind it. */
export interface ParkedMessage extends ParkedKey, LogMessage {
  eventId: string;
  type: string;
  /** When the event happened. */
  at: Date;
  error?: string;
  tries: number;
  parkedAt: Date;
}

interface Failure {
  error: unknown;
  tries: number;
}

const OF_KEY = "consumer = $1::text and topic = $2::text and key = $3::text";
const values = ({ consumer, topic, key }: ParkedKey) => [consumer, topic, key] as const;

/** All that waits, key by key, in order. */
export async function listParked(db: Sql, of: Partial<ParkedKey> = {}): Promise<ParkedMessage[]> {
  const rows = await db.$queryRawUnsafe<{ row: ParkedRow }[]>(
    `select ${AS_JSON} as row from kit.parked
      where ($1::text is null or consumer = $1::text) and ($2::text is null or topic = $2::text)
        and ($3::text is null or key = $3::text)
      order by consumer, topic, key, seq`,
    of.consumer ?? null,
    of.topic ?? null,
    of.key ?? null,
  );
  return rows.map(({ row }) => fromRow(row));
}

/**
 * Asks the running consumer to try a parked key again, from its first message on. Returns how many messages wait.
 * The key stays parked, with its new error, when the first one fails again.
 */
export async function replayParked(db: Sql, place: ParkedKey): Promise<number> {
  return db.$executeRawUnsafe(`update kit.parked set replay_requested_at = now() where ${OF_KEY}`, ...values(place));
}

/**
 * Gives up the first message of a parked key, with a reason, for the audit trail; the messages behind it are replayed.
 * Returns the message that was given up, or undefined when the key is not parked.
 */
export async function skipParked(
  db: Database,
  place: ParkedKey,
  decision: { reason: string; by: Actor; at: Date },
): Promise<ParkedMessage | undefined> {
  return db.$transaction((tx) => giveUpHead(tx, place, decision), PATIENT);
}

/** The same, in the caller's transaction. */
export async function giveUpHead(
  tx: Sql,
  place: ParkedKey,
  { reason, by, at }: { reason: string; by: Actor; at: Date },
): Promise<ParkedMessage | undefined> {
  await lockKey(tx, place);
  const head = await takeHead(tx, place);
  if (!head) return undefined;
  await record(tx, place, head.eventId);
  const [error] = (head.error ?? "").split("\n");
  await audit(tx, {
    at,
    actor: by,
    action: "event.skipped",
    subject: `Event:${head.eventId}`,
    detail: { topic: place.topic, key: place.key, type: head.type, error },
    reason,
  });
  await replayParked(tx, place);
  return head;
}

/** Serialises all work on one key of one consumer until the transaction ends, as `kit.admit` does. */
export async function lockKey(tx: Sql, { consumer, topic, key }: ParkedKey): Promise<void> {
  await tx.$queryRawUnsafe(
    "select count(pg_advisory_xact_lock(hashtextextended($1::text, 0))) as locks",
    `inbox/${consumer}/${topic}/${key}`,
  );
}

/** Adds a message to those that wait; a redelivery of one that already waits changes nothing. */
export async function park(
  tx: Sql,
  place: ParkedKey,
  message: LogMessage,
  { id, type }: Attributes,
  failure?: Failure,
): Promise<void> {
  await tx.$executeRawUnsafe(
    `insert into kit.parked (consumer, topic, key, event_id, type, payload, headers, error, tries)
     select $1::text, $2::text, $3::text, $4::text, $5::text, decode($6::text, 'base64'), $7::text::jsonb,
            $8::text, $9::text::integer
      where not exists (select from kit.inbox where consumer = $1::text and event_id = $4::text)
     on conflict (consumer, event_id) do nothing`,
    ...values(place),
    id,
    type,
    message.value === null ? null : Buffer.from(message.value).toString("base64"),
    JSON.stringify(message.headers),
    failure ? faultText(failure.error) : null,
    String(failure?.tries ?? 0),
  );
}

/** Removes the first message of a key, to be handled in the same transaction. The caller holds the key's lock. */
export async function takeHead(tx: Sql, place: ParkedKey): Promise<ParkedMessage | undefined> {
  const rows = await tx.$queryRawUnsafe<{ row: ParkedRow }[]>(
    `delete from kit.parked where seq = (select min(seq) from kit.parked where ${OF_KEY}) returning ${AS_JSON} as row`,
    ...values(place),
  );
  return rows[0] && fromRow(rows[0].row);
}

/** Enters a parked event in the inbox; false when it is there already. */
export async function record(tx: Sql, { consumer }: ParkedKey, eventId: string): Promise<boolean> {
  const entered = await tx.$executeRawUnsafe(
    "insert into kit.inbox (consumer, event_id) values ($1::text, $2::text) on conflict do nothing",
    consumer,
    eventId,
  );
  return entered > 0;
}

/** The keys of a consumer that somebody wants replayed. */
export async function requestedKeys(db: Sql, consumer: string): Promise<ParkedKey[]> {
  return db.$queryRawUnsafe<ParkedKey[]>(
    `select distinct consumer, topic, key from kit.parked
      where consumer = $1::text and replay_requested_at is not null`,
    consumer,
  );
}

/** Takes the request back after another failure, which the first message shows. */
export async function refuseReplay(db: Sql, place: ParkedKey, { error, tries }: Failure): Promise<void> {
  await db.$executeRawUnsafe(
    `update kit.parked set replay_requested_at = null,
            error = case when head then $4::text else error end,
            tries = case when head then tries + $5::text::integer else tries end
       from (select seq as of, seq = min(seq) over () as head from kit.parked where ${OF_KEY}) as places
      where seq = places.of`,
    ...values(place),
    faultText(error),
    String(tries),
  );
}

type ParkedRow = Omit<ParkedMessage, "value" | "at" | "parkedAt"> & { payload: string | null; parkedAt: string };

const AS_JSON = `json_build_object('consumer', consumer, 'topic', topic, 'key', key, 'eventId', event_id, 'type', type,
  'payload', encode(payload, 'base64'), 'headers', headers, 'error', error, 'tries', tries, 'parkedAt', parked_at)`;

function fromRow({ payload, parkedAt, error, ...row }: ParkedRow): ParkedMessage {
  return {
    ...row,
    error: error ?? undefined,
    value: payload === null ? null : Buffer.from(payload, "base64"),
    at: fromHeaders(row.headers)?.at ?? new Date(parkedAt),
    parkedAt: new Date(parkedAt),
  };
}
