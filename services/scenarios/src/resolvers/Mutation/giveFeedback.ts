import { answer } from "@trame/kit/answer";
import type { MutationResolvers } from "../../gen/schema.ts";
import * as store from "../../store/writing.ts";

export const giveFeedback: MutationResolvers["giveFeedback"] = (_, { input }, ctx) =>
  answer(
    ctx,
    { operation: "giveFeedback", input, as: "scenario", load: (id) => ctx.load.scenario.load(id) },
    (tx, command) => {
      const { scenarioId, text } = input;
      return store.giveFeedback(tx, command, scenarioId, { text, implementationId: input.implementationId ?? null });
    },
  );
