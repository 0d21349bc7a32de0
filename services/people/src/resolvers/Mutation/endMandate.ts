import { answer } from "@trame/kit/answer";
import type { MutationResolvers } from "../../gen/schema.ts";
import * as store from "../../store/appointments.ts";

export const endMandate: MutationResolvers["endMandate"] = (_, { input }, ctx) =>
  answer(
    ctx,
    { operation: "endMandate", input, as: "mandate", load: (id) => ctx.load.mandate.load(id) },
    (tx, command) => {
      const { mandateId, endsOn, reason } = input;
      return store.endMandate(tx, command, mandateId, { endsOn, reason });
    },
  );
