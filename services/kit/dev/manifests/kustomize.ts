import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { parseAllDocuments } from "yaml";
import { root } from "../programs.ts";

export interface Manifest {
  apiVersion: string;
  kind: string;
  metadata: { name: string; namespace?: string; labels?: Record<string, string> };
  spec?: Record<string, unknown>;
  data?: Record<string, string>;
}

/** The program that renders, or why there is none. */
export type Kustomize = { command: string[] } | { reason: string };

const MODULE = "sigs.k8s.io/kustomize/kustomize/v5@v5.5.0";

/** kubectl or kustomize 5, or Go, which builds kustomize once into a cache folder. */
export function findKustomize(env: NodeJS.ProcessEnv = process.env): Kustomize {
  if (majorOf("kubectl", ["version", "--client"], /Kustomize Version: v(\d+)/) >= 5) {
    return { command: ["kubectl", "kustomize"] };
  }
  if (majorOf("kustomize", ["version"], /v(\d+)/) >= 5) return { command: ["kustomize", "build"] };
  const folder = join(
    env.TRAME_CACHE ?? join(env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "trame"),
    "kustomize-5.5.0",
  );
  const built = join(folder, "kustomize");
  if (existsSync(built)) return { command: [built, "build"] };
  mkdirSync(folder, { recursive: true });
  const go = spawnSync("go", ["install", MODULE], { env: { ...env, GOBIN: folder }, encoding: "utf8" });
  if (go.status === 0) return { command: [built, "build"] };
  const why = go.error ? "no Go to build it" : go.stderr.trim().split("\n").at(-1);
  return { reason: `no kubectl with kustomize 5, no kustomize, and ${why}` };
}

function majorOf(command: string, args: string[], version: RegExp): number {
  const { stdout = "", status } = spawnSync(command, args, { encoding: "utf8" });
  return status === 0 ? Number(version.exec(stdout)?.[1] ?? 0) : 0;
}

/** What an overlay of k8s/ asks a cluster for. */
export function render({ command: [program = "", ...args] }: { command: string[] }, overlay: string): Manifest[] {
  const text = execFileSync(program, [...args, join(root, "k8s", overlay)], { encoding: "utf8", stdio: "pipe" });
  return parseAllDocuments(text).map((document) => document.toJS() as Manifest);
}
