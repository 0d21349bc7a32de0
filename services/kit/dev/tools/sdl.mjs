import { readFileSync } from "node:fs";
import { join } from "node:path";

/** A service's whole SDL: its schema.graphql and what the five share (services/kit/common.graphql). */
export const readSdl = (folder) =>
  `${readFileSync(join(folder, "schema.graphql"), "utf8")}\n${readFileSync(new URL("../../common.graphql", import.meta.url), "utf8")}`;
