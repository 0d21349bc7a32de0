import { readFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";

/** A service's whole SDL: its schema.graphql and what the five share (services/kit/common.graphql), as src/common-sdl.ts reads it. */
export function readSdl(folder) {
  const shared = readFileSync(new URL("../../common.graphql", import.meta.url), "utf8");
  return `${readFileSync(join(folder, "schema.graphql"), "utf8")}\n${inNameOf(basename(resolve(folder)), shared)}`;
}

const inNameOf = (service, sdl) =>
  sdl
    .replace(/\bself(?=[A-Z])/g, service)
    .replace(/(?<=[a-z])Self\b/g, service.charAt(0).toUpperCase() + service.slice(1));
