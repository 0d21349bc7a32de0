import { readFileSync } from "node:fs";

/** A service's SDL with what the five share. The path holds from src and from dist alike. */
export const readSdl = (schema: URL): string =>
  `${readFileSync(schema, "utf8")}\n${readFileSync(new URL("../kit/common.graphql", schema), "utf8")}`;
