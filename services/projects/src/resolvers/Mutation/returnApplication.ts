import type { MutationResolvers } from "../../gen/schema.ts";
import { policy } from "../../policy.ts";
import * as store from "../../store/dossier.ts";
import { onApplication } from "../commands.ts";

export const returnApplication: MutationResolvers["returnApplication"] = (_, { input }, ctx) =>
  onApplication(ctx, "returnApplication", input, (tx, command) => {
    policy.demand(command.by, "judgeAdmissibility");
    const { applicationId, reason, dueAt } = input;
    return store.returnApplication(tx, command, applicationId, { reason, dueAt });
  });
