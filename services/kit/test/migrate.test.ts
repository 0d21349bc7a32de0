import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { emptyDatabase } from "../src/testing/clone.ts";
import { connect } from "./support.ts";

let dir: string;
let url: string;

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), "trame-migrate-"));
  ({ url } = await emptyDatabase());
  mkdirSync(join(dir, "migrations"));
  writeFileSync(join(dir, "migrations/migration_lock.toml"), 'provider = "postgresql"\n');
  schemaHas("id String @id");
  migration(
    "20200101000000_init",
    'CREATE TABLE "Item" ("id" TEXT NOT NULL, CONSTRAINT "Item_pkey" PRIMARY KEY ("id"));',
  );
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

function migration(name: string, sql: string): void {
  mkdirSync(join(dir, "migrations", name));
  writeFileSync(join(dir, "migrations", name, "migration.sql"), sql);
}

const schemaHas = (...fields: string[]) =>
  writeFileSync(
    join(dir, "schema.prisma"),
    `datasource db {\n  provider = "postgresql"\n}\nmodel Item {\n  ${fields.join("\n  ")}\n}\n`,
  );

async function run(what: "migrate" | "diff"): Promise<string | string[]> {
  const script = join(__dirname, "migrate.command.ts");
  const { stdout } = await promisify(execFile)(process.execPath, ["--import", "tsx", script, what, url, dir]);
  return JSON.parse(stdout);
}

test("applies each migration once, in order, and records it as Prisma does", async () => {
  expect(await run("migrate")).toEqual(["20200101000000_init"]);
  migration("20200102000000_name", 'ALTER TABLE "Item" ADD COLUMN "name" TEXT;');
  expect(await run("migrate")).toEqual(["20200102000000_name"]);
  expect(await run("migrate")).toEqual([]);
  const { db, close } = connect(url);
  await db.$executeRawUnsafe(`insert into "Item" (id, name) values ('1', 'one')`);
  const done = await db.$queryRawUnsafe<unknown[]>("select from _prisma_migrations where finished_at is not null");
  expect(done).toHaveLength(2);
  await close();
});

test("says by what SQL the migrations and the schema differ", async () => {
  expect(await run("diff")).toBe("");
  schemaHas("id String @id", "name String?");
  expect(await run("diff")).toContain('ADD COLUMN     "name" TEXT');
  const { db, close } = connect(url);
  const shadows = await db.$queryRawUnsafe("select datname from pg_database where datname like 'shadow%'");
  expect(shadows).toEqual([]);
  await close();
});
