import { person } from "@trame/kit/testing/service";
import { peopleEvents, peopleStateEvents, projectsEvents } from "@trame/proto-schemas/topics";
import { loadVocabularies } from "../src/vocabularies.ts";
import { campaign, claire, openScenarios, referent, rennesProject, svt } from "./examples.ts";

type Scenarios = Awaited<ReturnType<typeof openScenarios>>;
let service: Scenarios;
beforeAll(async () => {
  service = await openScenarios();
});
afterAll(() => service.stop());

const CREDIT = "query ($id: ID!) { scenario(id: $id) { credit authors { publishedName } } }";
const creditOf = async (id: string) => (await service.query(claire, CREDIT, { id })).scenario;

test("an event that comes twice has its effect once", async () => {
  const message = { discipline: { code: "eps", label: "EPS" } };
  expect(await service.hears(projectsEvents.DisciplineRecorded, "eps", message, { id: "e1", version: 1 })).toBe(
    "applied",
  );
  expect(await service.hears(projectsEvents.DisciplineRecorded, "eps", message, { id: "e1", version: 1 })).toBe(
    "duplicate",
  );
});

test("a stale event changes nothing", async () => {
  const academy = { code: "22", label: "académie de Limoges", sites: ["ac-limoges.fr"] };
  await service.hears(peopleEvents.AcademyRecorded, "22", { academy }, { version: 5 });
  await service.hears(peopleEvents.AcademyRecorded, "22", { academy: { ...academy, sites: [] } }, { version: 4 });
  expect((await service.db.academy.findUniqueOrThrow({ where: { code: "22" } })).sites).toEqual(["ac-limoges.fr"]);
});

test("a project may be heard of before its theme, and any event of it is enough", async () => {
  const project = {
    id: "early",
    campaignId: campaign,
    themeId: "later",
    academyCode: "14",
    title: "Tôt",
    state: "RUNNING",
  };
  expect(await service.hears(projectsEvents.ProjectAdvanced, "early", { project }, { version: 7 })).toBe("applied");
  const again = { ...project, state: "FORMING" };
  await service.hears(projectsEvents.ProjectOpened, "early", { project: again }, { version: 1 });
  expect((await service.db.project.findUniqueOrThrow({ where: { id: "early" } })).state).toBe("RUNNING");
  expect(await service.parked()).toEqual([]);
});

test("R07: a person who is erased loses the copy of the name; what was published stays as published", async () => {
  const published = await service.publishes(claire, "Publié avant");
  const { id: draft } = await service.drafts(claire, "Jamais publié");
  expect((await creditOf(draft)).credit).toContain("Claire Le Goff");
  expect(await service.hears(peopleStateEvents.PersonState, "claire", null, { version: 9 })).toBe("applied");
  await service.hears(
    peopleStateEvents.PersonState,
    "claire",
    { id: "claire", displayName: "Claire Le Goff" },
    { version: 2 },
  );
  expect((await creditOf(draft)).credit).not.toContain("Claire");
  expect((await creditOf(published.id)).authors).toEqual([{ publishedName: "Claire Le Goff" }]);
  const rows = await service.db.$queryRaw<{ n: number }[]>`
    select count(*)::integer as n from person where "displayName" like 'Claire%'`;
  expect(rows).toEqual([{ n: 0 }]);
});

test("a mandate that changed is kept in its last form", async () => {
  const mandate = {
    id: "m1",
    personId: "p1",
    role: "TEACHER",
    academyCode: "14",
    themeId: svt,
    startsOn: "2019-09-01",
  };
  await service.hears(peopleEvents.MandateStarted, "m1", { mandate });
  await service.hears(peopleEvents.MandateEnded, "m1", { mandate: { ...mandate, endsOn: "2020-03-01" } });
  expect((await service.db.mandate.findUniqueOrThrow({ where: { id: "m1" } })).endsOn).toBe("2020-03-01");
});

test("R24: a draft of a référent who is replaced falls to the successor; its author stays", async () => {
  const scope = { academyCode: "14", themeId: svt };
  const held = { id: "held", personId: "referent", role: "REFERENT", startsOn: "2019-09-01", ...scope };
  await service.hears(peopleEvents.MandateStarted, held.id, { mandate: held });
  const { id: scenarioId } = await service.drafts(referent, "Un brouillon à reprendre");
  const successor = person("remi", { role: "REFERENT", ...scope });
  const tasksOf = async (actor: typeof referent) => {
    const query = `query ($id: ID!) { _entities(representations: [{ __typename: "Viewer", id: $id }]) { ... on Viewer { scenarioTasks { title href } } } }`;
    const { _entities } = await service.query(actor, query, { id: actor.personId });
    const tasks: { title: string; href: string }[] = _entities[0].scenarioTasks;
    return tasks.filter(({ href }) => href.endsWith(scenarioId)).map(({ title }) => title);
  };
  expect([await tasksOf(referent), await tasksOf(successor)]).toEqual([["Compléter le scénario"], []]);
  await service.hears(peopleEvents.MandateEnded, held.id, { mandate: { ...held, endsOn: "2020-03-01" } });
  const next = { id: "next", personId: "remi", role: "REFERENT", startsOn: "2020-03-02", ...scope };
  await service.hears(peopleEvents.MandateStarted, next.id, { mandate: next });
  const gone = person("referent");
  expect([await tasksOf(gone), await tasksOf(successor)]).toEqual([
    [],
    ["Reprendre un scénario que ses auteurs ont quitté"],
  ]);
  const { authors } = await service.must(successor, "reviseScenario", { scenarioId, summary: "Repris." });
  expect(authors).toMatchObject([{ person: { id: "referent" } }]);
  expect((await service.does(gone, "proposeScenario", { scenarioId })).errors).toMatchObject([{ kind: "FORBIDDEN" }]);
});

test("Caen's mandates hold in Normandie, and the other way round", async () => {
  await service.hears(peopleEvents.AcademyRecorded, "05", {
    academy: { code: "05", label: "académie de Caen", successorCode: "70" },
  });
  await service.hears(peopleEvents.AcademyRecorded, "70", { academy: { code: "70", label: "académie de Normandie" } });
  const project = {
    id: "caen",
    campaignId: campaign,
    themeId: svt,
    academyCode: "05",
    title: "Caen",
    state: "RUNNING",
  };
  await service.hears(projectsEvents.ProjectOpened, "caen", { project: { ...project, disciplineCodes: ["svt"] } });
  const normande = {
    ...claire,
    personId: "normande",
    mandates: [{ role: "TEACHER", academyCode: "70", themeId: svt }],
  };
  expect(await service.drafts(normande, "Bocage", "caen")).toMatchObject({ academies: [{ code: "05" }] });
});

test("a second start finds nothing to load", async () => {
  const { db } = service;
  const [before] = await db.$queryRaw<{ xmin: string }[]>`select max(xmin::text::bigint)::text as xmin from concept`;
  const logger = { info: () => {} };
  const statements = await service.countingStatements(() =>
    loadVocabularies({ db, logger: logger as unknown as Parameters<typeof loadVocabularies>[0]["logger"] }),
  );
  expect(statements).toBe(1);
  const [after] = await db.$queryRaw<{ xmin: string }[]>`select max(xmin::text::bigint)::text as xmin from concept`;
  expect(after).toEqual(before);
  expect(rennesProject).toBeDefined();
});
