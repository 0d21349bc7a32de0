import type { MutationResolvers } from "../../gen/schema.ts";
import { policy } from "../../policy.ts";
import * as store from "../../store/decisions.ts";
import { onApplication } from "../commands.ts";

export const dropDecision: MutationResolvers["dropDecision"] = (_, { input }, ctx) =>
  onApplication(ctx, "dropDecision", input, (tx, command) => {
    policy.demand(command.by, "decideApplication");
    const { applicationId } = input;
    return store.dropDecision(tx, command, applicationId);
  });
