import { answer } from "@trame/kit/answer";
import type { MutationResolvers } from "../../gen/schema.ts";
import { policy } from "../../policy.ts";
import * as store from "../../store/call.ts";

export const closeCall: MutationResolvers["closeCall"] = (_, { input }, ctx) =>
  answer(
    ctx,
    { operation: "closeCall", input, as: "campaign", load: (id) => ctx.load.campaign.load(id) },
    (tx, command) => {
      policy.demand(command.by, "closeCall");
      return store.closeCall(tx, command, input.campaignId);
    },
  );
