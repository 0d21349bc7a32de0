// Everything that can be checked without running Trame. All steps run, also after one has failed.
// --accept takes today's contract as the snapshot, and writes the generated table.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { install, root, run, say, seconds, tool } from "../setup.mjs";

await install();
const accept = process.argv.includes("--accept") ? ["--accept"] : [];
const dev = (file, ...args) => run([process.execPath, join(root, "services/kit/dev", file), ...args], { quiet: true });
const turbo = (...tasks) =>
  tool("turbo", ["run", ...tasks, "--continue", "--concurrency=2", "--output-logs=errors-only"], { quiet: true });

const GENERATED = [
  "gateway/supergraph.graphql",
  "web/src/styles/icons.css",
  "proto-schemas/asyncapi/publications.v1.json",
];
const read = (file) => (existsSync(join(root, file)) ? readFileSync(join(root, file), "utf8") : "");

/** First, since the others read what it writes. What is committed must have been what it writes. */
async function generate() {
  const before = GENERATED.map(read);
  const { code, output } = await turbo("generate");
  const stale = accept.length > 0 ? [] : GENERATED.filter((file, index) => read(file) !== before[index]);
  const lines = stale.map((file) => `${file} n'était pas à jour : il vient d'être réécrit.\n`);
  return { code: code || stale.length, output: (code === 0 ? "" : output) + lines.join("") };
}

const STEPS = [
  ["Génération", generate],
  [
    "Format et règles (Biome)",
    () => tool("biome", ["ci", "--error-on-warnings", "--colors=off", "."], { quiet: true }),
  ],
  ["Protobuf (buf lint)", () => tool("buf", ["lint"], { quiet: true, cwd: join(root, "proto-schemas") })],
  ["Textes anglais", () => tool("tsx", ["tools/texts.ts", "--check"], { quiet: true, cwd: join(root, "web") })],
  ["Types (tsc)", () => turbo("typecheck")],
  ["Composition du graphe", () => dev("tools/compose.mjs", "--check")],
  ["Descriptions du graphe", () => dev("tools/descriptions.mjs")],
  ["Contrat GraphQL", () => dev("contract.mjs", "graphql", ...accept)],
  ["Contrat des événements", () => dev("contract.mjs", "events", ...accept)],
  ["Migrations", () => turbo("migrations:check")],
  ["Migrations qui n'enlèvent rien (squawk)", () => dev("tools/expand-only.mjs")],
  ["Table des exigences", () => dev("requirements.mjs", ...(accept.length > 0 ? [] : ["--check"]))],
];

let failed = 0;
for (const [name, step] of STEPS) {
  const began = performance.now();
  const { code, output } = await step();
  if (code !== 0) failed++;
  say(`${code === 0 ? "✓" : "✗"} ${name} (${seconds(began)})`);
  const warns = name.startsWith("Contrat") && output.trim() !== "";
  if (code !== 0 || warns) say(output.trimEnd().replace(/^/gm, "    "));
}
say(failed === 0 ? "Tout est en ordre." : `${failed} vérification(s) en échec.`);
process.exitCode = failed === 0 ? 0 : 1;
