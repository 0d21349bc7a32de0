import { answer } from "@trame/kit/answer";
import type { MutationResolvers } from "../../gen/schema.ts";
import * as store from "../../store/subscribers.ts";

export const unsubscribeLetterReader: MutationResolvers["unsubscribeLetterReader"] = (_, { input }, ctx) =>
  answer(
    ctx,
    {
      operation: "unsubscribeLetterReader",
      input,
      as: "reader",
      load: (id) => ctx.db.subscriber.findUnique({ where: { id } }),
    },
    (tx, command) => store.unsubscribeReader(tx, command, input.readerId),
  );
