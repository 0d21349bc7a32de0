import { existsSync } from "node:fs";
import { join } from "node:path";
import { ensureKitTables } from "../kit-tables.ts";
import { migrate } from "../migrate.ts";
import { startCluster } from "./pg.ts";

/** One PostgreSQL per Jest run, with one migrated template database that each test file clones. */
export default async function setup(_config: unknown, project: { rootDir: string }): Promise<void> {
  const cluster = await startCluster();
  try {
    await cluster.query("create database template_app");
    await cluster.query("create extension pg_stat_statements", "template_app");
    const prisma = join(project.rootDir, "prisma");
    if (existsSync(join(prisma, "migrations"))) await migrate(cluster.url("template_app"), prisma);
    await ensureKitTables(cluster.url("template_app"));
  } catch (error) {
    await cluster.stop();
    throw error;
  }
  process.env.TEST_PG_URL = cluster.url("postgres");
  (globalThis as { testCluster?: unknown }).testCluster = cluster;
}
