import { appendFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import pg from "pg";
import { readBackup } from "../dev/backup/manifest.ts";
import { save } from "../dev/backup/save.ts";
import { emptyDatabase } from "../src/testing/clone.ts";
import { newFolder } from "./folders.ts";

const open: pg.Client[] = [];
afterAll(async () => {
  for (const client of open) await client.end();
});

async function databaseWith(sql: string) {
  const { url } = await emptyDatabase();
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  open.push(client);
  await client.query(sql);
  return { url, client };
}

const numbersIn = (folder: string, file: string) =>
  gunzipSync(readFileSync(join(folder, file)))
    .toString()
    .trim()
    .split("\n")
    .map(Number);

test("databases that are written to, one after the other, are saved as they were at one moment", async () => {
  const table = "create table step (n integer primary key); insert into step values (0)";
  const first = await databaseWith(table);
  const second = await databaseWith(table);
  let writing = true;
  const writer = (async () => {
    for (let n = 1; writing; n++) {
      await first.client.query("insert into step values ($1)", [n]);
      await second.client.query("insert into step values ($1)", [n]);
    }
  })();
  const ahead: number[] = [];
  for (let nth = 0; nth < 5; nth++) {
    const folder = newFolder("backup");
    await save({ first: first.url, second: second.url }, folder);
    const [a, b] = ["first", "second"].map((name) => numbersIn(folder, `${name}/public.step.copy.gz`).length);
    ahead.push(Number(a) - Number(b));
  }
  writing = false;
  await writer;
  // The first database may be one step before the second, which comes after it; never behind it, never more.
  expect(ahead.filter((steps) => steps !== 0 && steps !== 1)).toEqual([]);
});

test("who writes in one database while it holds another is waited for, not stopped", async () => {
  const first = await databaseWith("create table a (n integer)");
  const second = await databaseWith("create table b (n integer)");
  await first.client.query("begin; insert into a values (1)");
  const saving = save({ first: first.url, second: second.url }, newFolder("backup"));
  await new Promise((resolve) => setTimeout(resolve, 600));
  await second.client.query("insert into b values (1)");
  await first.client.query("commit");
  const { databases } = await saving;
  expect([databases.first?.tables[0]?.rows, databases.second?.tables[0]?.rows]).toEqual([1, 1]);
});

test("a backup of which a byte has changed, or that is not complete, is refused before anything is touched", async () => {
  const { url } = await databaseWith("create table a (n integer); insert into a values (1), (2)");
  const folder = newFolder("backup");
  await save({ only: url }, folder);
  expect((await readBackup(folder)).databases.only?.tables).toEqual([
    expect.objectContaining({ schema: "public", table: "a", rows: 2, columns: ["n"] }),
  ]);
  await expect(save({ only: url }, folder)).rejects.toThrow("n'est pas vide");
  appendFileSync(join(folder, "only/public.a.copy.gz"), "x");
  await expect(readBackup(folder)).rejects.toThrow("abîmée");
  await expect(readBackup(newFolder("backup"))).rejects.toThrow("manifest.json manque");
});
