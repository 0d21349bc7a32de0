import type { QueryResolvers } from "../../gen/schema.ts";
import { policy } from "../../policy.ts";
import { readMailQueue } from "../../store/mail-queue.ts";

export const mailQueue: QueryResolvers["mailQueue"] = (_, __, { db, actor }) =>
  policy.may(actor, "lookAfterMail") ? readMailQueue(db) : null;
