import { readFileSync } from "node:fs";

/** A service's SDL with what the five share. The path holds from src, from dist and in an image alike. */
export function readSdl(service: string, schema: URL): string {
  const shared = readFileSync(new URL("../kit/common.graphql", schema), "utf8");
  return `${readFileSync(schema, "utf8")}\n${inNameOf(service, shared)}`;
}

/** Root fields belong to one service each: the shared file writes `self` and `Self` where its name stands. */
export const inNameOf = (service: string, sdl: string) =>
  sdl
    .replace(/\bself(?=[A-Z])/g, service)
    .replace(/(?<=[a-z])Self\b/g, service.charAt(0).toUpperCase() + service.slice(1));
