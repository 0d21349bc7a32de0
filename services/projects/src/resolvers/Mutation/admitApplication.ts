import type { MutationResolvers } from "../../gen/schema.ts";
import { policy } from "../../policy.ts";
import * as store from "../../store/dossier.ts";
import { onApplication } from "../commands.ts";

export const admitApplication: MutationResolvers["admitApplication"] = (_, { input }, ctx) =>
  onApplication(ctx, "admitApplication", input, (tx, command) => {
    policy.demand(command.by, "judgeAdmissibility");
    const { applicationId } = input;
    return store.admitApplication(tx, command, applicationId);
  });
