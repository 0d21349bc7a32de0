import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root, SERVICES } from "../programs.ts";

export const PARTS = [...SERVICES, "gateway", "web"] as const;
export type PartName = (typeof PARTS)[number];

export const homeOf = (part: PartName) =>
  join(root, (SERVICES as readonly string[]).includes(part) ? `services/${part}` : part);

/** What the built program says is missing when it is started with nothing; it ends before it does anything. */
export function requiredOf(part: PartName): string[] {
  if (part === "web") return [];
  const { stderr } = spawnSync(process.execPath, ["dist/main.js"], { cwd: homeOf(part), env: {}, encoding: "utf8" });
  return [...stderr.matchAll(/^([A-Z][A-Z0-9_]+): /gm)].map(([, name = ""]) => name);
}

/** The only files that read the environment. */
const SOURCES = ["src/config.ts", "src/config.server.ts", "src/log.server.ts", "server.mjs"];

/** Every variable that a part reads, as its configuration names them. */
export function variablesOf(part: PartName): string[] {
  const own = SOURCES.map((file) => join(homeOf(part), file));
  const text = own.filter((file) => existsSync(file)).map((file) => readFileSync(file, "utf8"));
  const kit = part === "web" ? {} : kitShapes();
  const shared = (SERVICES as readonly string[]).includes(part) ? [kit.common, kit.subgraph] : [kit.common];
  return [...new Set([...text, ...shared].flatMap((source) => namesIn(source ?? "")))].sort();
}

/** The two shapes of the kit's config.ts. */
function kitShapes(): Record<string, string> {
  const source = readFileSync(join(root, "services/kit/src/config.ts"), "utf8");
  return Object.fromEntries(
    [...source.matchAll(/^export const (\w+) = \{$(.*?)^\};$/gms)].map(([, name = "", body = ""]) => [name, body]),
  );
}

/** `NAME: z…` of a shape, `env.NAME`, and `{ NAME = "…" } = process.env`. */
function namesIn(source: string): string[] {
  const shapes = [...source.matchAll(/^\s*([A-Z][A-Z0-9_]+): z\b/gm)];
  const reads = [...source.matchAll(/\benv\.([A-Z][A-Z0-9_]+)/g)];
  const taken = [...source.matchAll(/\{([^}]*)\} = process\.env/g)].flatMap(([, names = ""]) => [
    ...names.matchAll(/\b([A-Z][A-Z0-9_]+)/g),
  ]);
  return [...shapes, ...reads, ...taken].map(([, name = ""]) => name);
}
