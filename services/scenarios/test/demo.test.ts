import { peopleEvents, projectsEvents } from "@trame/proto-schemas/topics";
import { composer } from "../demo/compose.ts";
import { load } from "../demo/load.ts";
import { publicationGaps } from "../src/domain/publication.ts";
import { toScenario } from "../src/store/scenarios.ts";
import { campaign, openScenarios } from "./examples.ts";

const THEMES = [
  ["svt"],
  ["physique-chimie"],
  ["ses"],
  ["documentation"],
  ["histoire-geographie"],
  ["emi", "premier-degre"],
  ["mathematiques"],
  ["ses"],
  ["svt"],
  ["eps"],
  ["langues-vivantes"],
  ["economie-gestion"],
  ["economie-gestion", "sti"],
  ["histoire-geographie"],
  ["svt"],
  ["documentation", "arts-plastiques"],
];

const ACADEMIES = ["14", "23", "10", "11", "12", "13"];

/** Two teams on each theme, as the earlier stages would have left them. */
async function openCampaign() {
  const service = await openScenarios();
  for (const code of new Set(THEMES.flat())) {
    await service.hears(projectsEvents.DisciplineRecorded, `d-${code}`, { discipline: { code, label: code } });
  }
  for (const [index, disciplineCodes] of THEMES.entries()) {
    const themeId = `theme-${index}`;
    for (const academyCode of ACADEMIES.slice(0, 2)) {
      const id = `${themeId}-${academyCode}`;
      const where = { campaignId: campaign, themeId, academyCode, disciplineCodes };
      const project = { ...where, id, title: "Projet", state: "RUNNING", startsOn: "2019-09-01", endsOn: "2020-08-31" };
      await service.hears(projectsEvents.ProjectOpened, id, { project });
      for (const [person, role] of [
        ["r", "REFERENT"],
        ["p", "PILOT"],
        ["t1", "TEACHER"],
        ["t2", "TEACHER"],
      ] as const) {
        const mandate = { id: `${id}-${person}`, personId: `${person}-${id}`, role, academyCode, themeId };
        await service.hears(peopleEvents.MandateStarted, mandate.id, {
          mandate: { ...mandate, startsOn: "2019-04-15" },
        });
      }
    }
  }
  return service;
}

test("the demonstration tells every idea once: no two of 300 titles and summaries are alike", () => {
  const words = composer();
  const told = Array.from({ length: 300 }, (_, index) => words(THEMES[index % THEMES.length] ?? [], `seed-${index}`));
  expect(new Set(told.map(({ title }) => title)).size).toBe(300);
  expect(new Set(told.map(({ summary }) => summary)).size).toBe(300);
});

test("R03, R11, R59, R61, R62, R68: the demonstration holds every state, published ones lack nothing, and it loads once", async () => {
  const service = await openCampaign();
  const visit = async (url: string) =>
    url.includes("/ent/")
      ? { kind: "LOGIN" as const, detail: "Identification." }
      : { kind: "PAGE" as const, finalUrl: url };
  const loading = { db: service.db, size: "small" as const, visit, standIn: "http://localhost:4030", say: () => {} };
  await load(loading);
  const scenarios = (await service.db.scenario.findMany()).map(toScenario);
  const count = (state: string) => scenarios.filter((scenario) => scenario.state === state).length;
  expect(["PUBLISHED", "DRAFT", "IN_REVIEW", "REVIEWED", "WITHDRAWN"].map(count)).toEqual([25, 6, 4, 3, 2]);
  const published = scenarios.filter(({ state }) => state === "PUBLISHED");
  expect(published.flatMap(publicationGaps)).toEqual([]);
  const days = scenarios.flatMap(({ draftedAt, publishedAt }) => [draftedAt, publishedAt ?? draftedAt]).map(Number);
  expect(Math.min(...days)).toBeGreaterThan(Date.parse("2019-10-01"));
  expect(Math.max(...days)).toBeLessThan(Date.parse("2020-05-17"));
  expect(new Set(published.map(({ projectId }) => projectId)).size).toBeGreaterThan(20);
  expect(published.filter(({ edubase }) => edubase.state === "INDEXED").length).toBeGreaterThan(15);
  expect(published.some(({ feedback }) => feedback.length > 0)).toBe(true);
  expect(await service.db.sequence.count()).toBe(6);
  const told = (await service.said()).length;
  await load(loading);
  expect((await service.said()).length).toBe(told);
  await service.stop();
}, 180_000);
