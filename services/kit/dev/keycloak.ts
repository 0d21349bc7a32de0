import { execFileSync, spawn } from "node:child_process";
import { cpSync, createWriteStream, mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { guard } from "../src/testing/guard.ts";
import { freePort } from "../src/testing/pg.ts";
import { cached, firstLine, javaMissing, maven } from "./maven.ts";
import { root } from "./programs.ts";

/** The same as in compose.yaml and k8s/keycloak. */
export const KEYCLOAK_VERSION = "26.5.6";
export const REALM = join(root, "k8s/keycloak/trame-realm.json");

export type KeycloakFound = { home: string } | { reason: string };

/** What the realm leaves open. */
export interface RealmSettings {
  TRAME_ORIGIN: string;
  TRAME_CLIENT_SECRET: string;
  EDU_NUM_SECRET: string;
  ANALYTIQUE_SECRET: string;
}

export interface LocalKeycloak {
  issuer: string;
  /** Of the realm's tokens, for programs. */
  tokenEndpoint: string;
  stop(): Promise<void>;
}

/** Java 17 and Maven, which fetch Keycloak's own distribution once into the cache folder, where it is also built. */
export function findKeycloak(env: NodeJS.ProcessEnv = process.env): KeycloakFound {
  const noJava = javaMissing();
  if (noJava) return { reason: noJava };
  try {
    return { home: join(cached(`keycloak-${KEYCLOAK_VERSION}`, env, fetchAndBuild), `keycloak-${KEYCLOAK_VERSION}`) };
  } catch (error) {
    return { reason: `Maven could not fetch Keycloak: ${firstLine(error)}` };
  }
}

const PLUGIN = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1";

function fetchAndBuild(folder: string): void {
  const artifact = `org.keycloak:keycloak-quarkus-dist:${KEYCLOAK_VERSION}:zip`;
  maven([`${PLUGIN}:get`, `-Dartifact=${artifact}`, "-Dtransitive=false"], folder);
  maven([`${PLUGIN}:unpack`, `-Dartifact=${artifact}`, `-DoutputDirectory=${folder}`], folder);
  // Once, instead of at every start.
  const script = join(folder, `keycloak-${KEYCLOAK_VERSION}`, "bin/kc.sh");
  execFileSync("bash", [script, "build", "--db=dev-mem"], { timeout: 600_000, stdio: ["ignore", "pipe", "pipe"] });
}

/** Starts it with the realm and a database in memory; its files are in a folder that goes with it. */
export async function startKeycloak(home: string, realm: RealmSettings): Promise<LocalKeycloak> {
  const folder = mkdtempSync(join(tmpdir(), "trame-keycloak-"));
  mkdirSync(join(folder, "data/import"), { recursive: true });
  cpSync(join(home, "conf"), join(folder, "conf"), { recursive: true });
  for (const empty of ["providers", "themes"]) mkdirSync(join(folder, empty));
  symlinkSync(join(home, "lib"), join(folder, "lib"));
  cpSync(REALM, join(folder, "data/import/trame-realm.json"));
  const port = await freePort();
  const child = spawn("java", [...javaArguments(home, folder), ...serverArguments(port)], {
    cwd: folder,
    env: { PATH: process.env.PATH, HOME: folder, ...realm },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const log = createWriteStream(join(folder, "keycloak.log"));
  let last = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      last = (last + chunk).slice(-4000);
    });
    stream.pipe(log, { end: false });
  }
  const exited = new Promise((resolve) => child.once("close", resolve));
  const watch = child.pid ? guard(child.pid, "KILL", folder) : undefined;
  const stop = async () => {
    child.kill("SIGTERM");
    const patience = setTimeout(() => child.kill("SIGKILL"), 15_000);
    await exited;
    clearTimeout(patience);
    watch?.release();
    log.end();
    rmSync(folder, { recursive: true, force: true });
  };
  const issuer = `http://127.0.0.1:${port}/realms/trame`;
  for (const until = Date.now() + 240_000; !(await answers(issuer)); await wait(250)) {
    if (child.exitCode === null && Date.now() < until) continue;
    await stop();
    throw new Error(`Keycloak did not start: ${last}`);
  }
  return { issuer, tokenEndpoint: `${issuer}/protocol/openid-connect/token`, stop };
}

/** What bin/kc.sh gives to Java, with the home of one run instead of the installation. */
function javaArguments(home: string, folder: string): string[] {
  const memory = ["-Xms64m", "-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"];
  const settings = {
    "kc.home.dir": folder,
    "jboss.server.config.dir": join(folder, "conf"),
    "java.util.logging.manager": "org.jboss.logmanager.LogManager",
    "quarkus-log-max-startup-records": "10000",
    "picocli.disable.closures": "true",
  };
  const opened = ["--add-opens=java.base/java.util=ALL-UNNAMED", "--add-opens=java.base/java.lang=ALL-UNNAMED"];
  const properties = Object.entries(settings).map(([name, value]) => `-D${name}=${value}`);
  const main = ["-cp", join(home, "lib/quarkus-run.jar"), "io.quarkus.bootstrap.runner.QuarkusEntryPoint"];
  return [...memory, ...opened, ...properties, ...main];
}

const serverArguments = (port: number) => [
  "start",
  "--optimized",
  "--import-realm",
  "--http-enabled=true",
  "--http-host=127.0.0.1",
  `--http-port=${port}`,
  "--hostname-strict=false",
  "--cache=local",
];

const answers = (issuer: string) =>
  fetch(`${issuer}/.well-known/openid-configuration`, { signal: AbortSignal.timeout(5_000) }).then(
    (response) => response.ok,
    () => false,
  );
