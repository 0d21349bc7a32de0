// Bundled into every service as dist/migrate.js. Applies its migrations to DATABASE_URL and ends; with --wait it changes
// nothing, and ends once another process has applied them.
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { z } from "zod";
import { common, readConfig } from "../config.ts";
import { ensureKitTables } from "../kit-tables.ts";
import { createLogger } from "../log.ts";
import { migrationsApplied } from "../pending-migrations.ts";
import { pgDatabase } from "../sql.ts";

const { DATABASE_URL, LOG_LEVEL } = readConfig({
  LOG_LEVEL: common.LOG_LEVEL,
  DATABASE_URL: z.string().startsWith("postgres"),
});
const logger = createLogger("migrate", LOG_LEVEL);
const home = new URL("../", import.meta.url);

if (process.argv.includes("--wait")) await untilApplied();
else await apply();

async function apply(): Promise<void> {
  // Heavy, and of no use to who waits.
  const { migrate } = await import("../migrate.ts");
  const applied = await migrate(DATABASE_URL, fileURLToPath(new URL("prisma", home)));
  await ensureKitTables(DATABASE_URL);
  logger.info({ applied }, "migrations applied");
}

async function untilApplied(): Promise<void> {
  const pool = new pg.Pool({ connectionString: DATABASE_URL, max: 1 });
  pool.on("error", () => {});
  const missing = migrationsApplied(pgDatabase(pool), home);
  for (;;) {
    const reason = await missing().catch(reasonOf);
    if (reason === undefined) break;
    logger.info({ reason }, "waiting for migrations");
    await wait(2_000);
  }
  await pool.end();
  logger.info("migrations are there");
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
