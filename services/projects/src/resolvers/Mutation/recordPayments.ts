import type { MutationResolvers } from "../../gen/schema.ts";
import * as store from "../../store/pay.ts";
import { onInstalments } from "../bulk.ts";

export const recordPayments: MutationResolvers["recordPayments"] = (_, { input }, ctx) =>
  onInstalments(ctx, "recordPayments", input, (tx, command, id) => store.recordPayment(tx, command, id, input.paidOn));
