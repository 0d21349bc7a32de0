import { answer } from "@trame/kit/answer";
import type { MutationResolvers } from "../../gen/schema.ts";
import * as queue from "../../store/webhook-queue.ts";

export const redeliverWebhook: MutationResolvers["redeliverWebhook"] = (_, { input }, ctx) =>
  answer(
    ctx,
    { operation: "redeliverWebhook", input, as: "webhook", load: (id) => ctx.load.webhook.load(id) },
    (tx, command) => queue.redeliver(tx, command, input.deliveryId),
  );
