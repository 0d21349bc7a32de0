import { answer } from "@trame/kit/answer";
import type { MutationResolvers } from "../../gen/schema.ts";
import * as store from "../../store/watch.ts";

export const shareWatchItem: MutationResolvers["shareWatchItem"] = (_, { input }, ctx) =>
  answer(
    ctx,
    { operation: "shareWatchItem", input, as: "watchItem", load: (id) => ctx.load.watchItem.load(id) },
    (tx, command) =>
      store.shareWatchItem(tx, command, {
        themeId: input.themeId,
        title: input.title,
        url: input.url,
        comment: input.comment,
      }),
  );
