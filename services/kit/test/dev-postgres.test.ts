import { chmodSync, existsSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { createCrew } from "../dev/crew.ts";
import { inData, openDataFolder, writeJson } from "../dev/data-folder.ts";
import { allFreePorts } from "../dev/ports.ts";
import { clusterHome, endOrphan, openCluster } from "../dev/postgres.ts";
import { reset } from "../dev/reset.ts";
import { newFolder } from "./folders.ts";

async function startIn(dataDir: string) {
  openDataFolder(dataDir);
  const crew = createCrew(inData(dataDir).logs);
  const { postgres: port } = await allFreePorts();
  const cluster = await openCluster({ dataDir, port, password: "secret" }, crew.run);
  const server = crew.start(cluster.program, 0);
  await cluster.ready(server.hasExited);
  return { crew, server, url: cluster.url("postgres") };
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

test("a second start finds its data, also after the keeper of the server was killed", async () => {
  const dataDir = newFolder("postgres");
  chmodSync(dataDir, 0o755);
  const first = await startIn(dataDir);
  await query(first.url, "create table kept as select 42 as answer");
  first.server.kill("SIGKILL");
  await first.server.exited;
  await endOrphan(dataDir);
  await expect(query(first.url, "select 1")).rejects.toThrow();

  const second = await startIn(dataDir);
  expect(await query(second.url, "select answer from kept")).toEqual([{ answer: 42 }]);
  await second.crew.stop();
  await wait(50);
  expect(existsSync(join(clusterHome(dataDir), "cluster/postmaster.pid"))).toBe(false);
});

test("in a folder that others cannot enter the server still has a place, and a reset empties it", async () => {
  const closed = newFolder("closed");
  chmodSync(closed, 0o700);
  const dataDir = join(closed, "data");
  const { crew, url } = await startIn(dataDir);
  expect(await query(url, "select 1 as one")).toEqual([{ one: 1 }]);
  await crew.stop();
  const home = clusterHome(dataDir);
  expect(home.startsWith(closed)).toBe(process.getuid?.() !== 0);
  writeJson(inData(dataDir).state, {});
  await reset(dataDir);
  expect(existsSync(home)).toBe(false);
  expect(existsSync(dataDir)).toBe(false);
});
