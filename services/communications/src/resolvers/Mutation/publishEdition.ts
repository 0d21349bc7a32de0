import { answer } from "@trame/kit/answer";
import type { MutationResolvers } from "../../gen/schema.ts";
import * as store from "../../store/editions.ts";

export const publishEdition: MutationResolvers["publishEdition"] = (_, { input }, ctx) =>
  answer(
    ctx,
    { operation: "publishEdition", input, as: "edition", load: (id) => ctx.load.edition.load(id) },
    (tx, command) => store.publishEdition(tx, command, input.editionId, ctx.origin),
  );
