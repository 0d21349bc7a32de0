import { answer } from "@trame/kit/answer";
import type { MutationResolvers } from "../../gen/schema.ts";
import * as queue from "../../store/webhook-queue.ts";

export const replayWebhook: MutationResolvers["replayWebhook"] = (_, { input }, ctx) =>
  answer(
    ctx,
    { operation: "replayWebhook", input, as: "webhook", load: (id) => ctx.load.webhook.load(id) },
    (tx, command) => queue.replay(tx, command, input.webhookId, input.since),
  );
