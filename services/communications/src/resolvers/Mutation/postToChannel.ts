import { answer } from "@trame/kit/answer";
import type { MutationResolvers } from "../../gen/schema.ts";
import { canPost } from "../../mastodon/accounts.ts";
import * as store from "../../store/social-posts.ts";

export const postToChannel: MutationResolvers["postToChannel"] = (_, { input }, ctx) =>
  answer(
    ctx,
    { operation: "postToChannel", input, as: "publication", load: (id) => ctx.load.publication.load(id) },
    (tx, command) =>
      store.postToChannel(
        tx,
        command,
        {
          publicationId: input.publicationId,
          channelId: input.channelId,
          text: input.text,
          visibility: input.visibility,
          scheduledAt: input.scheduledAt ?? null,
        },
        canPost(ctx.accounts),
      ),
  );
