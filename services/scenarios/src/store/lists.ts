import { type Page, toConnection } from "@trame/kit/connection";
import type { Db } from "../database.ts";
import type { Scenario } from "../domain/scenario.ts";
import type { Sequence } from "../domain/sequence.ts";
import { Prisma } from "../gen/prisma/client.ts";
import type { CountedKeys } from "./found.ts";
import { after, orderOf, type ScenarioOrder } from "./orders.ts";
import { type ScenarioRow, toScenario } from "./scenarios.ts";
import { conditions, relevance, type ScenarioQuery } from "./search.ts";

type Ranked = ScenarioRow & { cursor: string[] };

export async function listScenarios(db: Db, query: ScenarioQuery & { order: ScenarioOrder }, page: Page) {
  const where = conditions(query);
  const order = orderOf(query.order, {
    id: Prisma.sql`s.id`,
    listed: Prisma.sql`s."listedAt"`,
    title: Prisma.sql`s."titleKey"`,
    progressivity: Prisma.sql`s."progressivityRank"`,
    relevance: relevance(query.search),
  });
  const direction = order.direction === "asc" ? Prisma.sql`asc` : Prisma.sql`desc`;
  const rows = await db.$queryRaw<Ranked[]>`
    select s.*, array[${Prisma.join(order.keys.map((key) => Prisma.sql`${key}::text`))}] as cursor
      from scenario s where ${where} and ${after(order, page.after)}
     order by ${Prisma.join(order.keys.map((key) => Prisma.sql`${key} ${direction}`))}
     limit ${page.size + 1}`;
  const cursors = new Map(rows.map(({ id, cursor }) => [id, cursor]));
  return toConnection<Scenario>(rows.map(toListed), page, {
    keys: ({ id }) => cursors.get(id) ?? [id],
    totalCount: () => count(db, where),
  });
}

const toListed = ({ cursor: _cursor, ...row }: Ranked) => toScenario(row);

async function count(db: Db, where: Prisma.Sql): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    select count(*)::integer as count from scenario s where ${where}`;
  return row?.count ?? 0;
}

/** What the filtered list holds, for those who write. */
export const facets = (db: Db, query: ScenarioQuery): Promise<CountedKeys["rows"]> =>
  db.$queryRaw<CountedKeys["rows"]>`
    select key, count(*)::integer as count from scenario s, unnest(search_facets(s)) as key
     where ${conditions(query)} group by key order by count desc, key`;

export async function listSequences(
  db: Db,
  filter: { themeId?: string | null; projectId?: string | null },
  page: Page,
) {
  const where = { themeId: filter.themeId ?? undefined, projectId: filter.projectId ?? undefined };
  const [at, id] = page.after ?? [];
  const older =
    at && id ? { OR: [{ sharedAt: { lt: new Date(at) } }, { sharedAt: new Date(at), id: { lt: id } }] } : {};
  const rows = await db.sequence.findMany({
    where: { AND: [where, older] },
    orderBy: [{ sharedAt: "desc" }, { id: "desc" }],
    take: page.size + 1,
  });
  return toConnection<Sequence>(rows, page, {
    keys: (row) => [row.sharedAt.toISOString(), row.id],
    totalCount: () => db.sequence.count({ where }),
  });
}
