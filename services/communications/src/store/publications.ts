import type { Command } from "@trame/kit/aggregate";
import { type Change, changeMany, type ManySpec } from "@trame/kit/aggregate-many";
import { stableId } from "@trame/kit/id";
import { insertRows } from "@trame/kit/insert-rows";
import { appendEvents } from "@trame/kit/outbox";
import { notice } from "@trame/proto-schemas/notices";
import { topics } from "@trame/proto-schemas/topics";
import type { Tx } from "../database.ts";
import type { Publication, PublicationFact, Source } from "../domain/publication.ts";
import * as rules from "../domain/publication.ts";
import { settled, type Words, wordsOf } from "../domain/words.ts";
import { tellPublication } from "../events.ts";
import type { Prisma, Publication as PublicationRow } from "../gen/prisma/client.ts";
import { knownFor, NOTHING_KNOWN, namesStand } from "./names.ts";
import { appendToLog } from "./publication-log.ts";
import { route } from "./routing.ts";
import { cancelWaiting } from "./social-posts.ts";

export const publicationIdOf = (sourceId: string): string => stableId("publication", sourceId);

/** The only writer of publications. */
const publications = (origin: string): ManySpec<Tx, Publication, PublicationFact> => ({
  name: "Publication",
  topic: topics.publications,
  async lockAll(tx, ids) {
    await tx.$queryRaw`select 1 as one from publication where id = any(${[...ids]}) order by id for update`;
    return (await tx.publication.findMany({ where: { id: { in: [...ids] } } })).map(toPublication);
  },
  async insertAll(tx, states) {
    const fresh = await insertRows(tx, "publication", states.map(toRow));
    // Somebody published one of them beside: what was decided of it is not true any more.
    if (fresh.size < states.length) throw new Error("a publication was made meanwhile");
  },
  async updateAll(tx, changes) {
    for (const { after } of changes) await tx.publication.update({ where: { id: after.id }, data: toRow(after) });
  },
  evolve: rules.evolvePublication,
  tell: (fact, state) => tellPublication(fact, state, origin),
});

/** What became of a source. */
export type Step = { command: Command } & (
  | { type: "published"; source: Source }
  | { type: "withdrawn"; sourceId: string; sourceVersion: number; reason: string }
);

/** Sources were published, updated or withdrawn: told in this order, in as many statements as one. */
export async function recordSources(tx: Tx, steps: readonly Step[], origin: string): Promise<void> {
  if (steps.length === 0) return;
  await namesStand(tx);
  const sources = steps.flatMap((step) => (step.type === "published" ? [step.source] : []));
  const known = sources.length > 0 ? await knownFor(tx, sources) : NOTHING_KNOWN;
  const changes = steps.map((step): Change<Publication, PublicationFact> => {
    const { command } = step;
    if (step.type === "withdrawn") {
      const withdrawal = { ...step, at: command.at };
      const decide = (before: Publication | null) => (before ? rules.withdraw(before, withdrawal) : []);
      return { id: publicationIdOf(step.sourceId), command, decide };
    }
    const id = publicationIdOf(step.source.sourceId);
    const whole = settled(step.source, known);
    const decide = (before: Publication | null) =>
      rules.publish(before, id, whole, wordsOf(whole, known, before?.words ?? null), command.at);
    return { id, command, decide };
  });
  await record(tx, origin, changes);
  for (const step of steps) {
    if (step.type === "withdrawn") await takeBackFromAccounts(tx, step.command, publicationIdOf(step.sourceId));
  }
}

/** A source was published or updated. */
export const publishSource = (tx: Tx, command: Command, source: Source, origin: string): Promise<void> =>
  recordSources(tx, [{ type: "published", command, source }], origin);

/** Feeds, letters online and programs take it back by themselves; an account's message by its editors, and what waits for an account never leaves (H8). */
async function takeBackFromAccounts(tx: Tx, { at }: Command, id: string): Promise<void> {
  const publication = await tx.publication.findUnique({ where: { id } });
  if (publication?.state === "WITHDRAWN") await cancelWaiting(tx, id);
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
  const changes = found
    .filter((publication) => decide(publication).length > 0)
    .map(({ id }): Change<Publication, PublicationFact> => ({ id, command, decide }));
  await record(tx, origin, changes, { command, publications: found });
}

/** Locks are taken in one order by everybody: publications, then series, then the head of the log. */
async function record(
  tx: Tx,
  origin: string,
  changes: readonly Change<Publication, PublicationFact>[],
  alsoRoute?: { command: Command; publications: readonly Publication[] },
): Promise<void> {
  const changed = await changeMany(publications(origin), tx, changes);
  const last = new Map(changed.map(({ state }) => [state.id, state]));
  const others = (alsoRoute?.publications ?? []).filter(({ id }) => !last.has(id));
  const command = alsoRoute?.command ?? changes.at(-1)?.command;
  if (command) await route(tx, command, [...others, ...last.values()]);
  await appendToLog(
    tx,
    changed.flatMap(({ state, facts }) => facts.map(({ type }) => ({ type, publication: state }))),
    origin,
  );
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
