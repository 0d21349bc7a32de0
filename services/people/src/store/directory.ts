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
  const found = whereOf(query);
  const matching = Prisma.sql`select id from person p where ${Prisma.join(found, " and ")}`;
  const rows = await db.$queryRaw<{ id: string }[]>`${matching} ${beyond(page.after, direction)}
    ${direction === "asc" ? Prisma.sql`order by p."nameKey", p.id` : Prisma.sql`order by p."nameKey" desc, p.id desc`}
    limit ${page.size + 1}`;
  const persons = await db.person.findMany({
    where: { id: { in: rows.map(({ id }) => id) } },
    orderBy: orderBy(order),
  });
  const keys = new Map(persons.map((row) => [row.id, row.nameKey]));
  return toConnection<Person>(persons.map(toPerson), page, {
    keys: ({ id }) => [keys.get(id) ?? "", id],
    totalCount: () => countOf(db, found),
  });
}

/** One statement, however many persons hold a mandate: a list of their identifiers would outgrow it. */
function whereOf({ academyCodes, role, themeId, disciplineCode, search, on }: DirectoryQuery): Prisma.Sql[] {
  const where = [Prisma.sql`p."erasedAt" is null`];
  for (const word of fold(search ?? "")
    .split(" ")
    .filter(Boolean)) {
    where.push(Prisma.sql`p."searchText" like ${`%${word.replace(/[\\%_]/g, "\\$&")}%`}`);
  }
  if (academyCodes) where.push(Prisma.sql`p."academyCode" = any(${[...academyCodes]})`);
  if (!role && !themeId && !disciplineCode) return where;
  const held = [
    Prisma.sql`m."personId" = p.id`,
    Prisma.sql`m.state not in ('INVITED', 'DECLINED')`,
    Prisma.sql`m."startsOn" <= ${on}`,
    Prisma.sql`(m."endsOn" is null or m."endsOn" >= ${on})`,
    ...(role ? [Prisma.sql`m.role = ${role}`] : []),
    ...(themeId ? [Prisma.sql`m."themeId" = ${themeId}::uuid`] : []),
    ...(disciplineCode ? [Prisma.sql`m."disciplineCode" = ${disciplineCode}`] : []),
  ];
  return [...where, Prisma.sql`exists (select from mandate m where ${Prisma.join(held, " and ")})`];
}

const beyond = (after: readonly string[] | undefined, direction: "asc" | "desc"): Prisma.Sql => {
  if (!after) return Prisma.empty;
  const [nameKey = "", id = ""] = after;
  return direction === "asc"
    ? Prisma.sql`and (p."nameKey", p.id) > (${nameKey}, ${id}::uuid)`
    : Prisma.sql`and (p."nameKey", p.id) < (${nameKey}, ${id}::uuid)`;
};

async function countOf(db: Db, where: Prisma.Sql[]): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    select count(*)::integer as count from person p where ${Prisma.join(where, " and ")}`;
  return row?.count ?? 0;
}
