import { afterCursor, orderBy, type Page, type SortKey, toConnection } from "@trame/kit/connection";
import type { Day } from "@trame/kit/day";
import { containsWords } from "@trame/kit/fold";
import type { Db } from "../database.ts";
import type { Person } from "../domain/person.ts";
import type { Role } from "../domain/role.ts";
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
  const where = await whereOf(db, query);
  const rows = await db.person.findMany({
    where: { AND: [where, afterCursor(order, page.after)] },
    orderBy: orderBy(order),
    take: page.size + 1,
  });
  const keys = new Map(rows.map((row) => [row.id, row.nameKey]));
  return toConnection<Person>(rows.map(toPerson), page, {
    keys: ({ id }) => [keys.get(id) ?? "", id],
    totalCount: () => db.person.count({ where }),
  });
}

async function whereOf(db: Db, { academyCodes, role, themeId, disciplineCode, search, on }: DirectoryQuery) {
  const where: object[] = [{ erasedAt: null }, ...containsWords("searchText", search)];
  if (academyCodes) where.push({ academyCode: { in: [...academyCodes] } });
  if (role || themeId || disciplineCode) {
    const holders = await db.mandate.findMany({
      where: {
        role: role ?? undefined,
        themeId: themeId ?? undefined,
        disciplineCode: disciplineCode ?? undefined,
        state: { notIn: ["INVITED", "DECLINED"] },
        startsOn: { lte: on },
        OR: [{ endsOn: null }, { endsOn: { gte: on } }],
      },
      select: { personId: true },
      distinct: ["personId"],
    });
    where.push({ id: { in: holders.map(({ personId }) => personId) } });
  }
  return { AND: where };
}
