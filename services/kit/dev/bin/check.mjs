// Everything that can be checked without running Trame. All steps run, also after one has failed.
// --accept takes today's contract as the snapshot, and writes the generated table.
import { join } from "node:path";
import process from "node:process";
import { install, root, run, say, seconds, tool } from "../setup.mjs";

await install();
const accept = process.argv.includes("--accept") ? ["--accept"] : [];
const dev = (file, ...args) => run([process.execPath, join(root, "services/kit/dev", file), ...args], { quiet: true });
const turbo = (...tasks) =>
  tool("turbo", ["run", ...tasks, "--continue", "--concurrency=2", "--output-logs=errors-only"], { quiet: true });

const STEPS = [
  // First: the others read what it writes.
  ["Génération", () => turbo("generate")],
  ["Format et règles (Biome)", () => tool("biome", ["ci", "--error-on-warnings", "."], { quiet: true })],
  ["Protobuf (buf lint)", () => tool("buf", ["lint"], { quiet: true, cwd: join(root, "proto-schemas") })],
  ["Types (tsc)", () => turbo("typecheck")],
  ["Composition du graphe", () => dev("tools/compose.mjs", "--check")],
  ["Contrat GraphQL", () => dev("contract.mjs", "graphql", ...accept)],
  ["Contrat des événements", () => dev("contract.mjs", "events", ...accept)],
  ["Migrations", () => turbo("migrations:check")],
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
