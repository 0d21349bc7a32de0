// A migration only adds: while a version rolls out, the one before runs on the same database. What takes away (contract)
// comes a release later, marked above the statement:
//   -- Contract: nothing reads theme.old_name since 1.4
//   -- squawk-ignore ban-drop-column
// Prints what breaks the rule; the rules are squawk's.
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import process from "node:process";
import { root } from "../setup.mjs";

const BREAKS = new Set([
  "adding-not-nullable-field",
  "adding-required-field",
  "ban-alter-domain-with-add-constraint",
  "ban-drop-column",
  "ban-drop-database",
  "ban-drop-table",
  "ban-truncate-cascade",
  "changing-column-type",
  "renaming-column",
  "renaming-table",
]);

const services = join(root, "services");
const folders = readdirSync(services).map((name) => join(services, name, "prisma/migrations"));
const given = process.argv.slice(2);
const files = given.length > 0 ? given : [...folders.flatMap(migrationsIn), ...kitFiles()];
const faults = files.flatMap((file) => [...broken(file), ...unexplained(file)]);
for (const fault of faults) console.error(fault);
process.exitCode = faults.length === 0 ? 0 : 1;

function migrationsIn(folder) {
  try {
    const entries = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    return entries.map(({ name }) => join(folder, name, "migration.sql"));
  } catch (error) {
    if (error.code === "ENOENT") return [];
    throw error;
  }
}

/** The kit's own tables, each version a text in TypeScript. */
function kitFiles() {
  return ["kit-tables.ts", "event-log-embedded-tables.ts"].map((file) => join(services, "kit/src", file));
}

function sqlOf(file) {
  const source = readFileSync(file, "utf8");
  if (file.endsWith(".sql")) return source;
  return [...source.matchAll(/^ {2}`$(.*?)^ {2}`,$/gms)].map(([, sql]) => sql).join("\n");
}

function broken(file) {
  const args = ["--reporter", "json", "--pg-version", "18", "--stdin-filepath", file];
  const { stdout, stderr } = spawnSync(join(root, "node_modules/.bin/squawk"), args, {
    input: sqlOf(file),
    encoding: "utf8",
  });
  if (!stdout) throw new Error(`squawk: ${stderr}`);
  return JSON.parse(stdout)
    .filter(({ rule_name: rule }) => BREAKS.has(rule) || rule === "syntax-error")
    .map(({ line, rule_name: rule, message }) => `${relative(root, file)}:${line + 1} ${rule}: ${message}`);
}

function unexplained(file) {
  const source = sqlOf(file);
  if (!/squawk-ignore/.test(source) || /^-- Contract: \S/m.test(source)) return [];
  return [`${relative(root, file)}: says what is ignored, and not why (-- Contract: …)`];
}
