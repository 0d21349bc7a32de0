import { answer } from "@trame/kit/answer";
import type { MutationResolvers } from "../../gen/schema.ts";
import * as store from "../../store/webhooks.ts";

export const setWebhookActive: MutationResolvers["setWebhookActive"] = (_, { input }, ctx) =>
  answer(
    ctx,
    { operation: "setWebhookActive", input, as: "webhook", load: (id) => ctx.load.webhook.load(id) },
    (tx, command) => store.setWebhookActive(tx, command, input.webhookId, input.active),
  );
