import { type Page, toConnection } from "@trame/kit/connection";
import type { Db } from "../database.ts";
import type { Scenario } from "../domain/scenario.ts";
import type { Sequence } from "../domain/sequence.ts";
import { Prisma } from "../gen/prisma/client.ts";
import { type ScenarioRow, toScenario } from "./scenarios.ts";
import { conditions, relevance, type ScenarioQuery } from "./search.ts";

export type ScenarioOrder = "PUBLISHED_DESC" | "TITLE_ASC" | "PROGRESSIVITY_ASC" | "RELEVANCE";

interface Order {
  keys: Prisma.Sql[];
  /** SQL types in which a cursor's texts are compared. */
  types: Prisma.Sql[];
  direction: "asc" | "desc";
}

const text = Prisma.sql`text`;
const instant = Prisma.sql`timestamptz`;

function orderOf(order: ScenarioOrder, search: string | null | undefined): Order {
  const id = Prisma.sql`s.id`;
  const listed = Prisma.sql`s."listedAt"`;
  switch (order) {
    case "PUBLISHED_DESC":
      return { keys: [listed, id], types: [instant, text], direction: "desc" };
    case "TITLE_ASC":
      return { keys: [Prisma.sql`s."titleKey"`, id], types: [text, text], direction: "asc" };
    case "PROGRESSIVITY_ASC":
      return {
        keys: [Prisma.sql`s."progressivityRank"`, Prisma.sql`s."titleKey"`, id],
        types: [Prisma.sql`integer`, text, text],
        direction: "asc",
      };
    case "RELEVANCE":
      return {
        keys: [relevance(search), listed, id],
        types: [Prisma.sql`numeric`, instant, text],
        direction: "desc",
      };
  }
}

type Ranked = ScenarioRow & { cursor: string[] };

export async function listScenarios(db: Db, query: ScenarioQuery & { order: ScenarioOrder }, page: Page) {
  const where = conditions(query);
  const order = orderOf(query.order, query.search);
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

function after({ keys, types, direction }: Order, cursor: string[] | undefined): Prisma.Sql {
  if (cursor?.length !== keys.length) return Prisma.sql`true`;
  const values = cursor.map((value, index) => Prisma.sql`${value}::text::${types[index] ?? text}`);
  const compared = direction === "asc" ? Prisma.sql`>` : Prisma.sql`<`;
  return Prisma.sql`(${Prisma.join(keys)}) ${compared} (${Prisma.join(values)})`;
}

async function count(db: Db, where: Prisma.Sql): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    select count(*)::integer as count from scenario s where ${where}`;
  return row?.count ?? 0;
}

export interface FacetRow {
  facet: "disciplines" | "academies" | "levels" | "progressivities" | "competences";
  value: string;
  count: number;
}

/** What the filtered list holds, in one statement. */
export const facets = (db: Db, query: ScenarioQuery): Promise<FacetRow[]> =>
  db.$queryRaw<FacetRow[]>`
    with found as materialized (
      select s."disciplineCodes", s."academyCodes", s.levels, s.competences, s.progressivity
        from scenario s where ${conditions(query)}
    )
    select 'disciplines' as facet, value, count(*)::integer as count
      from found, unnest("disciplineCodes") as value group by value
    union all select 'academies', value, count(*)::integer from found, unnest("academyCodes") as value group by value
    union all select 'levels', value, count(*)::integer from found, unnest(levels) as value group by value
    union all select 'competences', value, count(*)::integer from found, unnest(competences) as value group by value
    union all select 'progressivities', progressivity, count(*)::integer
      from found where progressivity is not null group by progressivity
    order by count desc, value`;

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
