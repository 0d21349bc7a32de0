import { answer } from "@trame/kit/answer";
import type { MutationResolvers } from "../../gen/schema.ts";
import * as store from "../../store/editions.ts";
import { sendEdition } from "../../store/sendings.ts";

/** Published and sent in one transaction: no reader is forgotten between the two. */
export const publishEdition: MutationResolvers["publishEdition"] = (_, { input }, ctx) =>
  answer(
    ctx,
    { operation: "publishEdition", input, as: "edition", load: (id) => ctx.load.edition.load(id) },
    async (tx, command) => {
      const id = await store.publishEdition(tx, command, input.editionId, ctx.origin);
      return input.sendMail === false ? id : sendEdition(tx, command, id);
    },
  );
