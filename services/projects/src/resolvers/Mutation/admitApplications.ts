import type { MutationResolvers } from "../../gen/schema.ts";
import { policy } from "../../policy.ts";
import * as store from "../../store/dossier.ts";
import { byRow, onApplication, rowKey } from "../commands.ts";

export const admitApplications: MutationResolvers["admitApplications"] = (_, { input }, ctx) =>
  byRow(input.applicationIds, (applicationId, row) =>
    onApplication(ctx, "admitApplications", { idempotencyKey: rowKey(input.idempotencyKey, row) }, (tx, command) => {
      policy.demand(command.by, "judgeAdmissibility");
      return store.admitApplication(tx, command, applicationId);
    }),
  );
