import { answer } from "@trame/kit/answer";
import type { MutationResolvers } from "../../gen/schema.ts";
import * as store from "../../store/writing.ts";

export const recordImplementation: MutationResolvers["recordImplementation"] = (_, { input }, ctx) =>
  answer(
    ctx,
    { operation: "recordImplementation", input, as: "scenario", load: (id) => ctx.load.scenario.load(id) },
    (tx, command) => {
      const { scenarioId, classLevel, establishment, startedOn, outcome } = input;
      const endedOn = input.endedOn ?? null;
      const pupilCount = input.pupilCount ?? null;
      const words = { classLevel, establishment, startedOn, outcome, adaptation: input.adaptation ?? null };
      return store.recordImplementation(tx, command, scenarioId, { ...words, endedOn, pupilCount });
    },
  );
