import { answer } from "@trame/kit/answer";
import type { MutationResolvers } from "../../gen/schema.ts";
import { sayUsed } from "../../store/uses.ts";

export const sayScenarioUsed: MutationResolvers["sayScenarioUsed"] = (_, { input }, ctx) =>
  answer(ctx, { operation: "sayScenarioUsed", input, as: "scenario", load: (id) => ctx.load.scenario.load(id) }, (tx) =>
    sayUsed(tx, input.scenarioId),
  );
