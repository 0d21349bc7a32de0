import type { Command } from "@trame/kit/aggregate";
import { type Change, changeMany, type ManySpec } from "@trame/kit/aggregate-many";
import { newId } from "@trame/kit/id";
import { topics } from "@trame/proto-schemas/topics";
import type { Tx } from "../database.ts";
import type { Edition, EditionFact, Item } from "../domain/edition.ts";
import * as rules from "../domain/edition.ts";
import { readEditions, toRow, writeItems } from "./edition-rows.ts";

/** What comes into the draft of a series, and what leaves it. */
export interface DraftChange {
  newsletterId: string;
  add: readonly Item[];
  remove: readonly string[];
}

/** Drafts are the editors' business: nobody is told. The caller holds their series. */
const drafts: ManySpec<Tx, Edition, EditionFact> = {
  name: "Edition",
  topic: topics.communications,
  lockAll: (tx, ids) => readEditions(tx, { id: { in: [...ids] } }),
  async insertAll(tx, editions) {
    await tx.edition.createMany({ data: editions.map(toRow) });
    await writeItems(
      tx,
      editions.map((after) => ({ after })),
    );
  },
  async updateAll(tx, changes) {
    // What comes and goes changes items and version only.
    const versions = JSON.stringify(changes.map(({ after: { id, version } }) => ({ id, version })));
    await tx.$executeRaw`
      update edition set version = given.version
        from jsonb_to_recordset(${versions}::text::jsonb) as given(id text, version integer) where edition.id = given.id`;
    await writeItems(tx, changes);
  },
  evolve: rules.evolveEdition,
  tell: () => null,
};

/** The drafts of series, opened where something comes and there is none. The caller holds the series. */
export async function changeDrafts(tx: Tx, command: Command, wanted: readonly DraftChange[]): Promise<void> {
  const changes = wanted.filter(({ add, remove }) => add.length + remove.length > 0);
  if (changes.length === 0) return;
  const series = changes.map(({ newsletterId }) => newsletterId);
  const open = await tx.edition.findMany({ where: { draftOf: { in: series } }, select: { id: true, draftOf: true } });
  const draftOf = new Map(open.map(({ id, draftOf }) => [draftOf, id]));
  const last = await lastNumbers(tx, series);
  const system = { ...command, expectedVersion: undefined };
  await changeMany(
    drafts,
    tx,
    changes.flatMap(({ newsletterId, add, remove }): Change<Edition, EditionFact>[] => {
      const id = draftOf.get(newsletterId);
      if (id) return [{ id, command: system, decide: (edition) => (edition ? moved(edition, add, remove) : []) }];
      if (add.length === 0) return [];
      return [opening(system, newsletterId, (last.get(newsletterId) ?? 0) + 1, add)];
    }),
  );
}

/** One fact an item: the version grows, so that a person who is arranging the edition learns of what came. */
const moved = (edition: Edition, add: readonly Item[], remove: readonly string[]): EditionFact[] => [
  ...remove.flatMap((publicationId) => rules.removeItem(edition, publicationId)),
  ...add.flatMap((item) => rules.queueItem(edition, item)),
];

/** The next draft, with what waits for it. The caller holds the series. */
export async function openDraft(tx: Tx, command: Command, newsletterId: string, items: readonly Item[]): Promise<void> {
  const number = ((await lastNumbers(tx, [newsletterId])).get(newsletterId) ?? 0) + 1;
  await changeMany(drafts, tx, [opening(command, newsletterId, number, items)]);
}

function opening(command: Command, newsletterId: string, number: number, items: readonly Item[]) {
  const id = newId();
  const opened = { id, newsletterId, number, at: command.at, items: [...items] };
  return { id, command, decide: (): EditionFact[] => [{ type: "EditionOpened", ...opened }] };
}

async function lastNumbers(tx: Tx, newsletterIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await tx.edition.groupBy({
    by: ["newsletterId"],
    where: { newsletterId: { in: [...newsletterIds] } },
    _max: { number: true },
  });
  return new Map(rows.map(({ newsletterId, _max }) => [newsletterId, _max.number ?? 0]));
}
