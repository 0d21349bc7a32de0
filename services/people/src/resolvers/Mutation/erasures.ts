import { answer } from "@trame/kit/answer";
import type { MutationResolvers } from "../../gen/schema.ts";
import * as store from "../../store/erasures.ts";
import { newToken } from "../../store/erasures.ts";

/** The receipt is told once: it still works when the person is nobody any more. */
export const requestErasure: MutationResolvers["requestErasure"] = async (_, { input }, ctx) => {
  const token = newToken();
  const personId = input.personId ?? ctx.actor.personId ?? "";
  const payload = await answer(
    ctx,
    { operation: "requestErasure", input: {}, as: "erasure", load: (id) => ctx.load.erasure.load(id) },
    (tx, command) => store.askToErase(tx, command, { personId, keepsAuthorship: input.keepsAuthorship ?? true, token }),
  );
  return { ...payload, receiptUrl: payload.erasure ? `${ctx.origin}/effacement/${token}` : null };
};

export const confirmErasure: MutationResolvers["confirmErasure"] = (_, { input }, ctx) =>
  answer(
    ctx,
    { operation: "confirmErasure", input, as: "erasure", load: (id) => ctx.load.erasure.load(id) },
    (tx, command) => store.confirmErasure(tx, command, input.erasureId),
  );

export const withdrawErasure: MutationResolvers["withdrawErasure"] = (_, { input }, ctx) =>
  answer(
    ctx,
    { operation: "withdrawErasure", input, as: "erasure", load: (id) => ctx.load.erasure.load(id) },
    (tx, command) => store.withdrawErasure(tx, command, input.erasureId),
  );
