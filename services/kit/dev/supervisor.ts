import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { startClock, stopClock } from "./clock-file.ts";
import { type Crew, createCrew } from "./crew.ts";
import { claim, inData, openDataFolder, release } from "./data-folder.ts";
import { loadDemo, seconds } from "./demo.ts";
import { capital, type DevFailure } from "./failure.ts";
import { keysOf } from "./keys.ts";
import { personaFor } from "./personas.ts";
import { allFreePorts, type Part, type Ports, usualPorts } from "./ports.ts";
import { endOrphan, openCluster } from "./postgres.ts";
import * as programs from "./programs.ts";
import { openQuiet } from "./quiet.ts";
import { tokenFor } from "./token.ts";

export interface TrameOptions {
  /** Where the databases, keys, clock and logs of this Trame are kept. */
  dataDir: string;
  /** "usual" (the default): 4000 and so on, or what PORT_… say; "free": beside any other Trame. */
  ports?: "usual" | "free";
  /** The embedded log by default. */
  eventLog?: "embedded" | "kafka";
  /** Addresses, joined by commas; only for Kafka. */
  kafkaBrokers?: string;
  /** Load the demonstration data (true by default); "small": its persons and academies only. */
  demo?: boolean | "small";
  /** The domain clock to set, in the words of the kit's `clockFrom`; by default it begins in May 2020, or goes on. */
  now?: string;
  /** Receives one line of French per step. */
  log?: (line: string) => void;
  /** Stops a start that is under way; everything already started is stopped before `startTrame` rejects. */
  signal?: AbortSignal;
  /** Told when a process ends by itself once all is ready. */
  onDeath?: (failure: DevFailure) => void;
}

/** A whole Trame: every process of production, and the development provider and sites beside it. */
export interface Trame {
  /** The public origin: portal, /graphql, /auth. */
  origin: string;
  /** The base address of each part, without a slash at its end. */
  urls: Record<Part, string>;
  dataDir: string;
  logsDir: string;
  databaseUrl(name: programs.Service | "events"): string;
  /** A bearer token of the demonstration person with that key, subject or role. Needs services/people/demo/personas.json only. */
  tokenFor(who: string): Promise<string>;
  pidOf(name: Part): number;
  /** Resolves when nothing is on its way: outboxes empty, every event consumed, nothing overdue. */
  untilQuiet(): Promise<void>;
  /** Resolves when the process is gone; nothing else is stopped. SIGKILL by default. */
  kill(name: Part, signal?: NodeJS.Signals): Promise<void>;
  /** Starts a part that was killed (or stops and starts it) and resolves when it is ready again. */
  restart(name: Part): Promise<void>;
  /** Stops everything in order; nothing is left running. */
  stop(): Promise<void>;
}

/** Starts everything from what `npm run build` made, and resolves when all of it is ready. */
export async function startTrame(options: TrameOptions): Promise<Trame> {
  const dataDir = resolve(options.dataDir);
  openDataFolder(dataDir);
  const ports = options.ports === "free" ? await allFreePorts() : await usualPorts(process.env);
  claim(dataDir, { origin: programs.originOf(ports), issuer: programs.issuerOf(ports) });
  const crew = createCrew(inData(dataDir).logs, options);
  const stop = async () => {
    await crew.stop();
    await endOrphan(dataDir);
    if (existsSync(inData(dataDir).clock)) stopClock(inData(dataDir).clock);
    release(dataDir);
  };
  try {
    startClock(inData(dataDir).clock, options.now);
    const setting = await startParts(crew, { ...options, dataDir }, ports);
    crew.isUp();
    return { ...trameOf(crew, setting), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startParts(crew: Crew, options: TrameOptions, ports: Ports): Promise<programs.Setting> {
  const { dataDir, log = () => {}, demo = true, eventLog = "embedded", kafkaBrokers } = options;
  const keys = keysOf(dataDir);
  const step = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
    const began = performance.now();
    const result = await crew.orTrouble(work());
    log(`${what} (${seconds(began)})`);
    return result;
  };
  const cluster = await step("PostgreSQL : prêt", async () => {
    const opened = await openCluster({ dataDir, port: ports.postgres, password: keys.postgresPassword }, crew.run);
    const server = crew.start(opened.program, 0);
    await opened.ready(server.hasExited);
    return opened;
  });
  const databaseUrl: programs.Setting["databaseUrl"] = (name) => cluster.url(programs.databaseOf(name));
  const setting = { dataDir, ports, keys, eventLog, kafkaBrokers, databaseUrl };
  await step("Bases de données : à jour", () => crew.run(programs.databases(setting, cluster.url("postgres"))));
  for (const [wave, started] of programs.waves(setting).entries()) {
    const readiness = started.map((program) =>
      step(`${capital(program.label)} : prêt`, () => crew.start(program, wave + 1).ready()),
    );
    await Promise.all(readiness);
  }
  if (demo) {
    const size = demo === "small" ? "small" : "full";
    await step("Données de démonstration : présentes", () => loadDemo(setting, { size, log, crew }));
  }
  return setting;
}

function trameOf(crew: Crew, setting: programs.Setting): Omit<Trame, "stop"> {
  const { dataDir, ports, keys, databaseUrl } = setting;
  const urls = Object.entries(ports).map(([part, port]) => [part, `http://127.0.0.1:${port}`]);
  return {
    origin: programs.originOf(ports),
    urls: Object.fromEntries(urls) as Record<Part, string>,
    dataDir,
    logsDir: inData(dataDir).logs,
    databaseUrl,
    tokenFor: async (who) => tokenFor(personaFor(who), programs.issuerOf(ports), keys.oidc),
    pidOf: (name) => crew.member(name).pid,
    async untilQuiet() {
      const quiet = await openQuiet(setting);
      try {
        await quiet.wait();
      } finally {
        await quiet.close();
      }
    },
    kill: async (name, signal = "SIGKILL") => {
      crew.member(name).kill(signal);
      await crew.member(name).exited;
    },
    restart: async (name) => {
      const { program, wave } = crew.member(name);
      await crew.member(name).stop();
      await crew.start(program, wave).ready();
    },
  };
}
