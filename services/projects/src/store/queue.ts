import { afterCursor, orderBy, type Page, type SortKey, toConnection } from "@trame/kit/connection";
import type { Db } from "../database.ts";
import { toReview } from "./reviews.ts";

/** In the order in which they were given out, so that a queue stays put while it is worked through. */
const GIVEN: SortKey[] = [{ column: "id", direction: "asc" }];

const OPEN = ["ASSIGNED", "BEGUN"];

/** What counts for the person: neither abstentions nor conflicts of interest, in the list and in its totals. */
const counting = (reviewerId: string, campaignId: string) => ({
  reviewerId,
  campaignId,
  conflict: null,
  state: { not: "ABSTAINED" },
});

export async function reviewQueue(
  db: Db,
  { reviewerId, campaignId, states }: { reviewerId: string; campaignId: string; states?: readonly string[] | null },
  page: Page,
) {
  const mine = counting(reviewerId, campaignId);
  const where = { AND: [mine, states ? { state: { in: [...states] } } : {}] };
  const rows = await db.review.findMany({
    where: { AND: [where, afterCursor(GIVEN, page.after)] },
    orderBy: orderBy(GIVEN),
    take: page.size + 1,
  });
  return {
    reviewerId,
    campaignId,
    reviews: toConnection(rows.map(toReview), page, {
      keys: ({ id }) => [id],
      totalCount: () => db.review.count({ where }),
    }),
  };
}

export type ReviewQueue = Awaited<ReturnType<typeof reviewQueue>>;

export const reviewsGiven = (db: Db, { reviewerId, campaignId }: ReviewQueue) =>
  db.review.count({ where: counting(reviewerId, campaignId) });

export const reviewsDone = (db: Db, { reviewerId, campaignId }: ReviewQueue) =>
  db.review.count({ where: { ...counting(reviewerId, campaignId), state: "SUBMITTED" } });

/** The one after `afterId`, else the first that is still to be done. */
export async function nextReview(
  db: Db,
  { reviewerId, campaignId }: { reviewerId: string; campaignId: string },
  afterId?: string,
) {
  const where = { ...counting(reviewerId, campaignId), state: { in: OPEN } };
  const later =
    afterId && (await db.review.findFirst({ where: { ...where, id: { gt: afterId } }, orderBy: { id: "asc" } }));
  const found =
    later || (await db.review.findFirst({ where: { ...where, id: { not: afterId } }, orderBy: { id: "asc" } }));
  return found && toReview(found);
}
