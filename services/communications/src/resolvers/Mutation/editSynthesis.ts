import { answer } from "@trame/kit/answer";
import type { MutationResolvers } from "../../gen/schema.ts";
import * as store from "../../store/syntheses.ts";

export const editSynthesis: MutationResolvers["editSynthesis"] = (_, { input }, ctx) =>
  answer(
    ctx,
    { operation: "editSynthesis", input, as: "synthesis", load: (id) => ctx.load.synthesis.load(id) },
    (tx, command) => store.editSynthesis(tx, command, input.synthesisId, input.sections),
  );
