import { countByKey, manyByKey, oneByKey } from "@trame/kit/batch";
import type { Db } from "../database.ts";
import { toApplication } from "./applications.ts";
import { toCampaign } from "./campaigns.ts";
import { toInstalment, WITH_LINES } from "./instalments.ts";
import { toProject } from "./projects.ts";
import { toReadiness } from "./readiness.ts";
import { toReview } from "./reviews.ts";
import { toTheme } from "./themes.ts";

const RETAINED = { notIn: ["ABANDONED"] };
const SUBMITTED = { notIn: ["DRAFT", "WITHDRAWN"] };

/** Whatever a request asks for many times is read once: one statement per kind, however long the list. */
export function createLoaders(db: Db, viewerId: string | undefined) {
  const among = (ids: readonly string[]) => ({ in: [...ids] });
  const counted = <R extends { _count: number }>(rows: R[], key: (row: R) => string) =>
    rows.map((row) => ({ key: key(row), count: row._count }));
  return {
    campaign: oneByKey(
      async (ids) => (await db.campaign.findMany({ where: { id: among(ids) } })).map(toCampaign),
      ({ id }) => id,
    ),
    theme: oneByKey(
      async (ids) => (await db.theme.findMany({ where: { id: among(ids) } })).map(toTheme),
      ({ id }) => id,
    ),
    application: oneByKey(
      async (ids) => (await db.application.findMany({ where: { id: among(ids) } })).map(toApplication),
      ({ id }) => id,
    ),
    project: oneByKey(
      async (ids) => (await db.project.findMany({ where: { id: among(ids) } })).map(toProject),
      ({ id }) => id,
    ),
    discipline: oneByKey(
      (codes) => db.discipline.findMany({ where: { code: among(codes) } }),
      ({ code }) => code,
    ),
    readiness: oneByKey(
      async (ids) =>
        (await db.themeReadiness.findMany({ where: { themeId: among(ids) } })).map((row) => ({
          themeId: row.themeId,
          ready: toReadiness(row),
        })),
      ({ themeId }) => themeId,
    ),
    themesOfCampaign: manyByKey(
      async (ids) =>
        (
          await db.theme.findMany({ where: { campaignId: among(ids) }, orderBy: [{ titleKey: "asc" }, { id: "asc" }] })
        ).map(toTheme),
      ({ campaignId }) => campaignId,
    ),
    projectsOfTheme: manyByKey(
      async (ids) =>
        (
          await db.project.findMany({
            where: { themeId: among(ids), state: RETAINED },
            orderBy: [{ titleKey: "asc" }, { id: "asc" }],
          })
        ).map(toProject),
      ({ themeId }) => themeId,
    ),
    retainedInTheme: countByKey(async (ids: readonly string[]) => {
      const where = { themeId: among(ids), state: RETAINED };
      return counted(await db.project.groupBy({ by: ["themeId"], where, _count: true }), ({ themeId }) => themeId);
    }),
    retainedInCampaign: countByKey(async (ids: readonly string[]) => {
      const where = { campaignId: among(ids), state: RETAINED };
      return counted(
        await db.project.groupBy({ by: ["campaignId"], where, _count: true }),
        ({ campaignId }) => campaignId,
      );
    }),
    submittedInTheme: countByKey(async (ids: readonly string[]) => {
      const where = { themeId: among(ids), state: SUBMITTED };
      return counted(await db.application.groupBy({ by: ["themeId"], where, _count: true }), ({ themeId }) => themeId);
    }),
    submittedInCampaign: countByKey(async (ids: readonly string[]) => {
      const where = { campaignId: among(ids), state: SUBMITTED };
      return counted(
        await db.application.groupBy({ by: ["campaignId"], where, _count: true }),
        ({ campaignId }) => campaignId,
      );
    }),
    instalment: oneByKey(
      async (ids) =>
        (await db.instalment.findMany({ where: { id: among(ids) }, include: WITH_LINES })).map(toInstalment),
      ({ id }) => id,
    ),
    instalmentsOfProject: manyByKey(
      async (ids) =>
        (
          await db.instalment.findMany({
            where: { projectId: among(ids) },
            orderBy: [{ schoolYear: "asc" }, { number: "asc" }],
            include: WITH_LINES,
          })
        ).map(toInstalment),
      ({ projectId }) => projectId,
    ),
    review: oneByKey(
      async (ids) => (await db.review.findMany({ where: { id: among(ids) } })).map(toReview),
      ({ id }) => id,
    ),
    reviewsOf: manyByKey(
      async (ids) =>
        (await db.review.findMany({ where: { applicationId: among(ids) }, orderBy: { id: "asc" } })).map(toReview),
      ({ applicationId }) => applicationId,
    ),
    /** The viewer's own review of an application. */
    myReview: oneByKey(
      async (ids) =>
        viewerId
          ? (await db.review.findMany({ where: { applicationId: among(ids), reviewerId: viewerId } })).map(toReview)
          : [],
      ({ applicationId }) => applicationId,
    ),
    reviewSummary: oneByKey(
      (ids) =>
        db.application.findMany({
          where: { id: among(ids) },
          select: { id: true, reviewCount: true, reviewMean: true, reviewMedian: true, reviewSpread: true },
        }),
      ({ id }) => id,
    ),
    reviewersOf: manyByKey(
      (ids) => db.reviewer.findMany({ where: { campaignId: among(ids) }, orderBy: { id: "asc" } }),
      ({ campaignId }) => campaignId,
    ),
    reviewLoads: manyByKey(
      async (ids) =>
        (
          await db.review.groupBy({
            by: ["campaignId", "reviewerId", "state"],
            where: { campaignId: among(ids) },
            _count: true,
          })
        ).map(({ _count, ...load }) => ({ ...load, count: _count })),
      ({ campaignId }) => campaignId,
    ),
    messagesOf: manyByKey(
      (ids) => db.message.findMany({ where: { applicationId: among(ids) }, orderBy: { id: "asc" } }),
      ({ applicationId }) => applicationId,
    ),
    /** The applications of an academy to a theme; the key is `theme/academy`. */
    applicationsAt: manyByKey(
      async (keys) => {
        const places = keys.map((key) => key.split("/")).map(([themeId, academyCode]) => ({ themeId, academyCode }));
        return (await db.application.findMany({ where: { OR: places }, orderBy: { id: "asc" } })).map(toApplication);
      },
      ({ themeId, academyCode }) => `${themeId}/${academyCode}`,
    ),
    /** By subject, for example `Instalment:<id>`. */
    history: manyByKey(
      (subjects) =>
        db.$queryRaw<Recorded[]>`
          select subject, action, at, actor->>'personId' as "byId", reason
            from kit.audit where subject = any(${[...subjects]}) order by kit.audit.id`,
      ({ subject }) => subject,
    ),
    /** All of them: a nomenclature. */
    academies: lazily(() => db.academy.findMany()),
  };
}

/** One line of what happened to something, from the audit trail. */
export interface Recorded {
  subject: string;
  action: string;
  at: Date;
  byId: string | null;
  reason: string | null;
}

export type Loaders = ReturnType<typeof createLoaders>;

function lazily<T>(load: () => Promise<T>): () => Promise<T> {
  let loaded: Promise<T> | undefined;
  return () => (loaded ??= load());
}
