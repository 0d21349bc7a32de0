import { Refusals } from "@trame/kit/refusal";
import {
  arrangeEdition,
  type Edition,
  type EditionFact,
  editEdition,
  evolveEdition,
  publishEdition,
  queueItem,
  removeItem,
} from "../src/domain/edition.ts";

const at = new Date("2020-03-27T10:00:00Z");
const item = (id: string, excluded = false) => ({ id, publicationId: `publication-${id}`, excluded });

const draft: Edition = {
  id: "edition",
  version: 1,
  newsletterId: "series",
  number: 3,
  title: "",
  editorial: "",
  state: "DRAFT",
  openedAt: at,
  publishedAt: null,
  scheduledAt: null,
  items: [item("a"), item("b"), item("c")],
};

const after = (edition: Edition, facts: EditionFact[]) => facts.reduce<Edition>(evolveEdition, edition);

const codes = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusals) return error.refusals.map(({ code }) => code);
    throw error;
  }
  return [];
};

test("R71: a publication is queued once in a series' draft", () => {
  expect(queueItem(draft, item("d"))).toHaveLength(1);
  expect(queueItem(draft, item("a"))).toEqual([]);
});

test("R71: arranging keeps what is named, in that order, and excludes the rest", () => {
  const arranged = after(draft, arrangeEdition(draft, ["c", "a"]));
  expect(arranged.items).toEqual([item("c"), item("a"), item("b", true)]);
  const back = after(arranged, arrangeEdition(arranged, ["b", "c"]));
  expect(back.items).toEqual([item("b"), item("c"), item("a", true)]);
});

test("arranging with an item of another edition, or one twice, is refused", () => {
  expect(codes(() => arrangeEdition(draft, ["z"]))).toEqual(["ITEM_OF_OTHER_EDITION"]);
  expect(codes(() => arrangeEdition(draft, ["a", "a"]))).toEqual(["ITEM_TWICE"]);
});

test("R71: an edition needs a title and at least one kept item to be published", () => {
  expect(codes(() => publishEdition(draft, at))).toEqual(["EDITION_WITHOUT_TITLE"]);
  const bare = after(draft, arrangeEdition(draft, []));
  expect(codes(() => publishEdition(bare, at))).toEqual(["EDITION_WITHOUT_TITLE", "EDITION_EMPTY"]);
});

test("R71: a published edition holds its kept items, and does not change any more", () => {
  const titled = after(draft, [...editEdition(draft, { title: "Le printemps" }), ...arrangeEdition(draft, ["b"])]);
  const published = after(titled, publishEdition(titled, at));
  expect(published).toMatchObject({ state: "PUBLISHED", publishedAt: at, items: [item("b")] });
  expect(codes(() => editEdition(published, { title: "Autre" }))).toEqual(["NOT_A_DRAFT"]);
  expect(codes(() => arrangeEdition(published, []))).toEqual(["NOT_A_DRAFT"]);
  expect(codes(() => publishEdition(published, at))).toEqual(["NOT_A_DRAFT"]);
  expect(removeItem(published, "publication-b")).toEqual([]);
});
