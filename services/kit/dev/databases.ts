// Creates and migrates the databases: a program of its own, because Prisma's engine is heavy and loads as an ES module
// only. TRAME_DATABASES: one JSON object { server, databases: { [name]: Prisma folder | null } }.
import { existsSync } from "node:fs";
import { ensureKitTables } from "@trame/kit/kit-tables";
import { migrate } from "@trame/kit/migrate";
import pg from "pg";

interface Order {
  server: string;
  databases: Record<string, string | null>;
}

const { server, databases } = JSON.parse(process.env.TRAME_DATABASES ?? "") as Order;
const urlOf = (database: string) => Object.assign(new URL(server), { pathname: `/${database}` }).href;

async function createMissing(): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    const { rows } = await client.query<{ datname: string }>("select datname from pg_database");
    const known = new Set(rows.map(({ datname }) => datname));
    for (const name of Object.keys(databases)) if (!known.has(name)) await client.query(`create database ${name}`);
  } finally {
    await client.end();
  }
}

await createMissing();
for (const [name, prisma] of Object.entries(databases)) {
  if (!prisma) continue;
  if (existsSync(`${prisma}/migrations`)) await migrate(urlOf(name), prisma);
  await ensureKitTables(urlOf(name));
}
