import { answer } from "@trame/kit/answer";
import type { MutationResolvers } from "../../gen/schema.ts";
import * as store from "../../store/editions.ts";

export const arrangeEdition: MutationResolvers["arrangeEdition"] = (_, { input }, ctx) =>
  answer(
    ctx,
    { operation: "arrangeEdition", input, as: "edition", load: (id) => ctx.load.edition.load(id) },
    (tx, command) => store.arrangeEdition(tx, command, input.editionId, input.itemIds),
  );
