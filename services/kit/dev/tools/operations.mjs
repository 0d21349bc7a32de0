// The names of the operations that we know: the portal's, the examples', the gateway's own. Writes gateway/src/gen/operations.ts.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../../../", import.meta.url));
const filesIn = (folder, ending) =>
  readdirSync(join(root, folder), { recursive: true })
    .filter((name) => ending.test(name))
    .map((name) => readFileSync(join(root, folder, name), "utf8"));
const texts = [
  ...filesIn("web/src", /^(?!gen\/).*\.tsx?$/),
  ...filesIn("gateway/examples", /\.graphql$/),
  readFileSync(join(root, "gateway/src/actors.ts"), "utf8"),
];
const OPERATION = /^\s*(?:[\w\s=:(]*`)?\s*(?:query|mutation)\s+([A-Z]\w*)\s*[({@]/gm;
const names = [...new Set(texts.flatMap((text) => [...text.matchAll(OPERATION)].map(([, name]) => name)))].sort();
mkdirSync(join(root, "gateway/src/gen"), { recursive: true });
writeFileSync(
  join(root, "gateway/src/gen/operations.ts"),
  `export const OPERATIONS: readonly string[] = ${JSON.stringify(names, null, 2)};\n`,
);
