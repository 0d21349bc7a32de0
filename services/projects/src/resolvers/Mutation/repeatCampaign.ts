import type { MutationResolvers } from "../../gen/schema.ts";
import { policy } from "../../policy.ts";
import * as store from "../../store/settings.ts";
import { onCampaign } from "../commands.ts";

export const repeatCampaign: MutationResolvers["repeatCampaign"] = (_, { input }, ctx) =>
  onCampaign(ctx, "repeatCampaign", input, (tx, command) => {
    policy.demand(command.by, "createCampaign");
    const { campaignId, carrySettings, themeIds, groupThemeIds } = input;
    return store.repeatCampaign(tx, command, campaignId, {
      settings: carrySettings ?? true,
      themeIds: themeIds ?? [],
      groupThemeIds: groupThemeIds ?? [],
    });
  });
