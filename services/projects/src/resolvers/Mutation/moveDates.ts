import type { MutationResolvers } from "../../gen/schema.ts";
import { policy } from "../../policy.ts";
import * as store from "../../store/settings.ts";
import { onCampaign } from "../commands.ts";

export const moveDates: MutationResolvers["moveDates"] = (_, { input }, ctx) =>
  onCampaign(ctx, "moveDates", input, (tx, command) => {
    policy.demand(command.by, "reviseCampaign");
    const { campaignId, days } = input;
    return store.moveDates(tx, command, campaignId, days);
  });
