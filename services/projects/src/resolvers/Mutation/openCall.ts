import { answer } from "@trame/kit/answer";
import type { MutationResolvers } from "../../gen/schema.ts";
import { policy } from "../../policy.ts";
import * as store from "../../store/call.ts";

export const openCall: MutationResolvers["openCall"] = (_, { input }, ctx) =>
  answer(
    ctx,
    { operation: "openCall", input, as: "campaign", load: (id) => ctx.load.campaign.load(id) },
    (tx, command) => {
      policy.demand(command.by, "openCall");
      return store.openCall(tx, command, input.campaignId, input.themeIds);
    },
  );
