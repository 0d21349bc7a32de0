import { answerEach } from "@trame/kit/answer";
import type { MutationResolvers } from "../../gen/schema.ts";
import * as store from "../../store/pay.ts";
import { tooMany } from "../bulk.ts";

export const recordPayments: MutationResolvers["recordPayments"] = async (_, { input }, ctx) => {
  const { instalmentIds, paidOn } = input;
  const errors = tooMany(instalmentIds, "instalmentIds");
  if (errors.length > 0) return { results: [], errors };
  const load = (id: string) => ctx.load.instalment.load(id);
  const results = await answerEach(
    ctx,
    { operation: "recordPayments", input, as: "instalment", load },
    instalmentIds,
    (tx, command, id) => store.recordPayment(tx, command, id, paidOn),
  );
  return { results, errors };
};
