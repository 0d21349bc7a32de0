import { scenariosEvents } from "@trame/proto-schemas/topics";
import { claire, expert, ian, ianNice, nina, openScenarios, pilot, referent, stranger } from "./examples.ts";

type Scenarios = Awaited<ReturnType<typeof openScenarios>>;
let service: Scenarios;
beforeAll(async () => {
  service = await openScenarios();
});
afterAll(() => service.stop());

const codes = (answer: { errors: { code: string }[] }) => answer.errors.map(({ code }) => code);

test("R03, R61, R62, R68: a reviewed scenario with gaps is refused with all of them", async () => {
  const { id: scenarioId } = await service.drafts(claire);
  await service.must(claire, "reviseScenario", { scenarioId, summary: "Résumé.", course: "Déroulé." });
  await service.must(claire, "declareResource", { scenarioId, title: "Film", basis: "UNRESOLVED" });
  await service.must(claire, "declareDigitalService", {
    scenarioId,
    name: "Pad",
    purpose: "Notes",
    pupilAccounts: true,
  });
  await service.must(referent, "proposeScenario", { scenarioId });
  await service.must(pilot, "reviewScenario", { scenarioId, outcome: "PASSED" });
  const { errors } = await service.does(ian, "publishScenario", { scenarioId });
  const requirements = errors.map(({ requirement }: { requirement: string }) => requirement);
  expect(requirements).toEqual(expect.arrayContaining(["R03", "R61", "R62", "R68"]));
  expect(errors.every(({ kind }: { kind: string }) => kind === "RULE")).toBe(true);
});

test("R07: published by the academy's IAN or référent, with the authors' names of the day", async () => {
  const { id: scenarioId } = await service.review(claire);
  for (const actor of [claire, pilot, expert, ianNice, stranger]) {
    expect((await service.does(actor, "publishScenario", { scenarioId })).errors).toMatchObject([
      { kind: "FORBIDDEN" },
    ]);
  }
  const scenario = await service.must(referent, "publishScenario", { scenarioId });
  expect(scenario).toMatchObject({ state: "PUBLISHED", versionNumber: 1, versions: [{ number: 1 }] });
  expect(scenario.authors).toMatchObject([{ publishedName: "Claire Le Goff" }]);
  const [told] = await service.saidOf(scenariosEvents.ScenarioPublished);
  expect(told?.scenario).toMatchObject({
    id: scenarioId,
    state: "PUBLISHED",
    openAddress: "https://espaceeducatif.ac-rennes.fr/svt/biodiversite",
    disciplineCodes: ["svt"],
    competences: [{ uri: "1.2", label: "Gérer des données" }, { uri: "1.3" }],
    levels: [{ label: "2de générale et technologique" }],
    edubaseState: "TO_INDEX",
  });
});

test("R06: the credit names authors, title, academy, licence and address", async () => {
  const { credit } = await service.publishes(claire, "Métadonnées de terrain");
  expect(credit).toBe(
    "« Métadonnées de terrain », Claire Le Goff, académie de Rennes, travaux académiques mutualisés 2019-2020, CC BY-SA 4.0, https://espaceeducatif.ac-rennes.fr/svt/biodiversite",
  );
});

test("R58: an author corrects a published scenario at once, as a new version", async () => {
  const { id: scenarioId } = await service.publishes(claire, "À corriger");
  expect((await service.does(referent, "reviseScenario", { scenarioId, title: "Autre" })).errors).toMatchObject([
    { kind: "FORBIDDEN" },
  ]);
  const corrected = await service.must(claire, "reviseScenario", { scenarioId, title: "Corrigé" });
  expect(corrected).toMatchObject({ state: "PUBLISHED", versionNumber: 2, title: "Corrigé" });
  expect(corrected.versions).toEqual([
    { number: 1, title: "À corriger" },
    { number: 2, title: "Corrigé" },
  ]);
  expect((await service.saidOf(scenariosEvents.ScenarioUpdated)).at(-1)?.scenario).toMatchObject({ versionNumber: 2 });
});

test("R61: a correction that opens a gap is refused, and nothing changes", async () => {
  const { id: scenarioId, version } = await service.publishes(claire);
  const answer = await service.does(claire, "declareResource", {
    scenarioId,
    title: "Film",
    basis: "TEACHING_EXCEPTION",
  });
  expect(answer.errors).toMatchObject([{ code: "RIGHTS_IN_CLASS_ONLY", requirement: "R61" }]);
  const data = await service.query(claire, "query ($id: ID!) { scenario(id: $id) { version resources { id } } }", {
    id: scenarioId,
  });
  expect(data.scenario).toEqual({ version, resources: [] });
});

test("R59: members of the theme's groups give feedback on what is published, on one implementation if they say which", async () => {
  const draft = await service.drafts(claire);
  expect(codes(await service.does(nina, "giveFeedback", { scenarioId: draft.id, text: "Bien." }))).toEqual([
    "NOT_PUBLISHED",
  ]);
  const { id: scenarioId, implementations } = await service.publishes(claire);
  const implementationId = implementations[0].id;
  const scenario = await service.must(nina, "giveFeedback", { scenarioId, implementationId, text: "Repris à Nice." });
  expect(scenario.feedback).toEqual([{ text: "Repris à Nice.", author: { id: "nina" } }]);
  expect((await service.does(stranger, "giveFeedback", { scenarioId, text: "Non." })).errors).toMatchObject([
    { kind: "FORBIDDEN" },
  ]);
  expect(codes(await service.does(expert, "giveFeedback", { scenarioId, implementationId: "x", text: "?" }))).toEqual([
    "NOT_FOUND",
  ]);
  expect((await service.saidOf(scenariosEvents.FeedbackGiven)).at(-1)).toMatchObject({ authorId: "nina" });
});

test("R06: another academy of the theme tries a published scenario and says so", async () => {
  const { id: scenarioId } = await service.publishes(claire);
  const input = {
    scenarioId,
    classLevel: "2de",
    establishment: "Lycée Masséna",
    startedOn: "2020-03-02",
    outcome: "Repris.",
  };
  expect((await service.must(nina, "recordImplementation", input)).implementations).toHaveLength(2);
});

test("R11, R69: indexing is the act of an academy, with its date, author and record", async () => {
  const { id: scenarioId } = await service.publishes(claire);
  const input = { scenarioId, state: "INDEXED" };
  expect((await service.does(claire, "recordEdubaseIndexing", input)).errors).toMatchObject([{ kind: "FORBIDDEN" }]);
  expect((await service.does(ianNice, "recordEdubaseIndexing", input)).errors).toMatchObject([{ kind: "FORBIDDEN" }]);
  expect((await service.does(ian, "recordEdubaseIndexing", input)).errors).toMatchObject([
    { code: "NO_EDUBASE_REFERENCE", requirement: "R11" },
  ]);
  const scenario = await service.must(ian, "recordEdubaseIndexing", { ...input, number: 21971 });
  expect(scenario.edubase).toEqual({ state: "INDEXED", number: 21971, academy: { code: "14" }, by: { id: "ian" } });
  expect((await service.saidOf(scenariosEvents.ScenarioIndexed)).at(-1)).toMatchObject({
    academyCode: "14",
    scenario: { edubaseState: "INDEXED" },
  });
});

test("R11: a participating academy other than the project's may index", async () => {
  const authors = [
    { personId: "claire", role: "DESIGN" },
    { personId: "nina", role: "DESIGN" },
  ];
  const { id: scenarioId } = await service.publishes(claire, "À deux académies", { authors });
  const scenario = await service.must(ianNice, "recordEdubaseIndexing", { scenarioId, state: "SUBMITTED" });
  expect(scenario.edubase).toMatchObject({ state: "SUBMITTED", academy: { code: "23" } });
});

test("R11: what is not published is not indexed", async () => {
  const { id: scenarioId } = await service.review(claire);
  expect(codes(await service.does(ian, "recordEdubaseIndexing", { scenarioId, state: "SUBMITTED" }))).toEqual([
    "NOT_PUBLISHED",
  ]);
});

test("the academy withdraws a published scenario with a reason, for good", async () => {
  const { id: scenarioId } = await service.publishes(claire);
  expect((await service.does(ian, "withdrawScenario", { scenarioId, reason: " " })).errors).toMatchObject([
    { code: "REQUIRED", field: "reason" },
  ]);
  expect((await service.does(claire, "withdrawScenario", { scenarioId, reason: "x" })).errors).toMatchObject([
    { kind: "FORBIDDEN" },
  ]);
  const scenario = await service.must(referent, "withdrawScenario", { scenarioId, reason: "Droits contestés." });
  expect(scenario).toMatchObject({ state: "WITHDRAWN" });
  expect((await service.saidOf(scenariosEvents.ScenarioWithdrawn)).at(-1)).toMatchObject({
    reason: "Droits contestés.",
  });
  expect(codes(await service.does(claire, "reviseScenario", { scenarioId, title: "Retour" }))).toEqual([
    "SCENARIO_WITHDRAWN",
  ]);
  const { errors } = await service.ask(
    { ...claire, personId: "x", mandates: [] },
    "query ($id: ID!) { scenario(id: $id) { id } }",
    {
      id: scenarioId,
    },
  );
  expect(errors?.[0]?.extensions?.code).toBe("FORBIDDEN");
});
