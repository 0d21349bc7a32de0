import { answer } from "@trame/kit/answer";
import type { MutationResolvers } from "../../gen/schema.ts";
import * as store from "../../store/writing.ts";

export const draftScenario: MutationResolvers["draftScenario"] = (_, { input }, ctx) =>
  answer(
    ctx,
    { operation: "draftScenario", input, as: "scenario", load: (id) => ctx.load.scenario.load(id) },
    (tx, command) => {
      const { projectId, title } = input;
      return store.draftScenario(tx, command, { projectId, title });
    },
  );
