// What every command does first, before anything of node_modules can be trusted: only node: imports here.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath, pathToFileURL } from "node:url";

export const root = fileURLToPath(new URL("../../..", import.meta.url));
const FLOOR = [20, 19];

/** Nothing that we run reports to anybody or looks for its own updates. */
const SILENT = {
  TURBO_TELEMETRY_DISABLED: "1",
  DO_NOT_TRACK: "1",
  TURBO_NO_UPDATE_NOTIFIER: "1",
  CHECKPOINT_DISABLE: "1",
  PRISMA_HIDE_UPDATE_MESSAGE: "1",
  APOLLO_TELEMETRY_DISABLED: "true",
};

export function say(line) {
  console.log(line);
}

/** One clear line, and the end. */
export function fail(line) {
  console.error(`Erreur : ${line}`);
  process.exit(1);
}

export function demandNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > FLOOR[0] || (major === FLOOR[0] && minor >= FLOOR[1])) return;
  fail(`Trame demande Node ${FLOOR.join(".")} ou plus récent, et celui-ci est le ${process.versions.node}.`);
}

/** Installs what package-lock.json says, when node_modules is missing or comes from another one. */
export async function install() {
  demandNode();
  Object.assign(process.env, SILENT);
  const lock = readFileSync(join(root, "package-lock.json"));
  const hash = createHash("sha256").update(lock).digest("hex");
  const mark = join(root, "node_modules/.trame-lock");
  if (existsSync(mark) && readFileSync(mark, "utf8") === hash) return;
  if (!isInstalled(JSON.parse(lock))) {
    const began = performance.now();
    say("Installation des dépendances (une à deux minutes la première fois)…");
    const { code } = await npm(["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
    if (code !== 0) {
      fail(
        "npm ci a échoué (voir ci-dessus) : vérifiez l'accès au registre npm et la place sur le disque, puis recommencez.",
      );
    }
    say(`Dépendances : installées (${seconds(began)})`);
  }
  writeFileSync(mark, hash);
}

/** For commands that come after a start, and print nothing of their own. */
export function demandInstalled() {
  demandNode();
  if (!existsSync(join(root, "node_modules/tsx"))) fail("les dépendances manquent : lancez d'abord npm start.");
}

/** npm's own note of what it installed agrees with the lockfile: somebody ran npm by hand. */
function isInstalled(lock) {
  const note = join(root, "node_modules/.package-lock.json");
  if (!existsSync(note)) return false;
  const installed = JSON.parse(readFileSync(note, "utf8")).packages;
  return Object.entries(lock.packages).every(
    ([path, { version, optional, link }]) =>
      !path.includes("node_modules/") || optional || link || installed[path]?.version === version,
  );
}

function npm(args) {
  const cli = process.env.npm_execpath;
  const command = cli?.endsWith(".js") ? [process.execPath, cli] : ["npm"];
  return run([...command, ...args], {});
}

/** Runs one of node_modules' programs. */
export const tool = (name, args, options = {}) => run([join(root, "node_modules/.bin", name), ...args], options);

/** Resolves with the exit code, and with the output when `quiet` keeps it from the screen. Ends with us. */
export async function run([command, ...args], { quiet = false, cwd = root, env = {} }) {
  const out = quiet ? "pipe" : "inherit";
  const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ["ignore", out, out] });
  const end = (signal) => {
    child.kill(signal);
    child.once("close", () => process.exit(1));
  };
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
  for (const signal of signals) process.on(signal, end);
  let output = "";
  const keep = (chunk) => {
    output += chunk;
  };
  child.stdout?.on("data", keep);
  child.stderr?.on("data", keep);
  const code = await new Promise((resolve) => {
    child.once("error", () => resolve(1));
    child.once("close", (status) => resolve(status ?? 1));
  });
  for (const signal of signals) process.off(signal, end);
  return { code, output };
}

export async function build() {
  const began = performance.now();
  const { code, output } = await tool("turbo", ["run", "build", "--output-logs=errors-only", "--no-color"], {
    quiet: true,
  });
  if (code !== 0) {
    console.error(output);
    fail("la construction a échoué (voir ci-dessus).");
  }
  say(`Construction : à jour (${seconds(began)})`);
}

/** From here on a file in TypeScript can be imported, given from this folder. */
export async function load(file) {
  const { register } = await import("tsx/esm/api");
  register();
  return import(pathToFileURL(join(root, "services/kit/dev", file)).href);
}

export const dataDir = () => process.env.TRAME_DATA || join(root, ".trame");

export const seconds = (began) =>
  `${((performance.now() - began) / 1000).toLocaleString("fr-FR", { maximumFractionDigits: 1 })} s`;
