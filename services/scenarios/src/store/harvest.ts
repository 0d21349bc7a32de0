import type { Db } from "../database.ts";
import { Prisma } from "../gen/prisma/client.ts";
import { type NeededRow, rowsToDescribe } from "../records/described.ts";

export interface HarvestRow {
  scenarioId: string;
  stamp: Date;
  deleted: boolean;
  sets: string[];
}

export interface Selection {
  from: Date | null;
  until: Date | null;
  /** The keys that a set has; null without a set. */
  keys: readonly string[] | null;
}

/**
 * The time, on the clock that records are stamped by: whatever is committed after this call is stamped with this second
 * or a later one (migration *_harvest). A commit holds the lock for as long as it takes; one that hangs holds us no more
 * than that.
 */
export const harvestTime = (db: Db): Promise<Date> =>
  db.$transaction(async (tx) => {
    await tx.$executeRaw`set local lock_timeout = '5s'`;
    await tx.$queryRaw`select pg_advisory_xact_lock_shared(hashtextextended('harvest', 0))::text as locked`;
    const [row] = await tx.$queryRaw<{ now: Date }[]>`select date_trunc('second', clock_timestamp()) as now`;
    if (!row) throw new Error("a select without a row");
    return row.now;
  });

const selected = ({ from, until, keys }: Selection): Prisma.Sql =>
  Prisma.join(
    [
      Prisma.sql`true`,
      ...(until ? [Prisma.sql`stamp <= ${until}`] : []),
      ...(from ? [Prisma.sql`stamp >= ${from}`] : []),
      ...(keys ? [Prisma.sql`sets && ${[...keys]}::text[]`] : []),
    ],
    " and ",
  );

export async function countHarvest(db: Db, selection: Selection): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    select count(*)::integer as count from harvest_record where ${selected(selection)}`;
  return row?.count ?? 0;
}

export interface HarvestPage {
  rows: HarvestRow[];
  /** By id; none for headers only, none for the withdrawn. */
  scenarios: Map<string, NeededRow>;
}

/** One page in the order of stamps, records and what they tell from one moment. */
export const harvestPage = (
  db: Db,
  selection: Selection,
  { after, only, size, whole }: { after?: readonly [Date, string] | null; only?: string; size: number; whole: boolean },
): Promise<HarvestPage> =>
  db.$transaction(
    async (tx) => {
      const later = after
        ? Prisma.sql`(stamp, "scenarioId") > (${after[0]}::timestamptz, ${after[1]})`
        : Prisma.sql`true`;
      const one = only ? Prisma.sql`"scenarioId" = ${only}` : Prisma.sql`true`;
      const rows = await tx.$queryRaw<HarvestRow[]>`
        select "scenarioId", stamp, deleted, sets from harvest_record
         where ${selected(selection)} and ${later} and ${one}
         order by stamp, "scenarioId" limit ${size}`;
      const ids = whole ? rows.filter(({ deleted }) => !deleted).map(({ scenarioId }) => scenarioId) : [];
      const found = ids.length > 0 ? await rowsToDescribe(tx, { id: { in: ids } }) : [];
      return { rows, scenarios: new Map(found.map((row) => [row.id, row])) };
    },
    { isolationLevel: "RepeatableRead" },
  );

export const harvestRow = (db: Db, scenarioId: string): Promise<HarvestRow | null> =>
  db.harvestRecord.findUnique({ where: { scenarioId } });

export async function earliestStamp(db: Db): Promise<Date | null> {
  const { _min } = await db.harvestRecord.aggregate({ _min: { stamp: true } });
  return _min.stamp;
}
