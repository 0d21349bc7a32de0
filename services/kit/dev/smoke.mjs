// npm start as a person uses it, on a data folder and ports of its own: a first start, a query, Ctrl-C, a second start,
// and the supervisor's sudden death. Nothing may be left running.
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { createInterface } from "node:readline";
import { setTimeout as wait } from "node:timers/promises";
import { root, say, seconds } from "./setup.mjs";

const PARTS = [
  "gateway",
  "projects",
  "people",
  "scenarios",
  "meetings",
  "communications",
  "oidc",
  "web",
  "sites",
  "mail",
];
const dataDir = mkdtempSync(join(tmpdir(), "trame-smoke-"));
const ports = await Promise.all(PARTS.map(freePort));
const env = {
  ...process.env,
  TRAME_DATA: dataDir,
  // The whole demonstration is loaded by the portal's browser tests.
  TRAME_DEMO: "small",
  ...Object.fromEntries(PARTS.map((part, index) => [`PORT_${part.toUpperCase()}`, String(ports[index])])),
};

const first = await start("Premier démarrage");
await demandAnswer(first.origin);
await stop(first, "SIGINT");
const second = await start("Second démarrage");
await demandAnswer(second.origin);
await stop(second, "SIGKILL");
execFileSync(process.execPath, [join(root, "services/kit/dev/bin/reset.mjs")], { env, stdio: "inherit" });
rmSync(dataDir, { recursive: true, force: true });
say("Démarrages et arrêts : en ordre.");

async function start(what) {
  const began = performance.now();
  const child = spawn(process.execPath, [join(root, "services/kit/dev/bin/start.mjs")], {
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const exited = new Promise((resolve) => child.once("exit", (code, signal) => resolve(code ?? signal)));
  const origin = await new Promise((resolve, reject) => {
    void exited.then((code) => reject(new Error(`npm start a pris fin (${code})`)));
    createInterface(child.stdout).on("line", (line) => {
      say(`  ${line}`);
      const ready = /^Trame est prête : (\S+)$/.exec(line);
      if (ready) resolve(ready[1]);
    });
  });
  say(`${what} : ${seconds(began)}`);
  return { child, exited, origin, family: descendants(child.pid) };
}

async function demandAnswer(origin) {
  const response = await fetch(`${origin}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query: "{ __typename }" }),
  });
  const { data } = await response.json();
  if (data?.__typename !== "Query") throw new Error(`/graphql a répondu ${response.status}`);
  const page = await fetch(`${origin}/`);
  if (!page.ok) throw new Error(`la page d'accueil a répondu ${page.status}`);
}

async function stop({ child, exited, family }, signal) {
  child.kill(signal);
  const code = await exited;
  if (signal === "SIGINT" && code !== 0) throw new Error(`après Ctrl-C le code est ${code}`);
  const patience = signal === "SIGINT" ? 0 : 20_000;
  for (const until = performance.now() + patience; ; await wait(200)) {
    const left = family.filter((pid) => processes().some((one) => one.pid === pid));
    if (left.length === 0) break;
    if (performance.now() >= until) throw new Error(`restent après ${signal} : ${left.join(", ")}`);
  }
  say(`Arrêt par ${signal} : rien ne reste`);
}

function processes() {
  const lines = execFileSync("ps", ["-eo", "pid=,ppid=,stat="], { encoding: "utf8" }).trim().split("\n");
  return lines
    .map((line) => line.trim().split(/\s+/))
    .filter(([, , state]) => !state.startsWith("Z"))
    .map(([pid, parent]) => ({ pid: Number(pid), parent: Number(parent) }));
}

function descendants(pid, all = processes()) {
  return all.filter(({ parent }) => parent === pid).flatMap((one) => [one.pid, ...descendants(one.pid, all)]);
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
