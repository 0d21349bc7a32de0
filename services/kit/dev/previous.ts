import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { root, type Service } from "./programs.ts";

/** A service as it was, built in a folder of its own. */
export interface Previous {
  /** What it was taken from, for a message. */
  commit: string;
  /** The service's folder: dist/main.js, prisma/. */
  home: string;
}

/**
 * The service of the last release (tag v…), else of the commit before the last one that changed it, what it is made of,
 * or its events. A clone that does not reach so far back gives the oldest that it has, at the least today's.
 */
export function buildPrevious(service: Service, folder: string): Previous {
  const commit = previousCommit(service);
  const archive = execFileSync("git", ["archive", "--format=tar", commit], { cwd: root, maxBuffer: 512 * 1024 * 1024 });
  const unpacked = spawnSync("tar", ["-x", "-C", folder], { input: archive });
  if (unpacked.status !== 0) throw new Error(`tar: ${unpacked.stderr}`);
  linkPackages(folder);
  const home = join(folder, "services", service);
  const env = { ...process.env, PATH: `${join(root, "node_modules/.bin")}:${process.env.PATH}` };
  const run = (cwd: string, command: string, ...args: string[]) =>
    execFileSync(command, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
  run(join(folder, "proto-schemas"), "buf", "generate");
  run(home, process.execPath, "../kit/dev/tools/generate-service.mjs");
  run(home, process.execPath, "../kit/dev/tools/build.mjs");
  return { commit, home };
}

function previousCommit(service: Service): string {
  const git = (...args: string[]) => spawnSync("git", args, { cwd: root, encoding: "utf8" });
  const released = git("describe", "--tags", "--abbrev=0", "--match", "v*", "HEAD^");
  if (released.status === 0) return released.stdout.trim();
  const made = [`services/${service}`, "services/kit/src", "proto-schemas/proto"];
  const changes = git("rev-list", "--first-parent", "--max-count=1", "HEAD", "--", ...made).stdout.trim();
  const before = git("rev-parse", "--verify", "--quiet", `${changes}^`);
  return before.status === 0 ? before.stdout.trim() : changes || "HEAD";
}

/** Today's packages from npm, and the old workspaces: a link to node_modules as a whole would lead back to the new ones. */
function linkPackages(folder: string): void {
  const from = join(root, "node_modules");
  const to = join(folder, "node_modules");
  mkdirSync(join(to, "@trame"), { recursive: true });
  for (const name of readdirSync(from)) if (name !== "@trame") symlinkSync(join(from, name), join(to, name));
  symlinkSync(join(folder, "proto-schemas"), join(to, "@trame/proto-schemas"));
  for (const name of readdirSync(join(folder, "services"))) {
    symlinkSync(join(folder, "services", name), join(to, "@trame", name));
  }
}
