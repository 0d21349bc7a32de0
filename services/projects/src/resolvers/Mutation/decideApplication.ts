import type { MutationResolvers } from "../../gen/schema.ts";
import { policy } from "../../policy.ts";
import * as store from "../../store/decisions.ts";
import { onApplication } from "../commands.ts";

export const decideApplication: MutationResolvers["decideApplication"] = (_, { input }, ctx) =>
  onApplication(ctx, "decideApplication", input, (tx, command) => {
    policy.demand(command.by, "decideApplication");
    const { applicationId, outcome, reason, secondTeamReason } = input;
    return store.decideApplication(tx, command, applicationId, { outcome, reason, secondTeamReason });
  });
