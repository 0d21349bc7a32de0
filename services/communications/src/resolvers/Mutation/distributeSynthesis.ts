import { answer } from "@trame/kit/answer";
import type { MutationResolvers } from "../../gen/schema.ts";
import * as store from "../../store/distribution.ts";

export const distributeSynthesis: MutationResolvers["distributeSynthesis"] = (_, { input }, ctx) =>
  answer(
    ctx,
    { operation: "distributeSynthesis", input, as: "synthesis", load: (id) => ctx.load.synthesis.load(id) },
    (tx, command) => store.distributeSynthesis(tx, command, input.synthesisId, ctx.origin),
  );
