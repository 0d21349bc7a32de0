// The public contract against its committed snapshots: docs/contract/supergraph.graphql and events.binpb.
// argv: graphql | events, and --accept to take today's as the new snapshot.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { Supergraph } from "@apollo/federation-internals";
import { findBreakingChanges } from "graphql";
import { root, tool } from "./setup.mjs";

const folder = join(root, "docs/contract");
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const released = Number(version.split(".")[0]) >= 1;
const accept = process.argv.includes("--accept");
mkdirSync(folder, { recursive: true });
process.exitCode = await (process.argv[2] === "events" ? events() : graph());

function graph() {
  const snapshot = join(folder, "supergraph.graphql");
  const today = readFileSync(join(root, "gateway/supergraph.graphql"), "utf8");
  if (accept) writeFileSync(snapshot, today);
  if (!existsSync(snapshot)) return missing(snapshot);
  const changes = findBreakingChanges(apiOf(readFileSync(snapshot, "utf8")), apiOf(today));
  return report(changes.map(({ description }) => description));
}

async function events() {
  const snapshot = join(folder, "events.binpb");
  const cwd = join(root, "proto-schemas");
  if (accept) await tool("buf", ["build", "-o", snapshot], { cwd });
  if (!existsSync(snapshot)) return missing(snapshot);
  const { code, output } = await tool("buf", ["breaking", "--against", snapshot], { cwd, quiet: true });
  return report(code === 0 ? [] : output.trim().split("\n"));
}

function apiOf(sdl) {
  return Supergraph.build(sdl).apiSchema().toGraphQLJSSchema();
}

/** Before 1.0 the contract may still change: what breaks is listed. */
function report(changes) {
  if (changes.length === 0) return 0;
  console.error(`${changes.length} rupture(s) du contrat${released ? "" : " (avertissement avant la 1.0)"} :`);
  for (const change of changes) console.error(`  ${change}`);
  return released ? 1 : 0;
}

function missing(snapshot) {
  console.error(`${snapshot} manque : npm run check -- --accept`);
  return 1;
}
