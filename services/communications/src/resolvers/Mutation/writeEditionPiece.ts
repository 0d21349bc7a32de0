import { answer } from "@trame/kit/answer";
import type { MutationResolvers } from "../../gen/schema.ts";
import * as store from "../../store/editions.ts";

export const writeEditionPiece: MutationResolvers["writeEditionPiece"] = (_, { input }, ctx) =>
  answer(
    ctx,
    { operation: "writeEditionPiece", input, as: "edition", load: (id) => ctx.load.edition.load(id) },
    (tx, command) =>
      store.writePiece(tx, command, input.editionId, {
        itemId: input.itemId ?? null,
        kind: input.kind,
        title: input.title.trim(),
        text: input.text,
        url: input.url ?? null,
        on: input.on ?? null,
        image: input.image ?? null,
        alt: input.alt ?? null,
      }),
  );
