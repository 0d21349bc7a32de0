import type { Event } from "@trame/kit/testing/service";
import { MandateStartedSchema } from "@trame/proto-schemas/people/v1/events_pb";
import {
  ScenarioProposedSchema,
  ScenarioPublishedSchema,
  ScenarioReviewedSchema,
  ScenarioUpdatedSchema,
  ScenarioWithdrawnSchema,
} from "@trame/proto-schemas/scenarios/v1/events_pb";
import fc from "fast-check";
import { communications, example, known, RENNES, type Tested } from "./examples.ts";

const at = new Date("2020-05-18T07:00:00Z");
let it: Tested;

beforeEach(async () => {
  it = await communications();
  await known(it);
});
afterEach(() => it.stop());

const event = (
  schema: Event["schema"],
  id: string,
  version: number,
  message: object = {},
  scenario: object = {},
): Event => ({
  ...{ schema, key: id, version, at },
  message: { scenario: { ...example(id), ...scenario }, ...message },
});
const published = (id: string, version = 1, scenario: object = {}) =>
  event(ScenarioPublishedSchema, id, version, {}, scenario);
const withdrawn = (id: string, version: number) => event(ScenarioWithdrawnSchema, id, version, { reason: "Droits" });

const log = async () =>
  (await it.db.publicationLogEntry.findMany({ orderBy: { position: "asc" } })).map(
    ({ type, publication }) => `${type} ${(publication as { title: string }).title}`,
  );
const drafts = async () =>
  (
    await it.db.$queryRaw<{ slug: string; title: string }[]>`
      select slug, publication.title from edition join edition_item on "editionId" = edition.id
        join newsletter on newsletter.id = "newsletterId" join publication on publication.id = "publicationId"
       where "draftOf" is not null order by slug, place`
  ).map(({ slug, title }) => `${slug}: ${title}`);

test("R71: a hundred publications that arrive together are in the log, the series and the feeds, each once", async () => {
  const many = Array.from({ length: 100 }, (_, n) => published(`s${n}`));
  const statements = await it.countingStatements(() => it.hearsAll(many));
  expect(statements).toBeLessThan(60);
  expect(await log()).toEqual(many.map(({ key }) => `published Scénario ${key}`));
  expect(await drafts()).toEqual(many.map(({ key }) => `svt: Scénario ${key}`));
  expect(await it.parked()).toEqual([]);
});

test("what was published and withdrawn in one batch is handed to nobody, and leaves the series", async () => {
  await it.hearsAll([published("s1"), published("s2"), withdrawn("s1", 2)]);
  expect(await log()).toEqual(["published Scénario s2", "withdrawn Scénario s1"]);
  expect(await drafts()).toEqual(["svt: Scénario s2"]);
  await it.hearsAll([withdrawn("s2", 2), published("s2", 3), published("s1", 3)]);
  expect(await log()).toEqual([
    ...["withdrawn Scénario s1", "withdrawn Scénario s2"],
    ...["published Scénario s2", "published Scénario s1"],
  ]);
});

test("a review that arrives with what asked for it settles the request", async () => {
  await it.hears(MandateStartedSchema, "paul-ian", {
    mandate: { id: "paul-ian", personId: "paul", role: "IAN", academyCode: RENNES, startsOn: "2019-09-01" },
  });
  await it.hearsAll([
    event(ScenarioProposedSchema, "s1", 1),
    event(ScenarioReviewedSchema, "s1", 2, { outcome: "FAVOURABLE" }),
    published("s1", 3),
  ]);
  const asked = await it.db.notification.findMany({ where: { personId: "paul", kind: "SCENARIO_TO_REVIEW" } });
  expect(asked.map(({ settledAt }) => settledAt !== null)).toEqual([true]);
});

test("an event that fails among others parks its key, and the others are published", async () => {
  await it.hearsAll([published("s1"), published("s2", 1, { title: "\u0000" }), published("s3")]);
  expect(await log()).toEqual(["published Scénario s1", "published Scénario s3"]);
  expect(await it.parked()).toHaveLength(1);
});

const KINDS = [ScenarioPublishedSchema, ScenarioUpdatedSchema, ScenarioWithdrawnSchema];

test("whatever comes in whatever batches leaves the same publications, series and copies as one by one", async () => {
  const other = await communications();
  await known(other);
  const step = fc.record({
    ...{ key: fc.integer({ min: 0, max: 2 }), kind: fc.integer({ min: 0, max: 2 }), title: fc.integer({ max: 3 }) },
    ...{ version: fc.integer({ min: 1, max: 9 }), discipline: fc.constantFrom("svt", "emi") },
  });
  let run = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 9 }), async (steps) => {
      run++;
      const events = steps.map(({ key, kind, title, version, discipline }) =>
        event(...([KINDS[kind] ?? ScenarioPublishedSchema, `r${run}-${key}`, version, { reason: "Droits" }] as const), {
          title: `Titre ${title}`,
          disciplineCodes: [discipline],
        }),
      );
      await it.hearsAll(events);
      for (const one of events) await other.hearsAll([one]);
      expect(await state(it, `r${run}-`)).toEqual(await state(other, `r${run}-`));
    }),
    { numRuns: 25 },
  );
  await other.stop();
});

async function state({ db }: Tested, prefix: string) {
  const publications = await db.publication.findMany({
    where: { sourceId: { startsWith: prefix } },
    orderBy: { sourceId: "asc" },
  });
  const id = { in: publications.map((one) => one.id) };
  const items = await db.editionItem.findMany({ where: { publicationId: id }, orderBy: { id: "asc" } });
  const copies = await db.scenario.findMany({ where: { id: { startsWith: prefix } }, orderBy: { id: "asc" } });
  const told = await db.publicationLogEntry.groupBy({
    by: ["publicationId", "type"],
    where: { publicationId: id },
    _count: true,
    orderBy: [{ publicationId: "asc" }, { type: "asc" }],
  });
  return { publications, items: items.map(({ id, excluded }) => ({ id, excluded })), copies, told };
}
