import fc from "fast-check";
import * as Y from "yjs";
import { documentFrom, follow, LIVE_FIELDS, type LiveText, textOfDocument } from "../src/live/document.ts";
import { presenceOf } from "../src/live/presence.ts";
import { isPlainWriting } from "../src/live/updates.ts";

const EMPTY = Object.fromEntries(LIVE_FIELDS.map((field) => [field, ""])) as LiveText;
const withCourse = (course: string): LiveText => ({ ...EMPTY, course });
const documentOf = (text: LiveText) => {
  const document = new Y.Doc();
  follow(document, text);
  return document;
};
const copyOf = (document: Y.Doc) => documentFrom(Y.encodeStateAsUpdate(document));
const courseOf = (document: Y.Doc) => textOfDocument(document).course;

const words = fc.array(fc.constantFrom("séance", "carte", "relevé", "élèves", " ", "\n", ".", "🐝"), { maxLength: 30 });
const texts = fc.oneof(
  words.map((all) => all.join("")),
  fc.string({ unit: "grapheme", maxLength: 40 }),
);
/** Where somebody writes, as a share of the text, and what. */
const edits = fc.array(fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), cut: fc.nat(5), put: texts }), {
  maxLength: 4,
});

function write(document: Y.Doc, changes: { at: number; cut: number; put: string }[]): void {
  const text = document.getText("course");
  for (const { at, cut, put } of changes) {
    const place = Math.floor(at * text.length);
    text.delete(place, Math.min(cut, text.length - place));
    text.insert(place, put);
  }
}

test("R58: a document says the stored text exactly, whatever it said before", () => {
  fc.assert(
    fc.property(texts, texts, (before, after) => {
      const document = documentOf(withCourse(before));
      follow(document, withCourse(after));
      expect(courseOf(document)).toBe(after);
    }),
    { numRuns: 300 },
  );
});

test("R58: whatever the order in which live changes and a stored text meet, everybody reads the same", () => {
  fc.assert(
    fc.property(texts, texts, edits, edits, (before, after, ones, others) => {
      const base = documentOf(withCourse(before));
      const [one, other, stored] = [copyOf(base), copyOf(base), copyOf(base)];
      write(one, ones);
      write(other, others);
      follow(stored, withCourse(after));
      const updates = [one, other, stored].map((document) => Y.encodeStateAsUpdate(document));
      const merged = courseOf(documentFrom(...updates));
      expect(courseOf(documentFrom(...updates.toReversed()))).toBe(merged);
      expect(courseOf(documentFrom(...updates, ...updates))).toBe(merged);
    }),
    { numRuns: 300 },
  );
});

test("R58: what is added live stays when the stored text changes elsewhere", () => {
  fc.assert(
    fc.property(texts, texts, texts, (kept, added, replaced) => {
      const base = documentOf(withCourse(`${kept}|${replaced}`));
      const [live, stored] = [copyOf(base), copyOf(base)];
      live.getText("course").insert(0, added);
      follow(stored, withCourse(`${kept}|`));
      expect(courseOf(documentFrom(Y.encodeStateAsUpdate(live), Y.encodeStateAsUpdate(stored)))).toBe(
        `${added}${kept}|`,
      );
    }),
    { numRuns: 200 },
  );
});

test("plain writing in the fields of the scenario is taken, and nothing else", () => {
  const updateOf = (change: (document: Y.Doc) => void, base = new Y.Doc()) => {
    const before = Y.encodeStateVector(base);
    change(base);
    return Y.encodeStateAsUpdate(base, before);
  };
  const base = documentOf(withCourse("Séance 1."));
  expect(isPlainWriting(updateOf((one) => one.getText("summary").insert(0, "Un résumé.")))).toBe(true);
  expect(isPlainWriting(updateOf((one) => one.getText("course").delete(0, 3), base))).toBe(true);
  expect(isPlainWriting(updateOf((one) => one.getText("course").insert(2, "x"), base))).toBe(true);
  expect(isPlainWriting(updateOf((one) => one.getText("title").insert(0, "x")))).toBe(false);
  expect(isPlainWriting(updateOf((one) => one.getMap("course").set("a", 1)))).toBe(false);
  expect(isPlainWriting(updateOf((one) => one.getText("course").insertEmbed(0, {}), base))).toBe(false);
  expect(isPlainWriting(updateOf((one) => one.getText("course").format(0, 2, { bold: true }), base))).toBe(false);
  fc.assert(fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => void isPlainWriting(bytes)));
});

test("a presence is of the person whom the door knows, in a field of the scenario, and says nothing else", () => {
  const told = { personId: "somebody-else", name: "Nom", field: "course", selection: { anchor: 1, head: 2, more: 3 } };
  expect(presenceOf(told, "claire")).toEqual({
    personId: "claire",
    field: "course",
    selection: { anchor: 1, head: 2 },
  });
  expect(presenceOf({ ...told, field: "title" }, "claire")).toEqual({
    personId: "claire",
    field: null,
    selection: null,
  });
  const long = { anchor: "x".repeat(2_000), head: 1 };
  expect(presenceOf({ field: "course", selection: long }, "claire").selection).toBeNull();
});
