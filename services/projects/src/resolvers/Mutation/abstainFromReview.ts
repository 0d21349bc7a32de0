import type { MutationResolvers } from "../../gen/schema.ts";
import * as store from "../../store/reviews.ts";
import { onReview } from "../commands.ts";

export const abstainFromReview: MutationResolvers["abstainFromReview"] = (_, { input }, ctx) =>
  onReview(ctx, "abstainFromReview", input, (tx, command) => store.abstain(tx, command, input.reviewId, input.reason));
