import { readdirSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";

/** What prisma/migrations holds and the database does not have whole. Reads only, without Prisma's engine. */
export async function pendingMigrations(databaseUrl: string, prismaDir: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ known: boolean }>(
      "select to_regclass('_prisma_migrations') is not null as known",
    );
    const applied = rows[0]?.known ? await appliedIn(client) : new Set<string>();
    return namesIn(prismaDir).filter((name) => !applied.has(name));
  } finally {
    await client.end();
  }
}

async function appliedIn(client: pg.Client): Promise<Set<string>> {
  const { rows } = await client.query<{ migration_name: string }>(
    "select migration_name from _prisma_migrations where finished_at is not null and rolled_back_at is null",
  );
  return new Set(rows.map(({ migration_name }) => migration_name));
}

const namesIn = (prismaDir: string) =>
  readdirSync(join(prismaDir, "migrations"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
