import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

/** Why this machine cannot run a program of Java's, if it cannot. */
export function javaMissing(): string | undefined {
  const { stderr, status } = spawnSync("java", ["-version"], { encoding: "utf8" });
  if (status !== 0) return "no Java on this machine";
  const major = Number(/version "(\d+)/.exec(stderr)?.[1] ?? 0);
  return major < 17 ? `Java ${major} is too old (17 is needed)` : undefined;
}

/** A folder of the cache, made once. Complete under its name or not there: two test runs may fetch at once. */
export function cached(name: string, env: NodeJS.ProcessEnv, fill: (folder: string) => void): string {
  const cache = env.TRAME_CACHE ?? join(env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "trame");
  const target = join(cache, name);
  if (existsSync(target)) return target;
  mkdirSync(cache, { recursive: true });
  const work = mkdtempSync(`${target}-`);
  try {
    fill(work);
    renameSync(work, target);
  } catch (error) {
    rmSync(work, { recursive: true, force: true });
    if (!existsSync(target)) throw error;
  }
  return target;
}

export function maven(args: string[], cwd: string): void {
  execFileSync("mvn", ["-q", "-B", ...args], {
    cwd,
    timeout: 600_000,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  });
}

export const firstLine = (error: unknown) => {
  const { stdout, message } = error as { stdout?: string; message: string };
  return (stdout?.trim() || message).split("\n")[0];
};
