import { answer } from "@trame/kit/answer";
import type { MutationResolvers } from "../../gen/schema.ts";
import * as store from "../../store/editions.ts";

export const scheduleEdition: MutationResolvers["scheduleEdition"] = (_, { input }, ctx) =>
  answer(
    ctx,
    { operation: "scheduleEdition", input, as: "edition", load: (id) => ctx.load.edition.load(id) },
    (tx, command) =>
      input.publishAt
        ? store.scheduleEdition(tx, command, input.editionId, input.publishAt)
        : store.unscheduleEdition(tx, command, input.editionId),
  );
