import { answer } from "@trame/kit/answer";
import type { MutationResolvers } from "../../gen/schema.ts";
import * as queue from "../../store/webhook-queue.ts";

export const testWebhook: MutationResolvers["testWebhook"] = (_, { input }, ctx) =>
  answer(
    ctx,
    { operation: "testWebhook", input, as: "webhook", load: (id) => ctx.load.webhook.load(id) },
    (tx, command) => queue.testWebhook(tx, command, input.webhookId),
  );
