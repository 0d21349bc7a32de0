import { answer } from "@trame/kit/answer";
import type { MutationResolvers } from "../../gen/schema.ts";
import * as store from "../../store/editions.ts";

export const removeEditionPiece: MutationResolvers["removeEditionPiece"] = (_, { input }, ctx) =>
  answer(
    ctx,
    { operation: "removeEditionPiece", input, as: "edition", load: (id) => ctx.load.edition.load(id) },
    (tx, command) => store.removePiece(tx, command, input.editionId, input.itemId),
  );
