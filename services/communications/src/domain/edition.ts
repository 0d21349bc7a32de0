import { refuseAll } from "@trame/kit/refusal";
import { refusals } from "../errors.ts";
import { present, webAddress } from "./texts.ts";

/** A publication in an edition. Its id stays when it moves to the next edition of its series. */
export interface Item {
  id: string;
  /** Null for what the editors wrote themselves. */
  publicationId: string | null;
  excluded: boolean;
  piece?: Piece | null;
}

/** What comes from no event: a piece of news, a date, an image. An alias: an interface would not be taken for JSON. */
export type Piece = {
  kind: "NEWS" | "AGENDA" | "IMAGE";
  title: string;
  text: string;
  url: string | null;
  /** A day, of an agenda. */
  on: string | null;
  /** Id of the image, and what it shows for who does not see it. */
  imageId: string | null;
  alt: string | null;
};

/** The publications that an edition announces. */
export const announced = (items: readonly Item[]): string[] =>
  items.flatMap(({ publicationId }) => publicationId ?? []);

/** An edition of a series; items in the order of the page. */
export interface Edition {
  id: string;
  version: number;
  newsletterId: string;
  number: number;
  title: string;
  editorial: string;
  state: "DRAFT" | "PUBLISHED";
  openedAt: Date;
  publishedAt: Date | null;
  /** When it publishes itself. */
  scheduledAt: Date | null;
  items: Item[];
}

export type EditionFact =
  | { type: "EditionOpened"; id: string; newsletterId: string; number: number; at: Date; items: Item[] }
  | { type: "ItemQueued"; item: Item }
  | { type: "ItemRemoved"; publicationId: string }
  | { type: "EditionEdited"; title: string; editorial: string }
  | { type: "EditionArranged"; items: Item[] }
  | { type: "PieceWritten"; itemId: string; piece: Piece }
  | { type: "PieceRemoved"; itemId: string }
  | { type: "EditionScheduled"; scheduledAt: Date | null }
  | { type: "EditionPublished"; at: Date };

/** Relaying is systematic (R71): what matches the series is queued, once. */
export const queueItem = (edition: Edition, item: Item): EditionFact[] =>
  edition.items.some(({ publicationId }) => publicationId === item.publicationId) ? [] : [{ type: "ItemQueued", item }];

/** It was withdrawn, or matches the series no longer. */
export const removeItem = (edition: Edition, publicationId: string): EditionFact[] =>
  edition.state === "DRAFT" && edition.items.some((item) => item.publicationId === publicationId)
    ? [{ type: "ItemRemoved", publicationId }]
    : [];

export function editEdition(
  edition: Edition,
  { title, editorial }: { title?: string | null; editorial?: string | null },
): EditionFact[] {
  demandDraft(edition);
  return [{ type: "EditionEdited", title: title ?? edition.title, editorial: editorial ?? edition.editorial }];
}

/** The kept items in the order wanted; the others are excluded, and stay at hand after them. */
export function arrangeEdition(edition: Edition, itemIds: readonly string[]): EditionFact[] {
  demandDraft(edition);
  const byId = new Map(edition.items.map((item) => [item.id, item]));
  refuseAll([
    ...(new Set(itemIds).size < itemIds.length ? [refusals.itemTwice()] : []),
    ...(itemIds.every((id) => byId.has(id)) ? [] : [refusals.foreignItem()]),
  ]);
  const kept = itemIds.flatMap((id) => byId.get(id) ?? []).map((item) => ({ ...item, excluded: false }));
  const others = edition.items.filter(({ id }) => !itemIds.includes(id)).map((item) => ({ ...item, excluded: true }));
  return [{ type: "EditionArranged", items: [...kept, ...others] }];
}

/** Written, or written again in its place; a new one comes last among the kept. */
export function writePiece(edition: Edition, itemId: string, piece: Piece): EditionFact[] {
  demandDraft(edition);
  refuseAll([
    ...(piece.kind === "IMAGE" ? [] : present(piece.title, "title", "Le titre")),
    ...(piece.kind === "NEWS" ? present(piece.text, "text", "Le texte") : []),
    ...(piece.kind === "AGENDA" && !/^\d{4}-\d{2}-\d{2}$/.test(piece.on ?? "") ? [refusals.noDay()] : []),
    ...(piece.kind === "IMAGE" && !piece.imageId ? [refusals.noImage()] : []),
    ...(piece.kind === "IMAGE" ? present(piece.alt ?? "", "alt", "Le texte qui tient lieu de l'image") : []),
    ...(piece.url ? webAddress(piece.url, "url") : []),
  ]);
  return [{ type: "PieceWritten", itemId, piece }];
}

export function removePiece(edition: Edition, itemId: string): EditionFact[] {
  demandDraft(edition);
  if (!edition.items.some(({ id, piece }) => id === itemId && piece)) refuseAll([refusals.foreignItem()]);
  return [{ type: "PieceRemoved", itemId }];
}

/** Needs a title and an item. Excluded items leave it: they wait, still excluded, in the series' next draft. */
export function publishEdition(edition: Edition, at: Date): EditionFact[] {
  demandDraft(edition);
  refuseAll([
    ...(edition.title.trim() === "" ? [refusals.noTitle()] : []),
    ...(kept(edition).length === 0 ? [refusals.noItem()] : []),
  ]);
  return [{ type: "EditionPublished", at }];
}

/** Publishes itself at that instant; what must be there is checked now, and once more then. */
export function scheduleEdition(edition: Edition, publishAt: Date, at: Date): EditionFact[] {
  publishEdition(edition, at);
  if (publishAt <= at) refuseAll([refusals.scheduleInThePast()]);
  return [{ type: "EditionScheduled", scheduledAt: publishAt }];
}

export function unscheduleEdition(edition: Edition): EditionFact[] {
  demandDraft(edition);
  if (!edition.scheduledAt) refuseAll([refusals.notScheduled()]);
  return [{ type: "EditionScheduled", scheduledAt: null }];
}

export const kept = (edition: Pick<Edition, "items">): Item[] => edition.items.filter(({ excluded }) => !excluded);

function demandDraft({ state }: Edition): void {
  if (state !== "DRAFT") refuseAll([refusals.notADraft()]);
}

export function evolveEdition(edition: Edition | null, fact: EditionFact): Edition {
  if (fact.type === "EditionOpened") {
    const { id, newsletterId, number, at, items } = fact;
    const fresh = { id, newsletterId, number, items, version: 0, title: "", editorial: "" };
    return { ...fresh, state: "DRAFT", openedAt: at, publishedAt: null, scheduledAt: null };
  }
  if (!edition) throw new Error(`${fact.type} without an edition`);
  switch (fact.type) {
    case "ItemQueued":
      return { ...edition, items: [...edition.items, fact.item] };
    case "ItemRemoved":
      return { ...edition, items: edition.items.filter(({ publicationId }) => publicationId !== fact.publicationId) };
    case "EditionEdited":
      return { ...edition, title: fact.title, editorial: fact.editorial };
    case "EditionArranged":
      return { ...edition, items: fact.items };
    case "PieceWritten": {
      const { itemId: id, piece } = fact;
      const written = { id, publicationId: null, excluded: false, piece };
      if (edition.items.some((item) => item.id === id)) {
        return { ...edition, items: edition.items.map((item) => (item.id === id ? { ...item, piece } : item)) };
      }
      return { ...edition, items: [...kept(edition), written, ...edition.items.filter(({ excluded }) => excluded)] };
    }
    case "PieceRemoved":
      return { ...edition, items: edition.items.filter(({ id }) => id !== fact.itemId) };
    case "EditionScheduled":
      return { ...edition, scheduledAt: fact.scheduledAt };
    case "EditionPublished":
      return { ...edition, state: "PUBLISHED", publishedAt: fact.at, scheduledAt: null, items: kept(edition) };
  }
}
