import { pageOf } from "@trame/kit/connection";
import type { QueryResolvers } from "../../gen/schema.ts";
import { reviewQueue } from "../../store/queue.ts";

export const myReviews: QueryResolvers["myReviews"] = (_, { campaignId, states, ...page }, { db, actor }) =>
  actor.personId ? reviewQueue(db, { reviewerId: actor.personId, campaignId, states }, pageOf(page)) : null;
