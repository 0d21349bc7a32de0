import { answer } from "@trame/kit/answer";
import type { MutationResolvers } from "../../gen/schema.ts";
import * as store from "../../store/sendings.ts";

export const sendEdition: MutationResolvers["sendEdition"] = (_, { input }, ctx) =>
  answer(
    ctx,
    { operation: "sendEdition", input, as: "edition", load: (id) => ctx.load.edition.load(id) },
    (tx, command) => store.sendEdition(tx, command, input.editionId),
  );
