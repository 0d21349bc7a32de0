import { PersonStateSchema } from "@trame/proto-schemas/people/v1/state_pb";
import { PublicationUpdatedSchema } from "@trame/proto-schemas/publications/v1/publications_pb";
import { communications, known, sylvie, type Tested } from "./examples.ts";

let it: Tested;

beforeAll(async () => {
  it = await communications();
  await known(it);
});
afterAll(() => it.stop());

test("a name that arrives while its publication is being written misses none", async () => {
  const pairs = Array.from({ length: 15 }, (_, n) => n);
  await Promise.all(
    pairs.flatMap((n) => [
      it.hearsScenario(`s${n}`, { authors: [{ personId: `author-${n}` }], disciplineCodes: n % 2 ? ["svt"] : ["emi"] }),
      it.hears(PersonStateSchema, `author-${n}`, { id: `author-${n}`, displayName: `Autrice ${n}` }),
    ]),
  );
  expect(await it.parked()).toEqual([]);
  const rows = await it.db.publication.findMany({ select: { sourceId: true, words: true } });
  expect(rows).toHaveLength(15);
  for (const { sourceId, words } of rows) {
    expect(words).toMatchObject({ attribution: `Autrice ${sourceId.slice(1)} – académie de Rennes` });
  }
}, 60_000);

test("R71: editors and arriving publications do not stop each other, and nothing is lost between two editions", async () => {
  const draft = await it.draft("svt");
  await it.edits(sylvie, { editionId: draft.id, title: "En direct" });
  const arrivals = Array.from({ length: 10 }, (_, n) =>
    it.hearsScenario(`t${n}`, { disciplineCodes: n % 2 ? ["svt", "emi"] : ["emi", "svt"] }),
  );
  const [published] = await Promise.all([it.publishes(sylvie, { editionId: draft.id }), ...arrivals]);
  expect(published.errors).toEqual([]);
  expect(await it.parked()).toEqual([]);
  const next = await it.draft("svt");
  const items = published.edition.items.length + (next?.items.length ?? 0);
  expect(items).toBe(await it.db.publication.count({ where: { disciplineCodes: { has: "svt" } } }));
  expect(await it.db.edition.count({ where: { draftOf: { not: null } } })).toBeLessThanOrEqual(3);
}, 60_000);

test("what is completed is told once per name", async () => {
  const before = (await it.saidOf(PublicationUpdatedSchema)).length;
  await it.hears(PersonStateSchema, "claire", { id: "claire", displayName: "Claire Le Goff" });
  expect(await it.saidOf(PublicationUpdatedSchema)).toHaveLength(before);
});
