import { ANONYMOUS } from "@trame/kit/actor";
import { claire, openScenarios } from "./examples.ts";

const SAY = `mutation ($input: SayScenarioUsedInput!) { sayScenarioUsed(input: $input) {
  scenario { useCount } errors { code } } }`;

test("R59: a reader without an account says that he or she used a scenario; a number is all that is kept", async () => {
  const service = await openScenarios();
  const say = async (scenarioId: string) =>
    (await service.query(ANONYMOUS, SAY, { input: { scenarioId } })).sayScenarioUsed;
  const { id } = await service.publishes(claire);
  expect(await say(id)).toEqual({ scenario: { useCount: 1 }, errors: [] });
  expect((await say(id)).scenario).toEqual({ useCount: 2 });
  const draft = await service.drafts(claire);
  expect((await say(draft.id)).errors).toEqual([{ code: "NOT_PUBLISHED" }]);
  expect(await service.db.scenarioUse.findMany()).toEqual([{ scenarioId: id, count: 2 }]);
  await service.stop();
});
