import type { Sql } from "./sql.ts";

/** What a table holds of a person, in words for that person. */
export interface Holding {
  label: string;
  /** What it is for. */
  purpose: string;
  /** How long it is kept, and what stays after an erasure. */
  retention: string;
  /** Columns that say what one row is, and when it was. */
  title?: string;
  at?: string;
  /** Path of the page where a row is read, with {column} in it. */
  path?: string;
}

export interface HeldItem {
  id: string;
  label: string;
  at: Date | null;
  path: string | null;
}

export interface HeldData extends Pick<Holding, "label" | "purpose" | "retention"> {
  count: number;
  items: HeldItem[];
}

const MOST = 500;

const TRAIL: Holding = {
  label: "Journal des actions",
  purpose: "Savoir qui a fait quoi, pour la sûreté du service.",
  retention: "Gardé sans nom, par identifiant seulement.",
};

const FILES: Holding = {
  label: "Fichiers déposés",
  purpose: "Joindre des documents à ce que l'on écrit.",
  retention:
    "Gardés avec ce à quoi ils sont joints ; un jour s'ils ne le sont à rien. Le nom d'une personne effacée en est retiré.",
};

/**
 * Every row of the service's database that names the person, whatever the table: what nobody thought to describe is
 * shown too, under the name of its table.
 */
export async function heldData(
  db: Sql,
  personId: string,
  catalogue: Readonly<Record<string, Holding>>,
): Promise<HeldData[]> {
  const found: HeldData[] = [];
  for (const { name, columns } of await tablesOf(db)) {
    const holding = catalogue[name] ?? unnamed(name);
    const where = columns.map(names).join(" or ");
    const [row] = await db.$queryRawUnsafe<{ count: number }[]>(
      `select count(*)::integer as count from ${quote(name)} where ${where}`,
      personId,
    );
    if (row && row.count > 0)
      found.push({ ...say(holding), count: row.count, items: await items(db, name, where, personId, holding) });
  }
  const others = [await filesOf(db, personId), await trailOf(db, personId)];
  return [...found, ...others.filter(({ count }) => count > 0)];
}

const say = ({ label, purpose, retention }: Holding) => ({ label, purpose, retention });

const unnamed = (table: string): Holding => ({
  label: `Autres enregistrements (${table})`,
  purpose: "Fonctionnement du service.",
  retention: "Gardés par identifiant, sans nom, après un effacement.",
});

interface Column {
  name: string;
  type: string;
}

/** Tables with a column in which an identifier may stand. */
const tablesOf = (db: Sql) =>
  db.$queryRawUnsafe<{ name: string; columns: Column[] }[]>(
    `select c.table_name as name,
            json_agg(json_build_object('name', c.column_name, 'type', c.udt_name) order by c.ordinal_position) as columns
       from information_schema.columns c
       join information_schema.tables t using (table_schema, table_name)
      where t.table_type = 'BASE TABLE' and c.table_schema = 'public' and c.table_name not like '\\_prisma%'
        and c.udt_name in ('uuid', 'text', 'varchar', '_text', '_uuid', 'json', 'jsonb')
      group by 1 order by 1`,
  );

function names({ name, type }: Column): string {
  const column = quote(name);
  if (type === "_text" || type === "_uuid") return `$1::text = any(${column}::text[])`;
  if (type === "json" || type === "jsonb") return `position($1::text in ${column}::text) > 0`;
  return type === "uuid" ? `${column} = $1::text::uuid` : `${column} = $1::text`;
}

async function items(db: Sql, table: string, where: string, personId: string, holding: Holding): Promise<HeldItem[]> {
  const { title, at, path = "", label } = holding;
  const order = at ? `order by ${quote(at)} desc nulls last` : "";
  const rows = await db.$queryRawUnsafe<{ row: Record<string, unknown> }[]>(
    `select to_json(found) as row from (select * from ${quote(table)} where ${where} ${order} limit ${MOST}) as found`,
    personId,
  );
  return rows.map(({ row }, rank) => ({
    id: `${table}/${rank}`,
    label: title && row[title] ? String(row[title]) : label,
    at: at && row[at] ? new Date(String(row[at])) : null,
    path: path === "" ? null : path.replace(/\{(\w+)\}/g, (_, column: string) => String(row[column] ?? "")),
  }));
}

async function filesOf(db: Sql, personId: string): Promise<HeldData> {
  const rows = await db.$queryRawUnsafe<{ id: string; name: string; at: Date }[]>(
    `select id, name, at from kit.file where by_id = $1::text order by at desc limit ${MOST}`,
    personId,
  );
  const files = rows.map(({ id, name, at }) => ({ id: `file/${id}`, label: name, at: new Date(at), path: null }));
  return { ...say(FILES), count: rows.length, items: files };
}

async function trailOf(db: Sql, personId: string): Promise<HeldData> {
  const [row] = await db.$queryRawUnsafe<{ count: number }[]>(
    "select count(*)::integer as count from kit.audit where actor->>'personId' = $1::text",
    personId,
  );
  const rows = await db.$queryRawUnsafe<{ action: string; at: Date }[]>(
    `select action, at from kit.audit where actor->>'personId' = $1::text order by id desc limit ${MOST}`,
    personId,
  );
  const entries = rows.map(({ action, at }, rank) => ({
    id: `audit/${rank}`,
    label: action,
    at: new Date(at),
    path: null,
  }));
  return { ...say(TRAIL), count: row?.count ?? 0, items: entries };
}

const quote = (name: string) => `"${name.replaceAll('"', '""')}"`;
