import { answer } from "@trame/kit/answer";
import type { MutationResolvers } from "../../gen/schema.ts";
import * as store from "../../store/syntheses.ts";

export const signSynthesis: MutationResolvers["signSynthesis"] = (_, { input }, ctx) =>
  answer(
    ctx,
    { operation: "signSynthesis", input, as: "synthesis", load: (id) => ctx.load.synthesis.load(id) },
    (tx, command) => store.signSynthesis(tx, command, input.synthesisId),
  );
