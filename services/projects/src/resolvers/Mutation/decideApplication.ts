import { answer } from "@trame/kit/answer";
import type { MutationResolvers } from "../../gen/schema.ts";
import { policy } from "../../policy.ts";
import * as store from "../../store/candidacy.ts";

export const decideApplication: MutationResolvers["decideApplication"] = (_, { input }, ctx) =>
  answer(
    ctx,
    { operation: "decideApplication", input, as: "application", load: (id) => ctx.load.application.load(id) },
    (tx, command) => {
      policy.demand(command.by, "decideApplication");
      const { applicationId, outcome, reason } = input;
      return store.decideApplication(tx, command, applicationId, { outcome, reason });
    },
  );
