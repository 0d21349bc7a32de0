import type { MutationResolvers } from "../../gen/schema.ts";
import { policy } from "../../policy.ts";
import * as store from "../../store/dossier.ts";
import { onApplication } from "../commands.ts";

export const declareInadmissible: MutationResolvers["declareInadmissible"] = (_, { input }, ctx) =>
  onApplication(ctx, "declareInadmissible", input, (tx, command) => {
    policy.demand(command.by, "judgeAdmissibility");
    const { applicationId, reason } = input;
    return store.declareInadmissible(tx, command, applicationId, reason);
  });
