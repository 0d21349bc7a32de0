import { createWriteStream, existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import type pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import { inData, writeJson } from "../data-folder.ts";
import { DevFailure } from "../failure.ts";
import { type DatabaseCopy, FORMAT, MANIFEST, type Manifest, sumOf, type TableCopy } from "./manifest.ts";
import { atOneMoment, OURS } from "./moment.ts";

/** Copies the databases, as they are at one moment, into a folder that is new or empty. The manifest comes last. */
export async function save(urls: Record<string, string>, folder: string, dataDir?: string): Promise<Manifest> {
  if (existsSync(folder) && readdirSync(folder).length > 0) throw new DevFailure(`${folder} n'est pas vide.`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const takenAt = new Date().toISOString();
  return await atOneMoment(urls, async (readers) => {
    const databases: Manifest["databases"] = {};
    for (const [name, reader] of readers) databases[name] = await saveDatabase(name, reader, folder);
    const [first] = readers.values();
    const { rows = [] } = (await first?.query<{ server_version: string }>("show server_version")) ?? {};
    const postgresql = rows[0]?.server_version ?? "";
    const manifest: Manifest = { format: FORMAT, takenAt, postgresql, databases, beside: besideOf(dataDir) };
    writeJson(join(folder, MANIFEST), manifest, 0o600);
    return manifest;
  });
}

async function saveDatabase(name: string, reader: pg.Client, folder: string): Promise<DatabaseCopy> {
  const { rows: found } = await reader.query<{ schema: string; table: string; columns: string[] }>(TABLES);
  const tables: TableCopy[] = [];
  for (const table of found) tables.push(await saveTable(name, table, reader, folder));
  const { rows: sequences } = await reader.query<DatabaseCopy["sequences"][number]>(
    `select schemaname as schema, sequencename as sequence, last_value::text as last
       from pg_sequences where ${OURS} and last_value is not null`,
  );
  const has = (schema: string, table: string) => tables.some((one) => one.schema === schema && one.table === table);
  const one = async <T>(sql: string) => (await reader.query<{ value: T }>(sql)).rows[0]?.value;
  const version = async (schema: "kit" | "log") =>
    has(schema, "version") ? await one<number>(`select max(version) as value from ${schema}.version`) : undefined;
  const migrations = has("public", "_prisma_migrations") ? await one<string[]>(APPLIED) : undefined;
  const versions = { kit: await version("kit"), log: await version("log") };
  return { migrations: migrations ?? [], versions, tables, sequences };
}

async function saveTable(
  database: string,
  { schema, table, columns }: Pick<TableCopy, "schema" | "table" | "columns">,
  reader: pg.Client,
  folder: string,
): Promise<TableCopy> {
  mkdirSync(join(folder, database), { recursive: true });
  const file = `${database}/${schema}.${table}.copy.gz`;
  const source = reader.query(copyTo(`copy ${nameOf(schema, table)} (${columns.map(quote).join(", ")}) to stdout`));
  await pipeline(source, createGzip({ level: 4 }), createWriteStream(join(folder, file), { mode: 0o600 }));
  // The rows end before PostgreSQL says how many there were: what is asked next is answered after it.
  await reader.query("select");
  return { schema, table, columns, rows: source.rowCount, file, sha256: await sumOf(join(folder, file)) };
}

export const quote = (name: string) => `"${name.replaceAll('"', '""')}"`;
export const nameOf = (schema: string, table: string) => `${quote(schema)}.${quote(table)}`;

/** Generated columns come back by themselves. */
const TABLES = `
  select t.schemaname as schema, t.tablename as table, array_agg(a.attname::text order by a.attnum) as columns
    from pg_tables t
    join pg_attribute a on a.attrelid = format('%I.%I', t.schemaname, t.tablename)::regclass
   where ${OURS} and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
   group by 1, 2 order by 1, 2`;

const APPLIED = `
  select array_agg(migration_name order by migration_name) as value
    from _prisma_migrations where finished_at is not null and rolled_back_at is null`;

export const BESIDE = ["clock", "demo"] as const;

function besideOf(dataDir: string | undefined): Record<string, string> {
  if (!dataDir) return {};
  const kept = BESIDE.filter((name) => existsSync(inData(dataDir)[name]));
  return Object.fromEntries(kept.map((name) => [name, readFileSync(inData(dataDir)[name], "utf8")]));
}
