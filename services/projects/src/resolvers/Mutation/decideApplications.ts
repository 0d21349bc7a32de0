import type { MutationResolvers } from "../../gen/schema.ts";
import { policy } from "../../policy.ts";
import * as store from "../../store/decisions.ts";
import { byRow, onApplication, rowKey } from "../commands.ts";

export const decideApplications: MutationResolvers["decideApplications"] = (_, { input }, ctx) =>
  byRow(input.decisions, ({ applicationId, outcome, reason, secondTeamReason, expectedVersion }, row) =>
    onApplication(
      ctx,
      "decideApplications",
      { expectedVersion, idempotencyKey: rowKey(input.idempotencyKey, row) },
      (tx, command) => {
        policy.demand(command.by, "decideApplication");
        return store.decideApplication(tx, command, applicationId, { outcome, reason, secondTeamReason });
      },
    ),
  );
