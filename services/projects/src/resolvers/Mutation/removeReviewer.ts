import type { MutationResolvers } from "../../gen/schema.ts";
import { policy } from "../../policy.ts";
import * as store from "../../store/reviewers.ts";
import { onCampaign } from "../commands.ts";

export const removeReviewer: MutationResolvers["removeReviewer"] = (_, { input }, ctx) =>
  onCampaign(ctx, "removeReviewer", input, (tx, command) => {
    policy.demand(command.by, "assignReviewers");
    const { campaignId, personId } = input;
    return store.removeReviewer(tx, campaignId, personId);
  });
