import { answer } from "@trame/kit/answer";
import type { MutationResolvers } from "../../gen/schema.ts";
import * as store from "../../store/pay.ts";

export const attestService: MutationResolvers["attestService"] = (_, { input }, ctx) =>
  answer(
    ctx,
    { operation: "attestService", input, as: "instalment", load: (id) => ctx.load.instalment.load(id) },
    (tx, command) => store.attestService(tx, command, input.instalmentId, input.note?.trim() || null),
  );
