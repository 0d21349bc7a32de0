import { answer } from "@trame/kit/answer";
import type { MutationResolvers } from "../../gen/schema.ts";
import * as store from "../../store/pay.ts";

export const rejectPayment: MutationResolvers["rejectPayment"] = (_, { input }, ctx) =>
  answer(
    ctx,
    { operation: "rejectPayment", input, as: "instalment", load: (id) => ctx.load.instalment.load(id) },
    (tx, command) => store.rejectPayment(tx, command, input.instalmentId, input.reason),
  );
