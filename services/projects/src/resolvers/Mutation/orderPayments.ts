import { answerEach } from "@trame/kit/answer";
import type { MutationResolvers } from "../../gen/schema.ts";
import * as store from "../../store/pay.ts";
import { tooMany } from "../bulk.ts";

export const orderPayments: MutationResolvers["orderPayments"] = async (_, { input }, ctx) => {
  const { instalmentIds, reference } = input;
  const errors = tooMany(instalmentIds, "instalmentIds");
  if (errors.length > 0) return { results: [], errors };
  const load = (id: string) => ctx.load.instalment.load(id);
  const results = await answerEach(
    ctx,
    { operation: "orderPayments", input, as: "instalment", load },
    instalmentIds,
    (tx, command, id) => store.orderPayment(tx, command, id, reference),
  );
  return { results, errors };
};
