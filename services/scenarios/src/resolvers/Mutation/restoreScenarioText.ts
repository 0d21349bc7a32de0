import { answer } from "@trame/kit/answer";
import type { MutationResolvers } from "../../gen/schema.ts";
import * as store from "../../store/writing.ts";

export const restoreScenarioText: MutationResolvers["restoreScenarioText"] = (_, { input }, ctx) =>
  answer(
    ctx,
    { operation: "restoreScenarioText", input, as: "scenario", load: (id) => ctx.load.scenario.load(id) },
    (tx, command) => store.restoreText(tx, command, input.scenarioId, input.keptTextId),
  );
