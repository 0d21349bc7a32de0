import type { Command } from "@trame/kit/aggregate";
import { newId } from "@trame/kit/id";
import { notFound, refuse } from "@trame/kit/refusal";
import { family } from "@trame/kit/succession";
import type { Tx } from "../database.ts";
import type { Application } from "../domain/application.ts";
import { balance, type Reviewer, type Wanting } from "../domain/assignment.ts";
import { type Concerned, conflictOf, assignReview as decideAssignment } from "../domain/review.ts";
import { refusals } from "../errors.ts";
import { toApplication } from "./applications.ts";
import { toCampaign } from "./campaigns.ts";
import { issue } from "./notices.ts";
import { reviews } from "./reviews.ts";

/** Names reviewers of a campaign, or of one of its themes; who is named already stays. */
export async function nameReviewers(
  tx: Tx,
  campaignId: string,
  { themeId, personIds }: { themeId: string | null; personIds: readonly string[] },
): Promise<string> {
  const campaign = await tx.campaign.findUnique({ where: { id: campaignId } });
  if (!campaign) refuse(notFound("Cette campagne", "campaignId"));
  if (themeId && !(await tx.theme.findFirst({ where: { id: themeId, campaignId } })))
    refuse(notFound("Ce thème", "themeId"));
  const named = await tx.reviewer.findMany({ where: { campaignId, themeId } });
  const fresh = [...new Set(personIds)].filter((id) => !named.some(({ personId }) => personId === id));
  await tx.reviewer.createMany({ data: fresh.map((personId) => ({ id: newId(), campaignId, themeId, personId })) });
  return campaignId;
}

/** Who has begun abstains instead; what is only assigned goes back. */
export async function removeReviewer(tx: Tx, campaignId: string, personId: string): Promise<string> {
  const mine = { campaignId, reviewerId: personId };
  if (await tx.review.findFirst({ where: { ...mine, state: { in: ["BEGUN", "SUBMITTED"] } } }))
    refuse(refusals.reviewsUnderWay());
  await tx.review.deleteMany({ where: { ...mine, state: "ASSIGNED" } });
  await tx.reviewer.deleteMany({ where: { campaignId, personId } });
  return campaignId;
}

/** Each with the academies in which he or she holds, or held, a mandate. */
async function reviewersOf(tx: Tx, campaignId: string): Promise<Reviewer[]> {
  const rows = await tx.reviewer.findMany({ where: { campaignId }, orderBy: { id: "asc" } });
  const personIds = rows.map(({ personId }) => personId);
  const mandates = await tx.mandate.findMany({ where: { personId: { in: personIds }, academyCode: { not: null } } });
  return rows.map(({ personId, themeId }) => ({
    personId,
    themeId,
    academyCodes: mandates.flatMap((one) => (one.personId === personId && one.academyCode ? [one.academyCode] : [])),
  }));
}

/** Whom an application concerns: its academy's family, and everybody whom it names. */
export async function concernedBy(tx: Tx, application: Application): Promise<Concerned> {
  const academies = await tx.academy.findMany({ select: { code: true, successorCode: true } });
  return concerned(academies, application);
}

type Academies = readonly { code: string; successorCode: string | null }[];

const concerned = (academies: Academies, application: Application): Concerned => ({
  academyCodes: family(academies, application.academyCode),
  personIds: [
    ...[application.referentId, application.pilotId, application.cardieId].filter((id) => id !== null),
    ...application.members.map(({ personId }) => personId),
  ],
});

/** By hand, or a line of a CSV. */
export async function assignReviewer(
  tx: Tx,
  command: Command,
  { applicationId, reviewerId }: { applicationId: string; reviewerId: string },
): Promise<string> {
  const row = await tx.application.findUnique({ where: { id: applicationId } });
  if (!row) refuse(notFound("Cette candidature", "applicationId"));
  const application = toApplication(row);
  const { campaignId, themeId } = application;
  const named = (await reviewersOf(tx, campaignId)).filter((one) => one.personId === reviewerId);
  const able = named.find((one) => one.themeId === null || one.themeId === themeId);
  if (!able) refuse(refusals.notAReviewer());
  if (await tx.review.findFirst({ where: { applicationId, reviewerId } })) refuse(refusals.alreadyAssigned());
  const conflict = conflictOf(able, await concernedBy(tx, application));
  const review = { id: newId(), campaignId, themeId, applicationId, reviewerId, assignedAt: command.at };
  await reviews.create(tx, command, decideAssignment(review, conflict, application.state));
  await asked(tx, command, review);
  return applicationId;
}

const asked = (
  tx: Tx,
  { at }: Command,
  { applicationId, reviewerId, campaignId }: { applicationId: string; reviewerId: string; campaignId: string },
) =>
  issue(tx, at, {
    id: ["review", applicationId, reviewerId],
    kind: "TASK",
    personIds: [reviewerId],
    title: "Une candidature vous est confiée en évaluation",
    path: `/espace/evaluations?campagne=${campaignId}`,
    about: applicationId,
  });

/** Gives every admitted application the reviewers that it still wants, as evenly as conflicts of interest allow. */
export async function balanceReviews(tx: Tx, command: Command, campaignId: string): Promise<string> {
  const row = await tx.campaign.findUnique({ where: { id: campaignId } });
  if (!row) refuse(notFound("Cette campagne", "campaignId"));
  // Two offices that share out at once would give each application twice as many.
  await tx.$queryRaw`select 1 as one from campaign where id = ${campaignId}::uuid for update`;
  const { reviewersPerApplication } = toCampaign(row).settings;
  const academies = await tx.academy.findMany({ select: { code: true, successorCode: true } });
  const open = await tx.application.findMany({
    where: { campaignId, state: "UNDER_REVIEW" },
    include: { reviews: { select: { reviewerId: true, state: true } } },
  });
  const wanting = open.map(({ reviews: given, ...application }): Wanting => {
    const serving = given.filter(({ state }) => state !== "ABSTAINED" && state !== "CONFLICT").length;
    return {
      ...concerned(academies, toApplication(application)),
      applicationId: application.id,
      themeId: application.themeId,
      assignedTo: given.map(({ reviewerId }) => reviewerId),
      wanted: Math.max(0, reviewersPerApplication - serving),
    };
  });
  const loads = await tx.review.groupBy({ by: ["reviewerId"], where: { campaignId }, _count: true });
  const shares = balance(
    await reviewersOf(tx, campaignId),
    wanting,
    Object.fromEntries(loads.map((one) => [one.reviewerId, one._count])),
  );
  for (const { applicationId, reviewerId } of shares) {
    const themeId = open.find(({ id }) => id === applicationId)?.themeId ?? "";
    const review = { id: newId(), campaignId, themeId, applicationId, reviewerId, assignedAt: command.at };
    await reviews.create(tx, { by: command.by, at: command.at }, decideAssignment(review, null, "UNDER_REVIEW"));
    await asked(tx, command, review);
  }
  return campaignId;
}
