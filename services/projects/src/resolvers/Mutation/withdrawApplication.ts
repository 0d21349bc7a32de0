import { answer } from "@trame/kit/answer";
import type { MutationResolvers } from "../../gen/schema.ts";
import * as store from "../../store/candidacy.ts";

export const withdrawApplication: MutationResolvers["withdrawApplication"] = (_, { input }, ctx) =>
  answer(
    ctx,
    { operation: "withdrawApplication", input, as: "application", load: (id) => ctx.load.application.load(id) },
    (tx, command) => store.withdrawApplication(tx, command, input.applicationId, input.reason),
  );
