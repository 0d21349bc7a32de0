import { answer } from "@trame/kit/answer";
import type { MutationResolvers } from "../../gen/schema.ts";
import * as store from "../../store/release.ts";

export const reviewScenario: MutationResolvers["reviewScenario"] = (_, { input }, ctx) =>
  answer(
    ctx,
    { operation: "reviewScenario", input, as: "scenario", load: (id) => ctx.load.scenario.load(id) },
    (tx, command) =>
      store.reviewScenario(tx, command, input.scenarioId, {
        outcome: input.outcome,
        comment: input.comment ?? null,
        acceptAddressReason: input.acceptAddressReason ?? null,
      }),
  );
