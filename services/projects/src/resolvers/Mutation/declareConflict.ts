import type { MutationResolvers } from "../../gen/schema.ts";
import * as store from "../../store/reviews.ts";
import { onReview } from "../commands.ts";

export const declareConflict: MutationResolvers["declareConflict"] = (_, { input }, ctx) =>
  onReview(ctx, "declareConflict", input, (tx, command) =>
    store.declareConflict(tx, command, input.reviewId, input.reason),
  );
