import { answer } from "@trame/kit/answer";
import type { MutationResolvers } from "../../gen/schema.ts";
import * as store from "../../store/sendings.ts";

export const sendEditionTest: MutationResolvers["sendEditionTest"] = (_, { input }, ctx) =>
  answer(
    ctx,
    { operation: "sendEditionTest", input, as: "edition", load: (id) => ctx.load.edition.load(id) },
    (tx, command) => store.sendTest(tx, command, input.editionId),
  );
