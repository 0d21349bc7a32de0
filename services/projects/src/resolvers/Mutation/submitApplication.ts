import { answer } from "@trame/kit/answer";
import type { MutationResolvers } from "../../gen/schema.ts";
import * as store from "../../store/candidacy.ts";

export const submitApplication: MutationResolvers["submitApplication"] = (_, { input }, ctx) =>
  answer(
    ctx,
    { operation: "submitApplication", input, as: "application", load: (id) => ctx.load.application.load(id) },
    (tx, command) => store.submitApplication(tx, command, input.applicationId),
  );
