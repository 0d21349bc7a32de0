import { answer } from "@trame/kit/answer";
import type { MutationResolvers } from "../../gen/schema.ts";
import * as store from "../../store/webhooks.ts";
import { addressRules } from "../../webhooks/address.ts";
import { written } from "../Webhook.ts";

export const reviseWebhook: MutationResolvers["reviseWebhook"] = (_, { input }, ctx) =>
  answer(
    ctx,
    { operation: "reviseWebhook", input, as: "webhook", load: (id) => ctx.load.webhook.load(id) },
    (tx, command) => store.reviseWebhook(tx, command, input.webhookId, written(input), addressRules(ctx.allow)),
  );
