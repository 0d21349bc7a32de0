import type { MutationResolvers } from "../../gen/schema.ts";
import * as store from "../../store/reviews.ts";
import { onReview } from "../commands.ts";

export const saveReview: MutationResolvers["saveReview"] = (_, { input }, ctx) =>
  onReview(ctx, "saveReview", input, (tx, command) => {
    const { reviewId, comment, submit } = input;
    const marks = Object.fromEntries(input.marks.map(({ code, value }) => [code, value]));
    return store.saveReview(tx, command, reviewId, { marks, comment, submit });
  });
