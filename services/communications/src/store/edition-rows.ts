import type { Tx } from "../database.ts";
import type { Edition, Item, Piece } from "../domain/edition.ts";
import type { Edition as EditionRow, EditionItem as ItemRow, Prisma } from "../gen/prisma/client.ts";

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

export function toRow({ items: _, ...edition }: Edition) {
  return {
    ...edition,
    draftOf: edition.state === "DRAFT" ? edition.newsletterId : null,
    sortedAt: edition.publishedAt ?? edition.openedAt,
  };
}

/** Writes only what differs from before, where that is known: a full draft has hundreds of items, and gets them one by one. */
export async function writeItems(tx: Tx, changes: readonly { before?: Edition; after: Edition }[]): Promise<void> {
  for (const { before, after } of changes) {
    const kept = new Set(after.items.map(({ id }) => id));
    const gone = before?.items.filter(({ id }) => !kept.has(id)).map(({ id }) => id);
    const which = gone ? { in: gone } : { notIn: [...kept] };
    if (gone?.length !== 0) await tx.editionItem.deleteMany({ where: { editionId: after.id, id: which } });
  }
  const rows = changes.flatMap(({ before, after: { id, items } }) => {
    const stood = new Map(before?.items.map((item, place) => [item.id, rowOf(id, item, place)]));
    return items.flatMap((item, place) => {
      const row = rowOf(id, item, place);
      return stood.get(item.id) === row ? [] : [row];
    });
  });
  if (rows.length === 0) return;
  await tx.$executeRaw`
    insert into edition_item (id, "editionId", "publicationId", place, excluded, piece)
    select id, "editionId", "publicationId", place, excluded, piece
      from jsonb_to_recordset(${`[${rows.join(",")}]`}::text::jsonb)
        as given(id text, "editionId" text, "publicationId" text, place integer, excluded boolean, piece jsonb)
    on conflict (id) do update
      set "editionId" = excluded."editionId", place = excluded.place, excluded = excluded.excluded,
          piece = excluded.piece
      where (edition_item."editionId", edition_item.place, edition_item.excluded, edition_item.piece)
        is distinct from (excluded."editionId", excluded.place, excluded.excluded, excluded.piece)`;
}

const rowOf = (editionId: string, { id, publicationId, excluded, piece }: Item, place: number): string =>
  JSON.stringify({ id, editionId, publicationId, place, excluded, piece });

const toItem = ({ id, publicationId, excluded, piece }: ItemRow): Item => ({
  ...{ id, publicationId, excluded },
  piece: (piece as Piece | null) ?? null,
});
