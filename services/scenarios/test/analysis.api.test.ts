import { claire, expert, nina, openScenarios, referent, rennesProject, stranger } from "./examples.ts";

let service: Awaited<ReturnType<typeof openScenarios>>;
beforeAll(async () => {
  service = await openScenarios();
});
afterAll(() => service.stop());

const write = async (actor: typeof claire, input: object) =>
  (
    await service.query(
      actor,
      `mutation ($input: WriteProjectAnalysisInput!) { writeProjectAnalysis(input: $input) {
        analysis { text version by { id } } errors { kind code field requirement } } }`,
      { input: { projectId: rennesProject, ...input } },
    )
  ).writeProjectAnalysis;
const read = async (actor?: typeof claire) =>
  (
    await service.query(
      actor,
      `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Project { implementationAnalysis { text } } } }`,
      { r: [{ __typename: "Project", id: rennesProject }] },
    )
  )._entities[0].implementationAnalysis;

test("R59: a team analyses what it tried in class: its group reads it first, everybody once it has published", async () => {
  expect((await write(claire, { text: "Trop tôt." })).errors).toMatchObject([
    { code: "NOT_TRIED_IN_CLASS", requirement: "R59" },
  ]);
  const { id: scenarioId } = await service.review(claire, "Analysé");
  expect((await write(claire, { text: " " })).errors).toMatchObject([{ code: "REQUIRED", field: "text" }]);
  const { analysis } = await write(claire, { text: "Les élèves justifient mieux.", expectedVersion: 0 });
  expect(analysis).toEqual({ text: "Les élèves justifient mieux.", version: 1, by: { id: "claire" } });
  expect([await read(referent), await read(expert)]).toEqual([{ text: analysis.text }, { text: analysis.text }]);
  expect([await read(stranger), await read()]).toEqual([null, null]);
  await service.db.scenario.update({ where: { id: scenarioId }, data: { state: "PUBLISHED" } });
  expect(await read()).toEqual({ text: analysis.text });
});

test("R59: only members of the group write it, and who read an older one is told", async () => {
  for (const actor of [stranger, nina, expert]) {
    expect((await write(actor, { text: "Intrus." })).errors).toMatchObject([{ kind: "FORBIDDEN" }]);
  }
  const late = await write(referent, { text: "Plus tard.", expectedVersion: 0 });
  expect(late.errors).toMatchObject([{ kind: "CONFLICT", code: "CHANGED_MEANWHILE" }]);
  expect(late.analysis).toMatchObject({ version: 1 });
  expect((await write(referent, { text: "À deux.", expectedVersion: 1 })).analysis).toMatchObject({ version: 2 });
});
