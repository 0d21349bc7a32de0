import type { MutationResolvers } from "../../gen/schema.ts";
import * as store from "../../store/pay.ts";
import { onInstalments } from "../bulk.ts";

export const orderPayments: MutationResolvers["orderPayments"] = (_, { input }, ctx) =>
  onInstalments(ctx, "orderPayments", input, (tx, command, id) => store.orderPayment(tx, command, id, input.reference));
