import { type Page, toConnection } from "@trame/kit/connection";
import type { Db, Tx } from "../database.ts";
import type { Scenario } from "../domain/scenario.ts";
import { Prisma } from "../gen/prisma/client.ts";
import { after, type Order, orderOf, type ScenarioOrder } from "./orders.ts";
import { createRemembered, type Remembered } from "./remembered.ts";
import { toScenario } from "./scenarios.ts";
import { asked, facetKeys, type ScenarioQuery, words } from "./search.ts";

/** What readers find: the published scenarios, from the table that is kept for it (migration *_found). */
const conditions = (query: ScenarioQuery): Prisma.Sql =>
  Prisma.join(
    [
      Prisma.sql`true`,
      ...facetKeys(query).map((keys) => Prisma.sql`f.facets && ${keys}::text[]`),
      ...(words(query.search) ? [Prisma.sql`f.words @@ ${asked(query.search)}`] : []),
    ],
    " and ",
  );

/** Ranking reads every match: among very many, the latest of them are ranked. */
const RANKED = 500;

export async function listFound(db: Db, query: ScenarioQuery & { order: ScenarioOrder }, page: Page) {
  const where = conditions(query);
  const count = await countFound(db, where);
  const order = orderOf(query.order, {
    id: Prisma.sql`f."scenarioId"`,
    listed: Prisma.sql`f."listedAt"`,
    title: Prisma.sql`f."titleKey"`,
    progressivity: Prisma.sql`f."progressivityRank"`,
    relevance: relevance(query.search),
  });
  const found = await db.$queryRaw<{ id: string; cursor: string[] }[]>`
    select f."scenarioId" as id, array[${Prisma.join(order.keys.map((key) => Prisma.sql`${key}::text`))}] as cursor
      from ${source(query, where, count)} where ${where} and ${after(order, page.after)}
     order by ${sorted(order)} limit ${page.size + 1}`;
  const rows = await db.scenario.findMany({ where: { id: { in: found.map(({ id }) => id) } } });
  const byId = new Map(rows.map((row) => [row.id, toScenario(row)]));
  const cursors = new Map(found.map(({ id, cursor }) => [id, cursor]));
  return toConnection<Scenario>(
    found.flatMap(({ id }) => byId.get(id) ?? []),
    page,
    { keys: ({ id }) => cursors.get(id) ?? [id], totalCount: async () => count },
  );
}

/**
 * Few matches are gathered before they are sorted: for the planner, restrictions know nothing of each other, and it would
 * walk through all scenarios in their order to find the few, or none, that meet two of them.
 */
function source(query: ScenarioQuery & { order: ScenarioOrder }, where: Prisma.Sql, count: number): Prisma.Sql {
  if (count <= COUNTED) return Prisma.sql`(select * from scenario_search f where ${where} offset 0) f`;
  return query.order === "RELEVANCE" && words(query.search)
    ? Prisma.sql`(select * from scenario_search f where ${where} order by f."listedAt" desc limit ${RANKED}) f`
    : Prisma.sql`scenario_search f`;
}

const sorted = ({ keys, direction }: Order): Prisma.Sql =>
  Prisma.join(keys.map((key) => Prisma.sql`${key} ${direction === "asc" ? Prisma.sql`asc` : Prisma.sql`desc`}`));

const relevance = (search: string | null | undefined): Prisma.Sql =>
  words(search) ? Prisma.sql`round(ts_rank(f.words, ${asked(search)})::numeric, 6)` : Prisma.sql`0::numeric`;

/** Many matches take long to count, and nobody sees one more or less: their figures are kept for a minute. */
const KEPT_MS = 60_000;
const kept = new WeakMap<Db, Remembered>();

const keptFor = (db: Db): Remembered => {
  const known = kept.get(db) ?? createRemembered(KEPT_MS);
  kept.set(db, known);
  return known;
};

const keyOf = ({ text, values }: Prisma.Sql): string => JSON.stringify([text, values]);

const countFound = (db: Db, where: Prisma.Sql): Promise<number> =>
  keptFor(db)(
    `count ${keyOf(where)}`,
    () => counted(db, where),
    (count) => count > COUNTED,
  );

async function counted(db: Db, where: Prisma.Sql): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    select count(*)::integer as count from scenario_search f where ${where}`;
  return row?.count ?? 0;
}

/** How many were published between two instants, and the titles of the latest of them. */
export async function newlyFound(db: Tx, query: ScenarioQuery, { from, to }: { from: Date; to: Date }, most: number) {
  const where = Prisma.sql`${conditions(query)} and f."listedAt" > ${from} and f."listedAt" <= ${to}`;
  const rows = await db.$queryRaw<{ title: string; count: number }[]>`
    select s.title, found.count
      from (select f."scenarioId", f."listedAt", (count(*) over ())::integer as count
              from scenario_search f where ${where}) as found
      join scenario s on s.id = found."scenarioId" and s.state = 'PUBLISHED'
     order by found."listedAt" desc, s.id limit ${most}`;
  return { count: rows[0]?.count ?? 0, titles: rows.map(({ title }) => title) };
}

export interface CountedKeys {
  rows: { key: string; count: number }[];
  /** Whether they were counted one by one. */
  exact: boolean;
}

/** Up to so many are counted one by one; of more, a part is counted and scaled. */
const COUNTED = 5_000;
const PARTS = 1_024;

/** A random part of the scenarios, always the same: sixteenths are kept, and cut again here. */
const sample = (parts: number): Prisma.Sql =>
  parts < PARTS
    ? Prisma.sql`f.part <= ${Math.floor((parts - 1) / 64)}
        and f.part * 64 + (hashtextextended(f."scenarioId", 1) & 63) < ${parts}`
    : Prisma.sql`true`;

export function facetsFound(db: Db, query: ScenarioQuery): Promise<CountedKeys> {
  const where = conditions(query);
  return keptFor(db)(
    `facets ${keyOf(where)}`,
    () => countKeys(db, where),
    ({ exact }) => !exact,
  );
}

async function countKeys(db: Db, where: Prisma.Sql): Promise<CountedKeys> {
  const count = await countFound(db, where);
  const parts = count <= COUNTED ? PARTS : Math.max(1, Math.ceil((PARTS * COUNTED) / count));
  const rows = await db.$queryRaw<{ key: string; count: number }[]>`
    with found as materialized (select f.facets from scenario_search f where ${where} and ${sample(parts)})
    select key, count(*)::integer as count from found, unnest(facets) as key group by key order by count desc, key`;
  const scaled = rows.map(({ key, count: counted }) => ({ key, count: Math.round((counted * PARTS) / parts) }));
  return { rows: scaled, exact: parts === PARTS };
}
