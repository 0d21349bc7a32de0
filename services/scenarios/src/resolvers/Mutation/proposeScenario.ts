import { answer } from "@trame/kit/answer";
import type { MutationResolvers } from "../../gen/schema.ts";
import * as store from "../../store/release.ts";

export const proposeScenario: MutationResolvers["proposeScenario"] = (_, { input }, ctx) =>
  answer(
    ctx,
    { operation: "proposeScenario", input, as: "scenario", load: (id) => ctx.load.scenario.load(id) },
    (tx, command) => store.proposeScenario(tx, command, input.scenarioId),
  );
