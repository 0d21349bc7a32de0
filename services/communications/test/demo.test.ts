import type { Demo } from "@trame/kit/demo";
import { stableId } from "@trame/kit/id";
import { AcademyRecordedSchema, MandateStartedSchema } from "@trame/proto-schemas/people/v1/events_pb";
import { ProjectEngagedSchema } from "@trame/proto-schemas/projects/v1/events_pb";
import { diffusion } from "../demo/diffusion.ts";
import { reviews } from "../demo/reviews.ts";
import type { Db, Tx } from "../src/database.ts";
import { communications, known, ORIGIN, type Tested } from "./examples.ts";

let it: Tested;

const THEMES = [1, 2, 3].map((n) => stableId("demo-theme", "2019-2020", String(n)));
const ACADEMIES = ["01", "02", "03", "04", "06", "07", "08", "09", "10", "11"];

const mandate = (id: string, role: string, scope: object) =>
  it.hears(MandateStartedSchema, id, {
    mandate: { id, personId: `person-${id}`, role, startsOn: "2019-04-01", endsOn: "2020-08-31", ...scope },
  });

beforeAll(async () => {
  it = await communications();
  await known(it);
  await mandate("editor", "EDITOR", {});
  await mandate("office", "PROGRAMME", {});
  for (const code of ACADEMIES) {
    await it.hears(AcademyRecordedSchema, code, { academy: { code, name: `A${code}`, label: `académie A${code}` } });
  }
  for (const [index, themeId] of THEMES.entries()) {
    await it.hearsTheme(themeId, { title: `Thème ${index} : sous-titre` });
    await mandate(`expert-${index}`, "EXPERT", { themeId });
    for (const academyCode of ACADEMIES) {
      const id = stableId("demo-project", themeId, academyCode);
      await mandate(`referent-${index}-${academyCode}`, "REFERENT", { themeId, academyCode });
      await it.hears(ProjectEngagedSchema, id, {
        project: {
          id,
          themeId,
          academyCode,
          title: `Projet ${academyCode}`,
          disciplineCodes: ["svt"],
          state: "RUNNING",
        },
      });
      const at = new Date(Date.parse("2019-12-01T09:00:00Z") + index * 40 * 86_400_000);
      await it.hearsScenario(`s-${id}`, { themeId, academyCodes: [academyCode] }, { at });
    }
  }
}, 60_000);
afterAll(() => it.stop());

const demo = (): Demo<Tx, Db> => ({
  db: it.db,
  origin: ORIGIN,
  say: () => {},
  commit: (by, at, work) => it.db.$transaction((tx) => work(tx, { by, at }), { timeout: 60_000, maxWait: 20_000 }),
  each: async (_, items, work) => {
    for (const [index, item] of items.entries()) await work(item, index);
  },
});

const counts = async () => ({
  reviews: (await it.db.priorWorkReview.count()) + (await it.db.literatureReview.count()),
  materials: await it.db.material.count(),
  modules: await it.db.trainingModule.count(),
  watch: await it.db.watchItem.count(),
  editions: await it.db.edition.count(),
  items: await it.db.editionItem.count(),
  relays: await it.db.relay.count(),
  publications: await it.db.publication.count(),
  composed: await it.db.trainingModule.count({ where: { publicationIds: { isEmpty: false } } }),
  distributed: await it.db.synthesis.count({ where: { state: "DISTRIBUTED" } }),
  waiting: await it.db.mail.count({ where: { state: "QUEUED", kind: "SYNTHESIS" } }),
});

test("the demonstration is written through the commands, and again without a change", async () => {
  await reviews(demo());
  await diffusion(demo());
  const first = await counts();
  expect(first.reviews).toBe(6);
  expect(first.materials).toBeGreaterThan(15);
  expect(first).toMatchObject({ composed: 3, distributed: 1, waiting: 0 });
  expect(first.modules).toBeGreaterThanOrEqual(3);
  await reviews(demo());
  await diffusion(demo());
  expect(await counts()).toEqual(first);
}, 120_000);

test("R71: no published edition of the demonstration knows the future, and the drafts are full", async () => {
  const late = await it.db.$queryRaw`
    select 1 as one from edition_item
      join edition on edition.id = edition_item."editionId"
      join publication on publication.id = edition_item."publicationId"
     where edition.state = 'PUBLISHED' and publication."publishedAt" > edition."publishedAt"`;
  expect(late).toEqual([]);
  const editions = await it.db.edition.findMany({ where: { state: "PUBLISHED" } });
  expect(editions.length).toBeGreaterThanOrEqual(2);
  expect(editions.every(({ title, editorial }) => title !== "" && editorial !== "")).toBe(true);
  expect((await it.draft("svt")).items.every(({ excluded }: { excluded: boolean }) => !excluded)).toBe(true);
});
