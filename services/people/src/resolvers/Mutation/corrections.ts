import { answer } from "@trame/kit/answer";
import type { MutationResolvers } from "../../gen/schema.ts";
import * as store from "../../store/corrections.ts";

export const requestCorrection: MutationResolvers["requestCorrection"] = (_, { input }, ctx) =>
  answer(
    ctx,
    { operation: "requestCorrection", input, as: "correction", load: (id) => ctx.load.correction.load(id) },
    (tx, command) => store.requestCorrection(tx, command, input.text),
  );

export const answerCorrection: MutationResolvers["answerCorrection"] = (_, { input }, ctx) =>
  answer(
    ctx,
    { operation: "answerCorrection", input, as: "correction", load: (id) => ctx.load.correction.load(id) },
    (tx, command) => store.answerCorrection(tx, command, input.correctionId, input.answer),
  );
