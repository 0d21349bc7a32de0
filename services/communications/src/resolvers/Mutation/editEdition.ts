import { answer } from "@trame/kit/answer";
import type { MutationResolvers } from "../../gen/schema.ts";
import * as store from "../../store/editions.ts";

export const editEdition: MutationResolvers["editEdition"] = (_, { input }, ctx) =>
  answer(
    ctx,
    { operation: "editEdition", input, as: "edition", load: (id) => ctx.load.edition.load(id) },
    (tx, command) =>
      store.editEdition(tx, command, input.editionId, { title: input.title, editorial: input.editorial }),
  );
