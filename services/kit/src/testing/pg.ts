import { execFileSync, spawn } from "node:child_process";
import { chownSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import {
  type Binaries,
  canEnter,
  postgresUser,
  reachableBase,
  reachableBinaries,
  type SystemUser,
} from "../../dev/postgres-binaries.ts";
import { guard } from "./guard.ts";

/** A PostgreSQL server for one test run, gone without a trace when it is stopped or its parent dies. */
export interface Cluster {
  url(database: string): string;
  query(sql: string, database?: string): Promise<pg.QueryResult>;
  stop(): Promise<void>;
}

/** Nothing here has to survive a crash: no fsync, little WAL. */
const SETTINGS = {
  listen_addresses: "'127.0.0.1'",
  unix_socket_directories: "''",
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  wal_level: "minimal",
  max_wal_senders: 0,
  autovacuum: "off",
  // Tests count the statements of an operation.
  shared_preload_libraries: "'pg_stat_statements'",
  shared_buffers: "64MB",
  max_connections: 200,
  file_copy_method: "copy",
};

interface Host extends Binaries {
  user?: SystemUser;
  dir: string;
  data: string;
}

export async function startCluster(): Promise<Cluster> {
  const user = postgresUser();
  const dir = mkdtempSync(join(canEnter(user, tmpdir()) ? tmpdir() : reachableBase(), "trame-pg-"));
  if (user) chownSync(dir, user.uid, user.gid);
  const host: Host = { ...reachableBinaries(user), user, dir, data: join(dir, "data") };
  try {
    const port = await freePort();
    initialize(host, port);
    return await run(host, port);
  } catch (error) {
    rmSync(dir, { recursive: true, force: true });
    throw error;
  }
}

/** A port that was free a moment ago. */
export const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });

const environment = (dir: string) => ({ LC_ALL: "C", TZ: "UTC", PATH: process.env.PATH ?? "", HOME: dir });

function initialize({ initdb, user, dir, data }: Host, port: number): void {
  const how = ["-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync", "--no-instructions"];
  execFileSync(initdb, ["-D", data, "-U", "postgres", ...how], {
    ...user,
    env: environment(dir),
    cwd: dir,
    stdio: ["ignore", "ignore", "pipe"],
  });
  const lines = Object.entries({ ...SETTINGS, port }).map(([name, value]) => `${name} = ${value}\n`);
  writeFileSync(join(data, "postgresql.auto.conf"), lines.join(""));
}

async function run({ postgres, user, dir, data }: Host, port: number): Promise<Cluster> {
  const child = spawn(postgres, ["-D", data], {
    ...user,
    env: environment(dir),
    cwd: dir,
    stdio: ["ignore", "ignore", "pipe"],
  });
  let log = "";
  child.stderr.on("data", (chunk: Buffer) => {
    log = (log + chunk).slice(-8000);
  });
  const exited = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const watch = child.pid ? guard(child.pid, "QUIT", dir) : undefined;
  const stop = async () => {
    child.kill("SIGINT");
    await exited;
    watch?.release();
    rmSync(dir, { recursive: true, force: true });
  };

  const url = (database: string) => `postgresql://postgres@127.0.0.1:${port}/${database}`;
  const query = async (sql: string, database = "postgres") => {
    const client = new pg.Client({ connectionString: url(database) });
    await client.connect();
    try {
      return await client.query(sql);
    } finally {
      await client.end();
    }
  };
  const deadline = Date.now() + 60_000;
  for (;;) {
    try {
      await query("select 1");
      return { url, query, stop };
    } catch (error) {
      if (child.exitCode === null && Date.now() < deadline) {
        await new Promise((resolve) => setTimeout(resolve, 30));
        continue;
      }
      await stop();
      throw new Error(`PostgreSQL did not start: ${log}`, { cause: error });
    }
  }
}
