import type { MutationResolvers } from "../../gen/schema.ts";
import { policy } from "../../policy.ts";
import * as store from "../../store/reviewers.ts";
import { onCampaign } from "../commands.ts";

export const nameReviewers: MutationResolvers["nameReviewers"] = (_, { input }, ctx) =>
  onCampaign(ctx, "nameReviewers", input, (tx, command) => {
    policy.demand(command.by, "assignReviewers");
    const { campaignId, themeId, personIds } = input;
    return store.nameReviewers(tx, campaignId, { themeId: themeId ?? null, personIds });
  });
