import { readFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import { fileURLToPath } from "node:url";

/** A service's SDL with what the five share. The path holds from src and from dist alike. */
export function readSdl(schema: URL): string {
  const shared = readFileSync(new URL("../kit/common.graphql", schema), "utf8");
  return `${readFileSync(schema, "utf8")}\n${inNameOf(basename(dirname(fileURLToPath(schema))), shared)}`;
}

/** Root fields belong to one service each: the shared file writes `self` and `Self` where its name stands. */
export const inNameOf = (service: string, sdl: string) =>
  sdl
    .replace(/\bself(?=[A-Z])/g, service)
    .replace(/(?<=[a-z])Self\b/g, service.charAt(0).toUpperCase() + service.slice(1));
