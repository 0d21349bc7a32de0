import { aggregate, type Command } from "@trame/kit/aggregate";
import { forbidden, refuse } from "@trame/kit/refusal";
import { topics } from "@trame/proto-schemas/topics";
import type { Tx } from "../database.ts";
import { type Marks, summaryOf } from "../domain/grid.ts";
import {
  type ConflictKind,
  conflictOf,
  abstain as decideAbstention,
  declareConflict as decideConflict,
  saveReview as decideSaving,
  evolveReview,
  findConflict,
  type Review,
  type ReviewFact,
  type ReviewState,
} from "../domain/review.ts";
import type { Review as ReviewRow } from "../gen/prisma/client.ts";
import { toApplication } from "./applications.ts";
import { toCampaign } from "./campaigns.ts";
import { concernedBy } from "./reviewers.ts";

/** The only writer of reviews. What a reviewer thinks is the office's: nothing of it is told outside. */
export const reviews = aggregate<Tx, Review, ReviewFact>({
  name: "Review",
  label: "Cette évaluation",
  topic: topics.projects,
  async lock(tx, id) {
    await tx.$queryRaw`select 1 as one from review where id = ${id}::uuid for update`;
    const row = await tx.review.findUnique({ where: { id } });
    return row && toReview(row);
  },
  insert: async (tx, review) => void (await tx.review.create({ data: review })),
  update: async (tx, review) => void (await tx.review.update({ where: { id: review.id }, data: review })),
  evolve: evolveReview,
  tell: () => null,
});

export const toReview = ({ state, marks, conflict, ...row }: ReviewRow): Review => ({
  ...row,
  state: state as ReviewState,
  marks: marks as unknown as Marks,
  conflict: conflict as ConflictKind | null,
});

/** No role is enough: only who was assigned judges. */
function demandReviewer({ by }: Command, review: Review): void {
  if (by.personId !== review.reviewerId)
    refuse(forbidden("FORBIDDEN", "Cette évaluation est confiée à une autre personne."));
}

export async function saveReview(
  tx: Tx,
  command: Command,
  id: string,
  { marks, comment, submit }: { marks: Marks; comment: string; submit: boolean },
): Promise<string> {
  const review = await reviews.change(tx, command, id, (state) => {
    demandReviewer(command, state);
    return [];
  });
  const application = toApplication(await tx.application.findUniqueOrThrow({ where: { id: review.applicationId } }));
  const campaign = toCampaign(await tx.campaign.findUniqueOrThrow({ where: { id: review.campaignId } }));
  const on = { grid: campaign.settings.grid, applicationState: application.state, at: command.at };
  await settleConflicts(tx, command, { reviewId: id });
  const later = { by: command.by, at: command.at };
  await reviews.change(tx, later, id, (state) => decideSaving(state, { marks, comment, submit }, on));
  await summarise(tx, [review.applicationId]);
  return id;
}

export async function abstain(tx: Tx, command: Command, id: string, reason: string): Promise<string> {
  await reviews.change(tx, { ...command, reason }, id, (state) => {
    demandReviewer(command, state);
    return decideAbstention(state, reason);
  });
  return id;
}

export async function declareConflict(tx: Tx, command: Command, id: string, reason: string): Promise<string> {
  const review = await reviews.change(tx, { ...command, reason }, id, (state) => {
    demandReviewer(command, state);
    return decideConflict(state, reason);
  });
  await summarise(tx, [review.applicationId]);
  return id;
}

/** A mandate was given or a team changed: who now has an interest judges no more, and his or her mark does not count. */
export async function settleConflicts(
  tx: Tx,
  { at, by }: Command,
  about: { applicationId?: string; reviewerId?: string; reviewId?: string },
): Promise<void> {
  const { reviewId: id, applicationId, reviewerId } = about;
  const where = { id, applicationId, reviewerId, conflict: null };
  const rows = await tx.review.findMany({ where, include: { application: true }, orderBy: { id: "asc" } });
  const found: string[] = [];
  for (const row of rows) {
    const held = await tx.mandate.findMany({ where: { personId: row.reviewerId, academyCode: { not: null } } });
    const reviewer = { personId: row.reviewerId, academyCodes: held.flatMap(({ academyCode }) => academyCode ?? []) };
    const conflict = conflictOf(reviewer, await concernedBy(tx, toApplication(row.application)));
    if (!conflict) continue;
    await reviews.change(tx, { by, at }, row.id, (state) => findConflict(state, conflict));
    found.push(row.applicationId);
  }
  await summarise(tx, found);
}

/** What the marks say together stands on the application, so that the board sorts by it. */
async function summarise(tx: Tx, applicationIds: readonly string[]): Promise<void> {
  for (const id of [...new Set(applicationIds)].sort()) {
    await tx.$queryRaw`select 1 as one from application where id = ${id}::uuid for update`;
    const given = await tx.review.findMany({
      where: { applicationId: id, state: "SUBMITTED" },
      select: { mark: true },
    });
    const { count, mean, median, spread } = summaryOf(given.flatMap(({ mark }) => mark ?? []));
    const data = { reviewCount: count, reviewMean: mean, reviewMedian: median, reviewSpread: spread, rank: mean ?? -1 };
    await tx.application.update({ where: { id }, data });
  }
}
