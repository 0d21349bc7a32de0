import { answer } from "@trame/kit/answer";
import type { MutationResolvers } from "../../gen/schema.ts";
import * as store from "../../store/invitations.ts";

export const answerInvitation: MutationResolvers["answerInvitation"] = (_, { input }, ctx) =>
  answer(
    ctx,
    { operation: "answerInvitation", input, as: "mandate", load: (id) => ctx.load.mandate.load(id) },
    (tx, command) => {
      const { mandateId, accepted, reason } = input;
      return store.answerInvitation(tx, command, mandateId, { accepted, reason: reason ?? "" });
    },
  );
