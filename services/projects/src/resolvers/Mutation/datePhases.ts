import type { MutationResolvers } from "../../gen/schema.ts";
import { policy } from "../../policy.ts";
import * as store from "../../store/settings.ts";
import { onCampaign } from "../commands.ts";

export const datePhases: MutationResolvers["datePhases"] = (_, { input }, ctx) =>
  onCampaign(ctx, "datePhases", input, (tx, command) => {
    policy.demand(command.by, "reviseCampaign");
    const { campaignId, phases } = input;
    return store.datePhases(tx, command, campaignId, phases);
  });
