import type { MutationResolvers } from "../../gen/schema.ts";
import * as store from "../../store/pay.ts";
import { onInstalment } from "../commands.ts";

export const attestService: MutationResolvers["attestService"] = (_, { input }, ctx) =>
  onInstalment(ctx, "attestService", input, (tx, command) =>
    store.attestService(tx, command, input.instalmentId, input.note?.trim() || null),
  );
