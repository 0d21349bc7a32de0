import type { MutationResolvers } from "../../gen/schema.ts";
import { policy } from "../../policy.ts";
import * as store from "../../store/decisions.ts";
import { onApplication } from "../commands.ts";

export const reverseDecision: MutationResolvers["reverseDecision"] = (_, { input }, ctx) =>
  onApplication(ctx, "reverseDecision", input, (tx, command) => {
    policy.demand(command.by, "decideApplication");
    const { applicationId, reason } = input;
    return store.reverseDecision(tx, command, applicationId, reason);
  });
