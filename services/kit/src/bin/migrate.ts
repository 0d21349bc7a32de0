// Bundled into every service as dist/migrate.js. Applies its migrations to DATABASE_URL and ends; with --wait it changes
// nothing, and ends once another process has applied them.
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { common, readConfig } from "../config.ts";
import { ensureKitTables } from "../kit-tables.ts";
import { createLogger } from "../log.ts";
import { pendingMigrations } from "../migrations.ts";

const { DATABASE_URL, LOG_LEVEL } = readConfig({
  LOG_LEVEL: common.LOG_LEVEL,
  DATABASE_URL: z.string().startsWith("postgres"),
});
const logger = createLogger("migrate", LOG_LEVEL);
const prismaDir = fileURLToPath(new URL("../prisma", import.meta.url));

if (process.argv.includes("--wait")) await untilApplied();
else await apply();

async function apply(): Promise<void> {
  // Heavy, and of no use to who waits.
  const { migrate } = await import("../migrate.ts");
  const applied = await migrate(DATABASE_URL, prismaDir);
  await ensureKitTables(DATABASE_URL);
  logger.info({ applied }, "migrations applied");
}

async function untilApplied(): Promise<void> {
  for (;;) {
    const pending = await pendingMigrations(DATABASE_URL, prismaDir).catch((error) => [reasonOf(error)]);
    if (pending.length === 0) break;
    logger.info({ pending }, "waiting for migrations");
    await wait(2_000);
  }
  logger.info("migrations are there");
}

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
