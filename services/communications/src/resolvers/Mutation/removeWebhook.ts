import { answer } from "@trame/kit/answer";
import type { MutationResolvers } from "../../gen/schema.ts";
import * as store from "../../store/webhooks.ts";

export const removeWebhook: MutationResolvers["removeWebhook"] = (_, { input }, ctx) =>
  answer(
    ctx,
    { operation: "removeWebhook", input, as: "webhook", load: (id) => ctx.load.webhook.load(id) },
    (tx, command) => store.removeWebhook(tx, command, input.webhookId),
  );
