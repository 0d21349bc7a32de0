import type { QueryResolvers } from "../../gen/schema.ts";
import { policy } from "../../policy.ts";
import { toWebhook } from "../../store/webhooks.ts";

export const webhooks: QueryResolvers["webhooks"] = async (_, __, { db, actor }) =>
  policy.may(actor, "keepWebhooks")
    ? (await db.webhook.findMany({ orderBy: [{ description: "asc" }, { id: "asc" }] })).map(toWebhook)
    : null;

export const webhook: QueryResolvers["webhook"] = (_, { id }, { actor, load }) =>
  policy.may(actor, "keepWebhooks") ? load.webhook.load(id) : null;
