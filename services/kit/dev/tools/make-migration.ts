// Writes the migration that takes prisma/migrations to what prisma/schema.prisma says. Runs in a service's folder:
//   npx tsx ../kit/dev/tools/make-migration.ts <name>
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { diff } from "../../src/migrate.ts";
import { startCluster } from "../../src/testing/pg.ts";

const [name] = process.argv.slice(2);
if (!name || !/^[a-z0-9_]+$/.test(name)) throw new Error("make-migration <name>, in lower case with underscores");
mkdirSync("prisma/migrations", { recursive: true });
const lock = "prisma/migrations/migration_lock.toml";
if (!existsSync(lock)) writeFileSync(lock, 'provider = "postgresql"\n');
const first = readdirSync("prisma/migrations").every((entry) => entry === "migration_lock.toml");
const stamp = first ? "20260101000000" : new Date().toISOString().replace(/\D/g, "").slice(0, 14);
const cluster = await startCluster();
try {
  const sql = await diff(cluster.url("postgres"), "prisma");
  if (sql === "") {
    console.log("nothing to migrate");
  } else {
    const folder = join("prisma/migrations", `${stamp}_${name}`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "migration.sql"), sql);
    console.log(folder);
  }
} finally {
  await cluster.stop();
}
