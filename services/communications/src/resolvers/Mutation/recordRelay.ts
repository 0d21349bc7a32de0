import { answer } from "@trame/kit/answer";
import type { MutationResolvers } from "../../gen/schema.ts";
import * as store from "../../store/relays.ts";

export const recordRelay: MutationResolvers["recordRelay"] = (_, { input }, ctx) =>
  answer(
    ctx,
    { operation: "recordRelay", input, as: "publication", load: (id) => ctx.load.publication.load(id) },
    (tx, command) =>
      store.recordRelay(tx, command, {
        publicationId: input.publicationId,
        channelId: input.channelId,
        url: input.url || null,
      }),
  );
