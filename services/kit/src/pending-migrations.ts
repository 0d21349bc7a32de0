import { existsSync, readdirSync } from "node:fs";
import type { HealthCheck } from "./health.ts";
import type { Sql } from "./sql.ts";

/**
 * Says which migrations this program came with and its database lacks. More of them in the database is no fault: during
 * an upgrade the old program runs beside the new one.
 */
export function migrationsApplied(db: Sql, schema: URL): HealthCheck {
  const folder = new URL("prisma/migrations/", schema);
  const expected = existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))
    : [];
  let known = false;
  return async () => {
    if (known || expected.length === 0) return undefined;
    const rows = await db.$queryRawUnsafe<{ name: string }[]>(
      "select migration_name as name from _prisma_migrations where finished_at is not null and rolled_back_at is null",
    );
    const applied = new Set(rows.map(({ name }) => name));
    const missing = expected.filter((name) => !applied.has(name));
    // What was applied stays applied.
    known = missing.length === 0;
    return known ? undefined : `not applied: ${missing.sort().join(", ")}`;
  };
}
