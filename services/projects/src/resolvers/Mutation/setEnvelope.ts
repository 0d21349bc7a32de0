import { answer } from "@trame/kit/answer";
import { hundredthsOf } from "../../domain/instalment.ts";
import type { MutationResolvers } from "../../gen/schema.ts";
import * as store from "../../store/pay.ts";
import { listEnvelopes } from "../../store/pay-lists.ts";

export const setEnvelope: MutationResolvers["setEnvelope"] = (_, { input }, ctx) =>
  answer(
    ctx,
    {
      operation: "setEnvelope",
      input,
      as: "envelope",
      load: async (id) => (await listEnvelopes(ctx.db, ctx.actor, await ctx.load.academies(), { id }))[0] ?? null,
    },
    (tx, command) => {
      const { academyCode, schoolYear, nature, measure, quantity } = input;
      const hundredths = hundredthsOf(quantity, "quantity");
      return store.setEnvelope(tx, command, { academyCode, schoolYear, nature, measure, hundredths });
    },
  );
