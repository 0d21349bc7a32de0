import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DevFailure, reasonOf } from "./failure.ts";

/** What is known of the Trame that uses a data folder, or used it last. */
export interface State {
  /** The supervisor's process, while it runs. */
  pid?: number;
  /** When that process began, as the system says: a number alone may belong to another process by now. */
  began?: string;
  origin: string;
  issuer: string;
}

export const inData = (dataDir: string) => ({
  logs: join(dataDir, "logs"),
  clock: join(dataDir, "clock"),
  keys: join(dataDir, "keys.json"),
  state: join(dataDir, "state.json"),
  demo: join(dataDir, "demo.json"),
  postgres: join(dataDir, "postgres.json"),
});

export function openDataFolder(dataDir: string): void {
  try {
    mkdirSync(inData(dataDir).logs, { recursive: true });
    const probe = join(dataDir, `.probe-${process.pid}`);
    writeFileSync(probe, "");
    rmSync(probe);
  } catch (error) {
    throw new DevFailure(
      `Le dossier de données ${dataDir} ne peut pas être écrit (${reasonOf(error)}). Rendez-le accessible, ou choisissez-en un autre avec TRAME_DATA=<dossier>.`,
    );
  }
}

/** Whole or not at all: a process that is killed while it writes leaves the old text. */
export function writeWhole(file: string, text: string, mode = 0o644): void {
  const fresh = `${file}.${process.pid}.new`;
  writeFileSync(fresh, text, { mode });
  renameSync(fresh, file);
}

export function readJson<T>(file: string): T | undefined {
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as T) : undefined;
}

export const writeJson = (file: string, value: unknown, mode?: number) =>
  writeWhole(file, `${JSON.stringify(value, null, 2)}\n`, mode);

/** The supervisor that uses the folder now. */
export function runningIn(dataDir: string): State | undefined {
  const state = readJson<State>(inData(dataDir).state);
  return state?.pid && beginningOf(state.pid) === state.began ? state : undefined;
}

export function claim(dataDir: string, state: Pick<State, "origin" | "issuer">): void {
  const other = runningIn(dataDir);
  if (other) {
    throw new DevFailure(
      `Trame tourne déjà sur ${dataDir} (processus ${other.pid}, ${other.origin}). Arrêtez-la, ou choisissez un autre dossier avec TRAME_DATA=<dossier>.`,
    );
  }
  writeJson(inData(dataDir).state, { ...state, pid: process.pid, began: beginningOf(process.pid) });
}

export function release(dataDir: string): void {
  const { pid, began, ...last } = readJson<State>(inData(dataDir).state) ?? {};
  if (pid === process.pid) writeJson(inData(dataDir).state, last);
}

/** undefined when there is no such process. */
export function beginningOf(pid: number): string | undefined {
  try {
    if (process.platform !== "linux") {
      return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim();
    }
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const [state, ...fields] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return state === "Z" ? undefined : fields[18];
  } catch {
    return undefined;
  }
}
