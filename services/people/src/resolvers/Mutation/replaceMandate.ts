import { answer } from "@trame/kit/answer";
import type { MutationResolvers } from "../../gen/schema.ts";
import * as store from "../../store/replacements.ts";

export const replaceMandate: MutationResolvers["replaceMandate"] = (_, { input }, ctx) =>
  answer(
    ctx,
    { operation: "replaceMandate", input, as: "mandate", load: (id) => ctx.load.mandate.load(id) },
    (tx, command) => {
      const { mandateId, personId, from, reason, designation = null } = input;
      return store.replaceMandate(tx, command, mandateId, { personId, from, reason, designation });
    },
  );
