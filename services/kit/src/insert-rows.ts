import type { Sql } from "./sql.ts";

/**
 * Inserts many rows of the service's own table, given by column, in one statement of one parameter; what is there
 * already is left as it is. Says which are new, by their column `id`. For writers of hundreds at a time: a client that
 * compiles a statement of thousands of parameters takes longer over it than the server. Columns that the first row does
 * not name get their defaults.
 */
export async function insertRows(
  tx: Sql,
  table: string,
  rows: readonly (object & { id: string })[],
): Promise<Set<string>> {
  if (!rows[0]) return new Set();
  const columns = Object.keys(rows[0]).map(quote).join(", ");
  const fresh = await tx.$queryRawUnsafe<{ id: string }[]>(
    `insert into ${quote(table)} (${columns})
     select ${columns} from jsonb_populate_recordset(null::${quote(table)}, $1::text::jsonb)
     on conflict do nothing returning id`,
    JSON.stringify(rows),
  );
  return new Set(fresh.map(({ id }) => id));
}

const quote = (name: string) => `"${name.replaceAll('"', '""')}"`;
