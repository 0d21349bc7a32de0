import { execFileSync } from "node:child_process";
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { beginningOf, inData, readJson, writeJson } from "./data-folder.ts";
import { DevFailure, reasonOf } from "./failure.ts";
import { PARTS } from "./ports.ts";
import { canEnter, postgresUser, reachableBase, reachableBinaries, type SystemUser } from "./postgres-binaries.ts";
import type { Program } from "./process.ts";

export interface Cluster {
  program: Program;
  url(database: string): string;
  /** Resolves when it accepts connections. */
  ready(hasExited: () => boolean): Promise<void>;
}

const SETTINGS = {
  listen_addresses: "'127.0.0.1'",
  unix_socket_directories: "''",
  // A crash of the machine may lose the last moment, never more, and nothing is torn.
  synchronous_commit: "off",
  wal_level: "minimal",
  max_wal_senders: 0,
  max_wal_size: "'512MB'",
  shared_buffers: "'128MB'",
  max_connections: 200,
  jit: "off",
  timezone: "'UTC'",
};

const keeper = fileURLToPath(new URL("keeper.mjs", import.meta.url));

/** The data folder's own PostgreSQL, created at the first start. */
export async function openCluster(
  { dataDir, port, password }: { dataDir: string; port: number; password: string },
  run: (program: Program) => Promise<void>,
): Promise<Cluster> {
  const user = serverUser(dataDir);
  const home = homeOf(dataDir, user);
  const folder = join(home, "cluster");
  const binaries = reachableBinaries(user);
  const kept = (name: string, label: string, command: string, args: string[]): Program => {
    const env = { LC_ALL: "C", TZ: "UTC", PATH: process.env.PATH ?? "", HOME: home };
    const order = { command, args, stopSignal: "SIGINT", cwd: home, env, ...user };
    return { name, label, args: [keeper, JSON.stringify(order)], cwd: dataDir, env, grace: 30_000 };
  };
  if (!existsSync(folder)) {
    await create(folder, password, user, (args) =>
      run(kept("initdb", "la création de la base", binaries.initdb, args)),
    );
  }
  demandSameMajor(folder, binaries.postgres);
  await endOrphan(dataDir);
  writeFileSync(join(folder, "postgresql.auto.conf"), settingsText({ ...SETTINGS, port }));
  const url = (database: string) => `postgresql://postgres:${password}@127.0.0.1:${port}/${database}`;
  return {
    program: kept("postgres", PARTS.postgres.label, binaries.postgres, ["-D", folder]),
    url,
    ready: (hasExited) => untilConnected(url("postgres"), hasExited),
  };
}

/** The address of a database of the Trame that runs on this folder. */
export function runningUrl(dataDir: string, password: string, database: string): string {
  const settings = readFileSync(join(clusterHome(dataDir), "cluster/postgresql.auto.conf"), "utf8");
  const port = /^port = (\d+)$/m.exec(settings)?.[1];
  return `postgresql://postgres:${password}@127.0.0.1:${port}/${database}`;
}

/** In the data folder where the server's user can enter it; else in a reachable folder that the data folder names. */
function homeOf(dataDir: string, user: SystemUser | undefined): string {
  if (!existsSync(join(clusterHome(dataDir), "cluster")) && !canEnter(user, dataDir)) {
    writeJson(inData(dataDir).postgres, { home: mkdtempSync(join(reachableBase(), "trame-")) });
  }
  const home = clusterHome(dataDir);
  mkdirSync(home, { recursive: true, mode: 0o700 });
  if (user) chownSync(home, user.uid, user.gid);
  if (!canEnter(user, home)) throw new DevFailure(`PostgreSQL ne peut pas entrer dans ${home}.`);
  return home;
}

export const clusterHome = (dataDir: string) =>
  readJson<{ home: string }>(inData(dataDir).postgres)?.home ?? join(dataDir, "postgres");

/** As root, whoever made the cluster goes on running it. */
function serverUser(dataDir: string): SystemUser | undefined {
  const owner = statSync(join(clusterHome(dataDir), "cluster"), { throwIfNoEntry: false });
  return process.getuid?.() === 0 && owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : postgresUser();
}

/** Made under another name, so that a first start that is interrupted leaves no half of a cluster. */
async function create(
  folder: string,
  password: string,
  user: SystemUser | undefined,
  initdb: (args: string[]) => Promise<void>,
): Promise<void> {
  const fresh = `${folder}.new`;
  const secret = `${folder}.password`;
  rmSync(fresh, { recursive: true, force: true });
  writeFileSync(secret, password, { mode: 0o600 });
  if (user) chownSync(secret, user.uid, user.gid);
  try {
    const access = ["-U", "postgres", "-A", "scram-sha-256", `--pwfile=${secret}`];
    await initdb(["-D", fresh, ...access, "-E", "UTF8", "--locale=C", "--no-instructions"]);
    renameSync(fresh, folder);
  } finally {
    rmSync(secret, { force: true });
  }
}

function demandSameMajor(folder: string, postgres: string): void {
  const made = readFileSync(join(folder, "PG_VERSION"), "utf8").trim();
  const version = /(\d+)\.\d/.exec(execFileSync(postgres, ["--version"], { encoding: "utf8" }))?.[1];
  if (made === version) return;
  throw new DevFailure(
    `Les données ont été créées par PostgreSQL ${made}, et celui d'aujourd'hui est le ${version} : videz-les par npm run reset.`,
  );
}

const settingsText = (settings: Record<string, string | number>) =>
  Object.entries(settings)
    .map(([name, value]) => `${name} = ${value}\n`)
    .join("");

async function untilConnected(url: string, hasExited: () => boolean): Promise<void> {
  for (const until = performance.now() + 60_000; ; await wait(50)) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      return;
    } catch (error) {
      if (hasExited() || performance.now() > until) {
        throw new DevFailure(`PostgreSQL n'a pas démarré : ${reasonOf(error)}`);
      }
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}

/** Ends a server that outlived the process which kept it. */
export async function endOrphan(dataDir: string): Promise<void> {
  const folder = join(clusterHome(dataDir), "cluster");
  const file = join(folder, "postmaster.pid");
  if (!existsSync(file)) return;
  const [pid, where] = readFileSync(file, "utf8").split("\n");
  const server = Number(pid);
  if (where !== folder || !isPostgres(server)) return;
  process.kill(server, "SIGINT");
  for (const until = performance.now() + 30_000; beginningOf(server) && performance.now() < until; ) await wait(50);
}

/** After a crash of the machine its number may belong to any other process. */
function isPostgres(pid: number): boolean {
  try {
    const command =
      process.platform === "linux"
        ? readFileSync(`/proc/${pid}/comm`, "utf8")
        : execFileSync("ps", ["-o", "comm=", "-p", String(pid)], { encoding: "utf8" });
    return command.includes("postgres");
  } catch {
    return false;
  }
}
