import { cpSync, createReadStream, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { LOG_VERSIONS } from "@trame/kit/event-log-embedded-tables";
import { ensureKitTables, migrateSchema } from "@trame/kit/kit-tables";
import { migrate } from "@trame/kit/migrate";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { DevFailure } from "../failure.ts";
import type { DatabaseCopy, Manifest, TableCopy } from "./manifest.ts";
import { OURS } from "./moment.ts";
import { nameOf, quote } from "./save.ts";

export interface Target {
  urls: Record<string, string>;
  /** The folder `prisma` of a database's owner; the log has none. */
  prismaOf(name: string): string | undefined;
  /** Throw away what is there. */
  replace: boolean;
  /** The log is elsewhere and empty: everything that was ever said is published to it again. */
  logIsAnew: boolean;
}

/** Puts a backup, already checked, into databases that are empty. */
export async function restore(manifest: Manifest, folder: string, target: Target): Promise<void> {
  for (const name of Object.keys(manifest.databases)) {
    demandMigrations(name, manifest.databases[name]?.migrations ?? [], target);
    await createMissing(urlOf(target, name));
  }
  if (!target.replace) for (const name of Object.keys(manifest.databases)) await demandEmpty(name, urlOf(target, name));
  for (const [name, copy] of Object.entries(manifest.databases)) {
    const url = urlOf(target, name);
    await withClient(url, (client) => client.query(WIPE));
    await prepare(url, copy, target.prismaOf(name));
    await withClient(url, (client) => fill(client, copy, folder, target.logIsAnew));
    await bringUpToDate(url, copy, target.prismaOf(name));
  }
}

function urlOf({ urls }: Target, name: string): string {
  const url = urls[name];
  if (!url) throw new DevFailure(`La sauvegarde contient la base « ${name} », inconnue ici.`);
  return url;
}

function demandMigrations(name: string, migrations: string[], { prismaOf }: Target): void {
  const prisma = prismaOf(name);
  const unknown = migrations.filter((one) => !prisma || !existsSync(join(prisma, "migrations", one)));
  if (unknown.length === 0) return;
  throw new DevFailure(`La sauvegarde vient d'une version plus récente de « ${name} » : ${unknown.join(", ")}.`);
}

async function createMissing(url: string): Promise<void> {
  const database = new URL(url).pathname.slice(1);
  const server = Object.assign(new URL(url), { pathname: "/postgres" }).href;
  await withClient(server, async (client) => {
    const { rowCount } = await client.query("select from pg_database where datname = $1", [database]);
    if (rowCount === 0) await client.query(`create database ${quote(database)}`);
  });
}

async function demandEmpty(name: string, url: string): Promise<void> {
  const { rows } = await withClient(url, (client) =>
    client.query<{ table: string }>(`select tablename as table from pg_tables where ${OURS} limit 1`),
  );
  if (rows.length === 0) return;
  throw new DevFailure(`La base « ${name} » n'est pas vide. Avec --replace, ce qu'elle contient est effacé d'abord.`);
}

/** What an owner of the database may do, who may not drop it. */
const WIPE = `
  drop schema if exists kit cascade; drop schema if exists log cascade;
  drop schema public cascade; create schema public`;

/** The tables as they were when the backup was taken. */
async function prepare(url: string, { migrations, versions }: DatabaseCopy, prisma: string | undefined): Promise<void> {
  if (prisma && migrations.length > 0) await migrateAsFar(url, prisma, migrations);
  if (versions.kit) await ensureKitTables(url, versions.kit);
  if (versions.log) await migrateSchema(url, "log", LOG_VERSIONS.slice(0, versions.log));
}

async function migrateAsFar(url: string, prisma: string, migrations: string[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "trame-restore-"));
  try {
    for (const name of [...migrations, "migration_lock.toml"]) {
      cpSync(join(prisma, "migrations", name), join(folder, "migrations", name), { recursive: true });
    }
    await migrate(url, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function bringUpToDate(url: string, { versions }: DatabaseCopy, prisma: string | undefined): Promise<void> {
  if (prisma) await migrate(url, prisma);
  if (versions.kit) await ensureKitTables(url);
  if (versions.log) await migrateSchema(url, "log", LOG_VERSIONS);
}

/** In one transaction, with the references between tables and the triggers put aside until all rows are there. */
async function fill(client: pg.Client, copy: DatabaseCopy, folder: string, logIsAnew: boolean): Promise<void> {
  const { tables, sequences } = copy;
  const names = tables.map(({ schema, table }) => nameOf(schema, table));
  await client.query("begin");
  const { rows: references } = await client.query<{ drop: string; add: string }>(REFERENCES);
  for (const { drop } of references) await client.query(drop);
  for (const name of names) await client.query(`alter table ${name} disable trigger user`);
  await client.query(`truncate ${names.join(", ")}`);
  for (const table of tables) await fillTable(client, table, folder);
  for (const { schema, sequence, last } of sequences) {
    await client.query("select setval($1::regclass, $2::bigint)", [nameOf(schema, sequence), last]);
  }
  if (logIsAnew && copy.versions.kit) await client.query("update kit.outbox set published_at = null");
  for (const name of names) await client.query(`alter table ${name} enable trigger user`);
  for (const { add } of references) await client.query(add);
  await client.query("commit");
}

async function fillTable(client: pg.Client, { schema, table, columns, rows, file }: TableCopy, folder: string) {
  const sink = client.query(copyFrom(`copy ${nameOf(schema, table)} (${columns.map(quote).join(", ")}) from stdin`));
  await pipeline(createReadStream(join(folder, file)), createGunzip(), sink);
  if (sink.rowCount !== rows) throw new Error(`${schema}.${table}: ${sink.rowCount} rows instead of ${rows}`);
}

const REFERENCES = `
  select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
         format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as add
    from pg_constraint where contype = 'f' and connamespace::regnamespace::text in ('public', 'kit', 'log')`;

async function withClient<T>(url: string, use: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}
