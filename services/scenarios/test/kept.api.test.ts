import { claire, expert, ian, karim, nina, openScenarios, pilot, referent, stranger } from "./examples.ts";

type Scenarios = Awaited<ReturnType<typeof openScenarios>>;
let service: Scenarios;
beforeAll(async () => {
  service = await openScenarios();
});
afterAll(() => service.stop());

const TEXTS = `query ($id: ID!) { scenario(id: $id) { title course state versionNumber version
  versions { number text { title course licence levels { label } disciplines { code } } }
  keptTexts { id occasion versionNumber by { id } text { title course } } } }`;

const textsOf = async (actor: typeof claire, id: string) => (await service.query(actor, TEXTS, { id })).scenario;

test("R58: what is proposed, published and corrected is kept with who and why, and each version keeps its words", async () => {
  const { id: scenarioId } = await service.publishes(claire, "Avant");
  await service.must(claire, "reviseScenario", { scenarioId, title: "Après", course: "Séance unique." });
  const { keptTexts, versions } = await textsOf(karim, scenarioId);
  expect(keptTexts).toMatchObject([
    { occasion: "PROPOSED", versionNumber: 1, by: { id: "referent" }, text: { title: "Avant" } },
    { occasion: "PUBLISHED", versionNumber: 1, by: { id: "ian" }, text: { title: "Avant" } },
    { occasion: "CORRECTED", versionNumber: 2, by: { id: "claire" }, text: { course: "Séance unique." } },
  ]);
  const first = { title: "Avant", licence: "CC BY-SA 4.0", disciplines: [{ code: "svt" }] };
  expect(versions).toMatchObject([
    { number: 1, text: { ...first, levels: [{ label: "2de générale et technologique" }] } },
    { number: 2, text: { title: "Après", course: "Séance unique." } },
  ]);
});

test("R58: what was only proposed is read in the group; published versions are everyone's", async () => {
  const { id: scenarioId } = await service.publishes(claire, "Public");
  for (const insider of [claire, karim, pilot, ian, expert]) {
    expect((await textsOf(insider, scenarioId)).keptTexts).toHaveLength(2);
  }
  for (const outsider of [nina, stranger]) {
    const { keptTexts, versions } = await textsOf(outsider, scenarioId);
    expect(keptTexts).toEqual([]);
    expect(versions).toMatchObject([{ number: 1, text: { title: "Public" } }]);
  }
});

test("R58: an earlier text comes back into a draft, and what it replaces is kept", async () => {
  const { id: scenarioId } = await service.writes(claire, "Première idée");
  await service.must(referent, "proposeScenario", { scenarioId });
  await service.must(karim, "reviseScenario", { scenarioId, title: "Seconde idée" });
  const [proposed] = (await textsOf(claire, scenarioId)).keptTexts;
  for (const actor of [nina, stranger, expert]) {
    const { errors } = await service.does(actor, "restoreScenarioText", { scenarioId, keptTextId: proposed.id });
    expect(errors).toMatchObject([{ kind: "FORBIDDEN" }]);
  }
  const restored = await service.must(karim, "restoreScenarioText", { scenarioId, keptTextId: proposed.id });
  expect(restored).toMatchObject({ title: "Première idée", state: "DRAFT" });
  expect((await textsOf(claire, scenarioId)).keptTexts).toMatchObject([
    { occasion: "PROPOSED" },
    { occasion: "REPLACED", by: { id: "karim" }, text: { title: "Seconde idée" } },
  ]);
  const again = await service.must(karim, "restoreScenarioText", { scenarioId, keptTextId: proposed.id });
  expect(again.version).toBe(restored.version);
});

test("R58: restoring an earlier version of a published scenario is a correction, by its authors", async () => {
  const { id: scenarioId } = await service.publishes(claire, "Juste");
  await service.must(claire, "reviseScenario", { scenarioId, title: "Faux" });
  const first = (await textsOf(claire, scenarioId)).keptTexts[1];
  const refused = await service.does(karim, "restoreScenarioText", { scenarioId, keptTextId: first.id });
  expect(refused.errors).toMatchObject([{ kind: "FORBIDDEN" }]);
  const restored = await service.must(claire, "restoreScenarioText", { scenarioId, keptTextId: first.id });
  expect(restored).toMatchObject({ state: "PUBLISHED", versionNumber: 3, title: "Juste" });
  expect((await textsOf(claire, scenarioId)).keptTexts.at(-1)).toMatchObject({
    occasion: "CORRECTED",
    versionNumber: 3,
  });
});

test("R58: a text of another scenario, an outdated page and a withdrawn scenario are refused", async () => {
  const { id: other } = await service.publishes(claire, "Autre");
  const { id: scenarioId, version } = await service.publishes(claire, "Celui-ci");
  const [foreign] = (await textsOf(claire, other)).keptTexts;
  const [own] = (await textsOf(claire, scenarioId)).keptTexts;
  const codes = async (input: object) =>
    (await service.does(claire, "restoreScenarioText", { scenarioId, ...input })).errors.map(
      ({ code }: { code: string }) => code,
    );
  expect(await codes({ keptTextId: foreign.id })).toEqual(["NOT_FOUND"]);
  expect(await codes({ keptTextId: own.id, expectedVersion: version - 1 })).toEqual(["CHANGED_MEANWHILE"]);
  await service.must(ian, "withdrawScenario", { scenarioId, reason: "Doublon." });
  expect(await codes({ keptTextId: own.id })).toEqual(["SCENARIO_WITHDRAWN"]);
});
