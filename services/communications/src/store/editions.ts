import { aggregate, type Command } from "@trame/kit/aggregate";
import { newId } from "@trame/kit/id";
import { notFound, refuse } from "@trame/kit/refusal";
import { schedule, unschedule } from "@trame/kit/scheduler";
import { topics } from "@trame/proto-schemas/topics";
import type { Tx } from "../database.ts";
import type { Edition, EditionFact, Item, Piece } from "../domain/edition.ts";
import * as rules from "../domain/edition.ts";
import { refusals } from "../errors.ts";
import { tellEdition } from "../events.ts";
import type { Edition as EditionRow, EditionItem as ItemRow, Prisma } from "../gen/prisma/client.ts";
import { policy } from "../policy.ts";
import { addressOf } from "./addresses.ts";
import { keepImage } from "./letter-images.ts";
import { lockSeries } from "./newsletters.ts";
import { recordLetterRelays } from "./relays.ts";

/** The only writer of editions. Whoever changes one holds its series. */
const editions = (address: (edition: Edition) => string) =>
  aggregate<Tx, Edition, EditionFact>({
    name: "Edition",
    label: "Ce numéro",
    topic: topics.communications,
    async lock(tx, id) {
      const found = await tx.edition.findUnique({ where: { id }, select: { newsletterId: true } });
      if (!found) return null;
      await lockSeries(tx, [found.newsletterId]);
      return (await readEditions(tx, { id }))[0] ?? null;
    },
    async insert(tx, edition) {
      await tx.edition.create({ data: toRow(edition) });
      await writeItems(tx, edition);
    },
    async update(tx, edition) {
      await tx.edition.update({ where: { id: edition.id }, data: toRow(edition) });
      await writeItems(tx, edition);
    },
    evolve: rules.evolveEdition,
    tell: (fact, state) => tellEdition(fact, state, address(state)),
  });

/** Inside the house: nobody is told an address. */
const drafts = editions(() => "");

/** The series' draft, opened when there is none. The caller holds the series. */
export async function queueItems(
  tx: Tx,
  command: Command,
  newsletterId: string,
  items: readonly Item[],
): Promise<void> {
  const draft = await tx.edition.findUnique({ where: { draftOf: newsletterId }, select: { id: true } });
  if (!draft) return openDraft(tx, command, newsletterId, items);
  // One fact an item: the version grows, so that a person who is arranging the edition learns of what came.
  await drafts.change(tx, { ...command, expectedVersion: undefined }, draft.id, (edition) =>
    items.flatMap((item) => rules.queueItem(edition, item)),
  );
}

async function openDraft(tx: Tx, command: Command, newsletterId: string, items: readonly Item[]): Promise<void> {
  const { _max } = await tx.edition.aggregate({ where: { newsletterId }, _max: { number: true } });
  const opened = { id: newId(), newsletterId, number: (_max.number ?? 0) + 1, at: command.at, items: [...items] };
  await drafts.create(tx, command, [{ type: "EditionOpened", ...opened }]);
}

/** Takes a publication out of the series' draft. The caller holds the series. */
export async function removeFromDraft(tx: Tx, command: Command, newsletterId: string, publicationIds: string[]) {
  const draft = await tx.edition.findUnique({ where: { draftOf: newsletterId }, select: { id: true } });
  if (!draft) return;
  await drafts.change(tx, { ...command, expectedVersion: undefined }, draft.id, (edition) =>
    publicationIds.flatMap((id) => rules.removeItem(edition, id)),
  );
}

export async function editEdition(
  tx: Tx,
  command: Command,
  id: string,
  text: { title?: string | null; editorial?: string | null },
): Promise<string> {
  policy.demand(command.by, "editEdition");
  await drafts.change(tx, command, id, (edition) => rules.editEdition(edition, text));
  return id;
}

export async function arrangeEdition(tx: Tx, command: Command, id: string, itemIds: readonly string[]) {
  policy.demand(command.by, "arrangeEdition");
  await drafts.change(tx, command, id, (edition) => rules.arrangeEdition(edition, itemIds));
  return id;
}

export interface WrittenPiece extends Omit<Piece, "imageId"> {
  /** A new image, base64; absent, the piece keeps the one that it has. */
  image: string | null;
}

/** What comes from no event (R71): written by the editors, in place among what does. */
export async function writePiece(
  tx: Tx,
  command: Command,
  editionId: string,
  { itemId, image, ...written }: WrittenPiece & { itemId: string | null },
): Promise<string> {
  policy.demand(command.by, "editEdition");
  const imageId = image ? await keepImage(tx, image, command.at) : null;
  await drafts.change(tx, command, editionId, (edition) => {
    const before = edition.items.find(({ id }) => id === itemId);
    if (itemId && !before?.piece) refuse(refusals.foreignItem());
    return rules.writePiece(edition, itemId ?? newId(), {
      ...written,
      imageId: imageId ?? before?.piece?.imageId ?? null,
    });
  });
  return editionId;
}

export async function removePiece(tx: Tx, command: Command, editionId: string, itemId: string): Promise<string> {
  policy.demand(command.by, "editEdition");
  await drafts.change(tx, command, editionId, (edition) => rules.removePiece(edition, itemId));
  return editionId;
}

export const PUBLISH_LATER = "publish-edition";

export async function scheduleEdition(tx: Tx, command: Command, id: string, publishAt: Date): Promise<string> {
  policy.demand(command.by, "publishEdition");
  await drafts.change(tx, command, id, (edition) => rules.scheduleEdition(edition, publishAt, command.at));
  await schedule(tx, { kind: PUBLISH_LATER, key: id, dueAt: publishAt, payload: { by: command.by.personId ?? "" } });
  return id;
}

export async function unscheduleEdition(tx: Tx, command: Command, id: string): Promise<string> {
  policy.demand(command.by, "publishEdition");
  await drafts.change(tx, command, id, (edition) => rules.unscheduleEdition(edition));
  await unschedule(tx, PUBLISH_LATER, id);
  return id;
}

/** Publishes at the edition's address; what was excluded waits in the next draft, still excluded. */
export async function publishEdition(tx: Tx, command: Command, id: string, origin: string): Promise<string> {
  policy.demand(command.by, "publishEdition");
  const row = await tx.edition.findUnique({ where: { id }, select: { newsletterId: true } });
  if (!row) refuse(notFound("Ce numéro"));
  const { slug } = await tx.newsletter.findUniqueOrThrow({ where: { id: row.newsletterId } });
  let excluded: Item[] = [];
  const published = await editions(({ number }) => addressOf(origin, slug, number)).change(
    tx,
    command,
    id,
    (edition) => {
      excluded = edition.items.filter((item) => item.excluded);
      return rules.publishEdition(edition, command.at);
    },
  );
  await recordLetterRelays(tx, command, published);
  if (excluded.length > 0) await openDraft(tx, command, row.newsletterId, excluded);
  return id;
}

/** Editions with their items: two statements, newest number first unless said otherwise. */
export async function readEditions(
  tx: Pick<Tx, "edition" | "editionItem">,
  where: Prisma.EditionWhereInput,
  order: Pick<Prisma.EditionFindManyArgs, "orderBy" | "take"> = { orderBy: { number: "desc" } },
): Promise<Edition[]> {
  const rows = await tx.edition.findMany({ where, ...order });
  const editionId = { in: rows.map(({ id }) => id) };
  const items = await tx.editionItem.findMany({ where: { editionId }, orderBy: { place: "asc" } });
  return rows.map((row) => toEdition(row, items.filter((item) => item.editionId === row.id).map(toItem)));
}

function toEdition({ draftOf, sortedAt, state, ...row }: EditionRow, items: readonly Item[]): Edition {
  return {
    ...row,
    state: state as Edition["state"],
    items: items.map(({ id, publicationId, excluded, piece }) => ({
      id,
      publicationId,
      excluded,
      piece: piece ?? null,
    })),
  };
}

function toRow({ items: _, ...edition }: Edition) {
  return {
    ...edition,
    draftOf: edition.state === "DRAFT" ? edition.newsletterId : null,
    sortedAt: edition.publishedAt ?? edition.openedAt,
  };
}

/** Writes only what differs: a full draft has hundreds of items, and gets them one by one. */
async function writeItems(tx: Tx, { id, items }: Edition): Promise<void> {
  await tx.editionItem.deleteMany({ where: { editionId: id, id: { notIn: items.map((item) => item.id) } } });
  const rows = items.map((item, place) => ({ ...item, place }));
  await tx.$executeRaw`
    insert into edition_item (id, "editionId", "publicationId", place, excluded, piece)
    select id, ${id}, "publicationId", place, excluded, piece
      from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb)
        as given(id text, "publicationId" text, place integer, excluded boolean, piece jsonb)
    on conflict (id) do update
      set "editionId" = excluded."editionId", place = excluded.place, excluded = excluded.excluded,
          piece = excluded.piece
      where (edition_item."editionId", edition_item.place, edition_item.excluded, edition_item.piece)
        is distinct from (excluded."editionId", excluded.place, excluded.excluded, excluded.piece)`;
}

const toItem = ({ id, publicationId, excluded, piece }: ItemRow): Item => ({
  ...{ id, publicationId, excluded },
  piece: (piece as Piece | null) ?? null,
});
