import { answer } from "@trame/kit/answer";
import type { MutationResolvers } from "../../gen/schema.ts";
import * as store from "../../store/release.ts";

export const recordEdubaseIndexing: MutationResolvers["recordEdubaseIndexing"] = (_, { input }, ctx) =>
  answer(
    ctx,
    { operation: "recordEdubaseIndexing", input, as: "scenario", load: (id) => ctx.load.scenario.load(id) },
    (tx, command) =>
      store.indexScenario(tx, command, input.scenarioId, {
        state: input.state,
        number: input.number ?? null,
        url: input.url ?? null,
      }),
  );
