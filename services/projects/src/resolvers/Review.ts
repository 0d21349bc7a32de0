import type { ReviewPayloadResolvers, ReviewQueueResolvers, ReviewResolvers } from "../gen/schema.ts";
import { nextReview, reviewsDone, reviewsGiven } from "../store/queue.ts";

export const Review: ReviewResolvers = {
  application: ({ applicationId, conflict, reviewerId }, _, { load, actor }) =>
    conflict && actor.personId === reviewerId ? null : load.application.load(applicationId),
  reviewer: ({ reviewerId }) => ({ id: reviewerId }),
  marks: ({ marks }) => Object.entries(marks).map(([code, value]) => ({ code, value })),
};

export const ReviewQueue: ReviewQueueResolvers = {
  total: (queue, _, { db }) => reviewsGiven(db, queue),
  done: (queue, _, { db }) => reviewsDone(db, queue),
  next: (queue, _, { db }) => nextReview(db, queue),
};

export const ReviewPayload: ReviewPayloadResolvers = {
  next: async ({ review }, _, { db, actor }) => {
    const given = await review;
    return given && actor.personId === given.reviewerId ? nextReview(db, given, given.id) : null;
  },
};
