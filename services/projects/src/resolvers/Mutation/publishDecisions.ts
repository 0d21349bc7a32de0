import type { MutationResolvers } from "../../gen/schema.ts";
import { policy } from "../../policy.ts";
import * as store from "../../store/decisions.ts";
import { onCampaign } from "../commands.ts";

export const publishDecisions: MutationResolvers["publishDecisions"] = (_, { input }, ctx) =>
  onCampaign(ctx, "publishDecisions", input, (tx, command) => {
    policy.demand(command.by, "decideApplication");
    const { campaignId, applicationIds } = input;
    return store.publishDecisions(tx, command, campaignId, { applicationIds });
  });
