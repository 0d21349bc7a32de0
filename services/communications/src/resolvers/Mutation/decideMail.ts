import { answer } from "@trame/kit/answer";
import type { MutationResolvers } from "../../gen/schema.ts";
import * as store from "../../store/mail-queue.ts";

export const decideMail: MutationResolvers["decideMail"] = (_, { input }, ctx) =>
  answer(
    ctx,
    {
      operation: "decideMail",
      input,
      as: "mail",
      load: (id) => ctx.db.mail.findUnique({ where: { id } }),
    },
    (tx, command) => store.decideMail(tx, command, input.mailId, input.sendAgain),
  );
