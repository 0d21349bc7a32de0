import { answer } from "@trame/kit/answer";
import type { MutationResolvers } from "../../gen/schema.ts";
import * as store from "../../store/syntheses.ts";

export const writeForeword: MutationResolvers["writeForeword"] = (_, { input }, ctx) =>
  answer(
    ctx,
    { operation: "writeForeword", input, as: "synthesis", load: (id) => ctx.load.synthesis.load(id) },
    (tx, command) => store.writeForeword(tx, command, input.synthesisId, input.text),
  );
