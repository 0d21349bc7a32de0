import type { MutationResolvers } from "../../gen/schema.ts";
import * as store from "../../store/dossier.ts";
import { onApplication } from "../commands.ts";

export const handOverApplication: MutationResolvers["handOverApplication"] = (_, { input }, ctx) =>
  onApplication(ctx, "handOverApplication", input, (tx, command) => {
    const { applicationId, referentId, reason } = input;
    return store.handOver(tx, command, applicationId, { referentId, reason: reason ?? null });
  });
