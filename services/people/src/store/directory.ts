import { afterCursor, orderBy, type Page, type SortKey, toConnection } from "@trame/kit/connection";
import type { Day } from "@trame/kit/day";
import { fold } from "@trame/kit/fold";
import type { Db } from "../database.ts";
import type { Person } from "../domain/person.ts";
import type { Role } from "../domain/role.ts";
import { Prisma } from "../gen/prisma/client.ts";
import { toPerson } from "./persons.ts";

export interface DirectoryQuery {
  /** The academy with those that it came from or went into. */
  academyCodes?: readonly string[];
  role?: Role | null;
  themeId?: string | null;
  disciplineCode?: string | null;
  search?: string | null;
  order: "NAME_ASC" | "NAME_DESC";
  /** The day on which mandates must be in force. */
  on: Day;
}

/** «À qui écrire ?»: persons by name, by the mandates that they hold today. */
export async function listPersons(db: Db, query: DirectoryQuery, page: Page) {
  const direction = query.order === "NAME_ASC" ? "asc" : "desc";
  const order: SortKey[] = [
    { column: "nameKey", direction },
    { column: "id", direction },
  ];
  // Keys of a cursor from another list are refused here.
  afterCursor(order, page.after);
  const found = personsOf(query);
  const held = mandatesOf(query);
  const matching = [...found, ...(held ? [await holding(db, held)] : [])];
  const rows = await db.$queryRaw<{ id: string }[]>`
    select id from person p where ${Prisma.join(matching, " and ")} ${beyond(page.after, direction)}
    ${direction === "asc" ? Prisma.sql`order by p."nameKey", p.id` : Prisma.sql`order by p."nameKey" desc, p.id desc`}
    limit ${page.size + 1}`;
  const persons = await db.person.findMany({
    where: { id: { in: rows.map(({ id }) => id) } },
    orderBy: orderBy(order),
  });
  const keys = new Map(persons.map((row) => [row.id, row.nameKey]));
  return toConnection<Person>(persons.map(toPerson), page, {
    keys: ({ id }) => [keys.get(id) ?? "", id],
    totalCount: () => countOf(db, found, held),
  });
}

const KNOWN = Prisma.sql`p."erasedAt" is null`;

function personsOf({ academyCodes, search }: DirectoryQuery): Prisma.Sql[] {
  const where = [KNOWN];
  for (const word of fold(search ?? "")
    .split(" ")
    .filter(Boolean)) {
    where.push(Prisma.sql`p."searchText" like ${`%${word.replace(/[\\%_]/g, "\\$&")}%`}`);
  }
  // One academy is read in the order of its index; several are sorted.
  const [only, ...others] = academyCodes ?? [];
  if (only && others.length === 0) where.push(Prisma.sql`p."academyCode" = ${only}`);
  else if (academyCodes) where.push(Prisma.sql`p."academyCode" = any(${[...academyCodes]})`);
  return where;
}

/** What a mandate of the persons sought must be; null when any person is. */
function mandatesOf({ role, themeId, disciplineCode, on }: DirectoryQuery): Prisma.Sql | null {
  if (!role && !themeId && !disciplineCode) return null;
  const held = [
    Prisma.sql`m.state not in ('INVITED', 'DECLINED')`,
    Prisma.sql`m."startsOn" <= ${on}`,
    Prisma.sql`(m."endsOn" is null or m."endsOn" >= ${on})`,
    ...(role ? [Prisma.sql`m.role = ${role}`] : []),
    ...(themeId ? [Prisma.sql`m."themeId" = ${themeId}::uuid`] : []),
    ...(disciplineCode ? [Prisma.sql`m."disciplineCode" = ${disciplineCode}`] : []),
  ];
  return Prisma.join(held, " and ");
}

/** Above it, the next persons by name are found sooner than all who hold such a mandate. */
const COMMON = 2_000;

/**
 * The same question in the form that suits its answer, for the planner knows nothing of how a role and a day go
 * together: few holders are gathered and sorted, of many the persons are tried one after another in their order.
 */
async function holding(db: Db, held: Prisma.Sql): Promise<Prisma.Sql> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    select count(*)::integer as count from (select from mandate m where ${held} limit ${COMMON + 1}) as found`;
  return (row?.count ?? 0) > COMMON
    ? Prisma.sql`(select true from mandate m where m."personId" = p.id and ${held} limit 1)`
    : Prisma.sql`p.id = any(array(select m."personId" from mandate m where ${held}))`;
}

const beyond = (after: readonly string[] | undefined, direction: "asc" | "desc"): Prisma.Sql => {
  if (!after) return Prisma.empty;
  const [nameKey = "", id = ""] = after;
  return direction === "asc"
    ? Prisma.sql`and (p."nameKey", p.id) > (${nameKey}, ${id}::uuid)`
    : Prisma.sql`and (p."nameKey", p.id) < (${nameKey}, ${id}::uuid)`;
};

async function countOf(db: Db, where: Prisma.Sql[], held: Prisma.Sql | null): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>(countSql(where, held));
  return row?.count ?? 0;
}

/** By the mandates alone where nothing else is asked of the person. */
function countSql(where: Prisma.Sql[], held: Prisma.Sql | null): Prisma.Sql {
  if (!held) return Prisma.sql`select count(*)::integer as count from person p where ${Prisma.join(where, " and ")}`;
  if (where.length > 1)
    return Prisma.sql`select count(*)::integer as count from person p
      where ${Prisma.join(where, " and ")} and p.id in (select m."personId" from mandate m where ${held})`;
  return Prisma.sql`select count(distinct m."personId")::integer as count from mandate m
    where ${held} and not exists (select from person p where p.id = m."personId" and p."erasedAt" is not null)`;
}
