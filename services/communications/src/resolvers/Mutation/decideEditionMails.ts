import { answer } from "@trame/kit/answer";
import type { MutationResolvers } from "../../gen/schema.ts";
import * as store from "../../store/sendings.ts";

export const decideEditionMails: MutationResolvers["decideEditionMails"] = (_, { input }, ctx) =>
  answer(
    ctx,
    { operation: "decideEditionMails", input, as: "edition", load: (id) => ctx.load.edition.load(id) },
    (tx, command) => store.decideUncertain(tx, command, input.editionId, input.sendAgain),
  );
