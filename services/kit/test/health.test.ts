import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { atMostEvery, examine } from "../src/health.ts";
import { migrationsApplied } from "../src/pending-migrations.ts";
import { openDatabase } from "./support.ts";

const well = async () => undefined;
const away = () => Promise.reject(new Error("connect ECONNREFUSED"));

test("what a service cannot do without makes it unready; a log that is away only degrades it", async () => {
  expect(await examine({ ready: { database: well }, degraded: { "event log": well } })).toEqual({
    status: "ok",
    problems: [],
    degraded: [],
  });
  expect(await examine({ ready: { database: well }, degraded: { "event log": away } })).toMatchObject({
    status: "degraded",
    degraded: ["event log: Error: connect ECONNREFUSED"],
  });
  expect(await examine({ ready: { database: away }, degraded: { "event log": away } })).toMatchObject({
    status: "not ready",
    problems: ["database: Error: connect ECONNREFUSED"],
  });
});

test("whoever asks, the answer is looked for once in a while", async () => {
  let asked = 0;
  const ask = atMostEvery(60_000, async () => ++asked);
  expect([await ask(), await ask(), ...(await Promise.all([ask(), ask()]))]).toEqual([1, 1, 1, 1]);
});

test("a database that lacks a migration is said by its name; one that has more is well", async () => {
  const { db, close } = await openDatabase();
  const folder = mkdtempSync(join(tmpdir(), "trame-health-"));
  try {
    for (const name of ["20200101000000_init", "20200201000000_more"]) {
      mkdirSync(join(folder, "prisma/migrations", name), { recursive: true });
    }
    writeFileSync(join(folder, "schema.graphql"), "");
    const schema = pathToFileURL(join(folder, "schema.graphql"));
    const check = migrationsApplied(db, schema);
    await db.$executeRawUnsafe(
      "create table _prisma_migrations (migration_name text, finished_at timestamptz, rolled_back_at timestamptz)",
    );
    const apply = (name: string) =>
      db.$executeRawUnsafe("insert into _prisma_migrations values ($1::text, now(), null)", name);
    await apply("20200101000000_init");
    await apply("20300101000000_of-the-next-version");
    expect(await check()).toBe("not applied: 20200201000000_more");
    await apply("20200201000000_more");
    expect(await check()).toBeUndefined();
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await close();
  }
});
