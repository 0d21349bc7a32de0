import { answer } from "@trame/kit/answer";
import type { MutationResolvers } from "../../gen/schema.ts";
import * as store from "../../store/webhooks.ts";

export const rotateWebhookKeys: MutationResolvers["rotateWebhookKeys"] = (_, { input }, ctx) =>
  answer(
    ctx,
    { operation: "rotateWebhookKeys", input, as: "webhook", load: (id) => ctx.load.webhook.load(id) },
    (tx, command) => store.rotateKeys(tx, command, input.webhookId),
  );
