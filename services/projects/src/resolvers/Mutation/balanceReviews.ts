import type { MutationResolvers } from "../../gen/schema.ts";
import { policy } from "../../policy.ts";
import * as store from "../../store/reviewers.ts";
import { onCampaign } from "../commands.ts";

export const balanceReviews: MutationResolvers["balanceReviews"] = (_, { input }, ctx) =>
  onCampaign(ctx, "balanceReviews", input, (tx, command) => {
    policy.demand(command.by, "assignReviewers");
    const { campaignId } = input;
    return store.balanceReviews(tx, command, campaignId);
  });
