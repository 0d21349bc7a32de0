import { answer } from "@trame/kit/answer";
import type { MutationResolvers } from "../../gen/schema.ts";
import * as store from "../../store/writing.ts";

export const removeResource: MutationResolvers["removeResource"] = (_, { input }, ctx) =>
  answer(
    ctx,
    { operation: "removeResource", input, as: "scenario", load: (id) => ctx.load.scenario.load(id) },
    (tx, command) => store.removeResource(tx, command, input.scenarioId, input.resourceId),
  );
