import { aggregate, type Command } from "@trame/kit/aggregate";
import { stableId } from "@trame/kit/id";
import { appendEvents } from "@trame/kit/outbox";
import { notice } from "@trame/proto-schemas/notices";
import { topics } from "@trame/proto-schemas/topics";
import type { Tx } from "../database.ts";
import type { Publication, PublicationFact, Source } from "../domain/publication.ts";
import * as rules from "../domain/publication.ts";
import { settled, type Words, wordsOf } from "../domain/words.ts";
import { tellPublication } from "../events.ts";
import type { Prisma, Publication as PublicationRow } from "../gen/prisma/client.ts";
import { knownFor, namesStand } from "./names.ts";
import { appendToLog, type LogEntry } from "./publication-log.ts";
import { route } from "./routing.ts";

export const publicationIdOf = (sourceId: string): string => stableId("publication", sourceId);

/** The only writer of publications. */
const publications = (origin: string) =>
  aggregate<Tx, Publication, PublicationFact>({
    name: "Publication",
    label: "Cette publication",
    topic: topics.publications,
    async lock(tx, id) {
      await tx.$queryRaw`select 1 as one from publication where id = ${id} for update`;
      const row = await tx.publication.findUnique({ where: { id } });
      return row && toPublication(row);
    },
    insert: async (tx, state) => void (await tx.publication.create({ data: toRow(state) })),
    update: async (tx, state) => void (await tx.publication.update({ where: { id: state.id }, data: toRow(state) })),
    evolve: rules.evolvePublication,
    tell: (fact, state) => tellPublication(fact, state, origin),
  });

/** A source was published or updated. */
export async function publishSource(tx: Tx, command: Command, source: Source, origin: string): Promise<void> {
  await namesStand(tx);
  const known = await knownFor(tx, [source]);
  const whole = settled(source, known);
  await record(tx, command, origin, [publicationIdOf(source.sourceId)], (before, id) =>
    rules.publish(before, id, whole, wordsOf(whole, known, before?.words ?? null), command.at),
  );
}

/** A source was withdrawn: it is taken back wherever it was. */
export async function withdrawSource(
  tx: Tx,
  command: Command,
  source: { sourceId: string; sourceVersion: number; reason: string },
  origin: string,
): Promise<void> {
  await namesStand(tx);
  await record(tx, command, origin, [publicationIdOf(source.sourceId)], (before) =>
    before ? rules.withdraw(before, { ...source, at: command.at }) : [],
  );
  await tellRelays(tx, command, publicationIdOf(source.sourceId));
}

/** Feeds, letters online and programs take it back by themselves; an account's message is taken back by hand (H8). */
async function tellRelays(tx: Tx, { at }: Command, id: string): Promise<void> {
  const publication = await tx.publication.findUnique({ where: { id } });
  const relays = await tx.relay.findMany({ where: { publicationId: id, channelId: { not: null } } });
  if (publication?.state !== "WITHDRAWN" || relays.length === 0) return;
  const channels = await tx.channel.findMany({
    where: { id: { in: relays.flatMap(({ channelId }) => channelId ?? []) } },
  });
  await appendEvents(tx, [
    notice(topics.communications, at, {
      id: stableId("relay-to-withdraw", id, String(publication.version)),
      kind: "RELAY_TO_WITHDRAW",
      audiences: [{ role: "EDITOR" }],
      title: `À retirer des comptes : ${publication.title}`,
      text: `Relayée par ${channels.map(({ network, handle }) => `${network} ${handle}`).join(", ")}.`,
      path: "/espace/lettres/relais?etat=WITHDRAWN",
      about: id,
    }),
  ]);
}

/** A name, title or label came: what is told of these publications is completed, and they fall into their series. */
export async function completePublications(
  tx: Tx,
  command: Command,
  where: Prisma.PublicationWhereInput,
  origin: string,
): Promise<void> {
  const found = (await tx.publication.findMany({ where: { ...where, state: "PUBLISHED" } })).map(toPublication);
  if (found.length === 0) return;
  const known = await knownFor(tx, found);
  const decide = (before: Publication | null) => {
    if (!before) return [];
    const whole = settled(before, known);
    return rules.complete(before, whole, wordsOf(whole, known, before.words), command.at);
  };
  const ids = found.filter((publication) => decide(publication).length > 0).map(({ id }) => id);
  await record(tx, command, origin, ids, decide, found);
}

/** Locks are taken in one order by everybody: publications, then series, then the head of the log. */
async function record(
  tx: Tx,
  command: Command,
  origin: string,
  ids: readonly string[],
  decide: (before: Publication | null, id: string) => PublicationFact[],
  alsoRoute: readonly Publication[] = [],
): Promise<void> {
  const entries: LogEntry[] = [];
  const changed: Publication[] = [];
  for (const id of [...ids].sort()) {
    let facts: PublicationFact[] = [];
    const state = await publications(origin).changeOrCreate(tx, command, id, (before) => {
      facts = decide(before, id);
      return facts;
    });
    if (!state || facts.length === 0) continue;
    changed.push(state);
    entries.push(...facts.map(({ type }) => ({ type, publication: state })));
  }
  await route(tx, command, [...alsoRoute.filter(({ id }) => !ids.includes(id)), ...changed]);
  await appendToLog(tx, entries, origin);
}

export function toPublication({ kind, state, words, ...row }: PublicationRow): Publication {
  return {
    ...row,
    kind: kind as Publication["kind"],
    state: state as Publication["state"],
    words: words as unknown as Words,
  };
}

const toRow = ({ words, ...publication }: Publication) => ({ ...publication, words: { ...words } });
