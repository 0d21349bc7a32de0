import type { Db } from "../database.ts";
import { type Coverage, type Warning, warningsOf } from "../domain/board.ts";
import type { Campaign } from "../domain/campaign.ts";
import { Prisma } from "../gen/prisma/client.ts";

export interface SelectionBoard {
  standings: { standing: string; count: number }[];
  pendingCount: number;
  retainedCount: number;
  academies: Coverage[];
  disciplines: Coverage[];
  degrees: Coverage[];
  themes: Coverage[];
  warnings: Warning[];
  reviewsAssigned: number;
  reviewsSubmitted: number;
}

const CANDIDATE = Prisma.sql`standing not in ('DRAFT', 'WITHDRAWN')`;
const RETAINED = Prisma.sql`standing in ('RETAINED', 'RETAINED_CONDITIONALLY')`;

/** How a campaign's selection stands, prepared decisions included: a fixed number of statements, whatever its size. */
export async function selectionBoard(db: Db, campaign: Campaign): Promise<SelectionBoard> {
  const here = Prisma.sql`from application where "campaignId" = ${campaign.id}::uuid and ${CANDIDATE}`;
  const counts = Prisma.sql`count(*)::integer as candidates, (count(*) filter (where ${RETAINED}))::integer as retained`;
  const covered = (key: Prisma.Sql, rows: Prisma.Sql) =>
    db.$queryRaw<Coverage[]>`select ${key} as key, ${counts} ${rows} group by 1 order by 1`;
  const [standings, [pending], academies, degrees, themes, disciplines, reviews, labels, titles] = await Promise.all([
    db.$queryRaw<{ standing: string; count: number }[]>`
      select standing, count(*)::integer as count from application
       where "campaignId" = ${campaign.id}::uuid group by 1 order by 1`,
    db.$queryRaw<{ count: number }[]>`select count(*)::integer as count ${here} and pending is not null`,
    covered(Prisma.sql`"academyCode"`, here),
    covered(Prisma.sql`unnest(degrees)`, here),
    covered(Prisma.sql`"themeId"::text`, here),
    covered(
      Prisma.sql`code`,
      Prisma.sql`from application join theme on theme.id = "themeId", unnest("disciplineCodes") as code
        where application."campaignId" = ${campaign.id}::uuid and ${CANDIDATE}`,
    ),
    db.review.groupBy({ by: ["state"], where: { campaignId: campaign.id }, _count: true }),
    db.academy.findMany({ select: { code: true, label: true } }),
    db.theme.findMany({ where: { campaignId: campaign.id }, select: { id: true, title: true } }),
  ]);
  const retainedCount = themes.reduce((sum, { retained }) => sum + retained, 0);
  const labelOf = (code: string) => labels.find((one) => one.code === code)?.label ?? code;
  const titleOf = (id: string) => titles.find((one) => one.id === id)?.title ?? id;
  const named = (list: Coverage[], name: (key: string) => string) =>
    list.map((one) => ({ ...one, key: name(one.key) }));
  const reviewsIn = (...states: string[]) =>
    reviews.filter(({ state }) => states.includes(state)).reduce((sum, { _count }) => sum + _count, 0);
  return {
    standings,
    pendingCount: pending?.count ?? 0,
    retainedCount,
    academies,
    degrees,
    themes,
    disciplines,
    warnings: warningsOf({
      retained: retainedCount,
      target: campaign.target,
      settings: campaign.settings,
      themes: named(themes, titleOf),
      academies: named(academies, labelOf),
    }),
    reviewsAssigned: reviewsIn("ASSIGNED", "BEGUN", "SUBMITTED"),
    reviewsSubmitted: reviewsIn("SUBMITTED"),
  };
}
