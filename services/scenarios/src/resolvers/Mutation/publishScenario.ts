import { answer } from "@trame/kit/answer";
import type { MutationResolvers } from "../../gen/schema.ts";
import * as store from "../../store/release.ts";

export const publishScenario: MutationResolvers["publishScenario"] = (_, { input }, ctx) =>
  answer(
    ctx,
    { operation: "publishScenario", input, as: "scenario", load: (id) => ctx.load.scenario.load(id) },
    (tx, command) => store.publishScenario(tx, command, input.scenarioId),
  );
