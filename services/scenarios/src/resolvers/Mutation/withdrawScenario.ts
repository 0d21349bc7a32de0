import { answer } from "@trame/kit/answer";
import type { MutationResolvers } from "../../gen/schema.ts";
import * as store from "../../store/release.ts";

export const withdrawScenario: MutationResolvers["withdrawScenario"] = (_, { input }, ctx) =>
  answer(
    ctx,
    { operation: "withdrawScenario", input, as: "scenario", load: (id) => ctx.load.scenario.load(id) },
    (tx, command) => store.withdrawScenario(tx, command, input.scenarioId, input.reason),
  );
