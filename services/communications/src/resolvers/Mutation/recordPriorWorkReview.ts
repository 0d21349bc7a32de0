import { answer } from "@trame/kit/answer";
import type { MutationResolvers, ReviewSourceInput } from "../../gen/schema.ts";
import * as store from "../../store/reviews.ts";

export const recordPriorWorkReview: MutationResolvers["recordPriorWorkReview"] = (_, { input }, ctx) =>
  answer(
    ctx,
    {
      operation: "recordPriorWorkReview",
      input,
      as: "priorWorkReview",
      load: () => ctx.load.priorWork.load(input.themeId),
    },
    (tx, command) =>
      store.recordPriorWorkReview(tx, command, {
        themeId: input.themeId,
        text: input.text,
        sources: input.sources.map(toSource),
      }),
  );

const toSource = ({ title, url, kind, otherKind }: ReviewSourceInput) => ({
  title,
  kind,
  url: url || null,
  otherKind: otherKind || null,
});
