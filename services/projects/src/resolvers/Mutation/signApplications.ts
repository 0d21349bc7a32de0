import type { MutationResolvers } from "../../gen/schema.ts";
import * as store from "../../store/candidacy.ts";
import { byRow, onApplication, rowKey } from "../commands.ts";

export const signApplications: MutationResolvers["signApplications"] = (_, { input }, ctx) =>
  byRow(input.applicationIds, (applicationId, row) =>
    onApplication(ctx, "signApplications", { idempotencyKey: rowKey(input.idempotencyKey, row) }, (tx, command) =>
      store.signApplication(tx, command, applicationId),
    ),
  );
