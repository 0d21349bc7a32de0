import type { MutationResolvers } from "../../gen/schema.ts";
import * as store from "../../store/pay.ts";
import { onInstalment } from "../commands.ts";

export const rejectPayment: MutationResolvers["rejectPayment"] = (_, { input }, ctx) =>
  onInstalment(ctx, "rejectPayment", input, (tx, command) =>
    store.rejectPayment(tx, command, input.instalmentId, input.reason),
  );
