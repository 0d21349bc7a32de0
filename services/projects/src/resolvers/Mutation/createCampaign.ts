import { answer } from "@trame/kit/answer";
import type { MutationResolvers } from "../../gen/schema.ts";
import { policy } from "../../policy.ts";
import * as store from "../../store/call.ts";

export const createCampaign: MutationResolvers["createCampaign"] = (_, { input }, ctx) =>
  answer(
    ctx,
    { operation: "createCampaign", input, as: "campaign", load: (id) => ctx.load.campaign.load(id) },
    (tx, command) => {
      policy.demand(command.by, "createCampaign");
      const { label, startsOn, endsOn, callOpensAt, callClosesAt, target, specificationUrl } = input;
      const campaign = { label, startsOn, endsOn, callOpensAt, callClosesAt };
      return store.createCampaign(tx, command, {
        ...campaign,
        target: target ?? 100,
        specificationUrl: specificationUrl ?? null,
      });
    },
  );
