import { answer } from "@trame/kit/answer";
import type { MutationResolvers } from "../../gen/schema.ts";
import * as store from "../../store/reviews.ts";

export const recordLiteratureReview: MutationResolvers["recordLiteratureReview"] = (_, { input }, ctx) =>
  answer(
    ctx,
    {
      operation: "recordLiteratureReview",
      input,
      as: "literatureReview",
      load: () => ctx.load.literature.load(input.themeId),
    },
    (tx, command) =>
      store.recordLiteratureReview(tx, command, {
        themeId: input.themeId,
        text: input.text,
        references: input.references,
      }),
  );
