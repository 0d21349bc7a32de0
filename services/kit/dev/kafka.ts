import { type ChildProcess, spawn } from "node:child_process";
import { createWriteStream, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Guard, guard } from "../src/testing/guard.ts";
import {
  type KafkaAccess,
  makeCertificate,
  type SecureListener,
  scramArguments,
  secureProperties,
} from "./kafka-access.ts";
import { cached, firstLine, javaMissing, maven } from "./maven.ts";

const pom = fileURLToPath(new URL("kafka/pom.xml", import.meta.url));

/** A broker somewhere else, or what is needed to run one here. */
export type KafkaFound = { kind: "address"; brokers: string } | { kind: "java"; classpath: string };

/** Why there is no Kafka on this machine. */
export interface KafkaMissing {
  kind: "none";
  reason: string;
}

/** One node, for development and tests. */
export interface LocalKafka {
  brokers: string;
  /** False for a broker that was given by its address: it is not ours to stop. */
  ours: boolean;
  /** Asks it to stop, and waits. */
  stop(): Promise<void>;
  /** SIGKILL. */
  kill(): Promise<void>;
  /** Again, on the same port and data. */
  start(): Promise<void>;
  /** The listener of those who have to say who they are; there when it was asked for. */
  secure?: SecureListener;
}

/**
 * KAFKA_BROKERS, else Java 17 and Maven, which fetch Apache Kafka's own artifacts once into a cache folder. Synchronous,
 * because a test file has to know at once what it can test.
 */
export function findKafka(env: NodeJS.ProcessEnv = process.env): KafkaFound | KafkaMissing {
  if (env.KAFKA_BROKERS) return { kind: "address", brokers: env.KAFKA_BROKERS };
  const noJava = javaMissing();
  if (noJava) return { kind: "none", reason: `no KAFKA_BROKERS, and ${noJava}` };
  try {
    return { kind: "java", classpath: join(fetchArtifacts(env), "*") };
  } catch (error) {
    return { kind: "none", reason: `no KAFKA_BROKERS, and Maven could not fetch Apache Kafka: ${firstLine(error)}` };
  }
}

interface KafkaPlace {
  dir: string;
  found?: KafkaFound;
  access?: KafkaAccess;
}

/** Starts a broker with its data in `dir`, which may hold those of an earlier one. */
export async function startKafka({ dir, found, access }: KafkaPlace): Promise<LocalKafka> {
  const kafka = found ?? findKafka();
  if (kafka.kind === "none") throw new Error(`Kafka: ${kafka.reason}`);
  if (kafka.kind === "address") {
    const nothing = async () => {};
    return { brokers: kafka.brokers, ours: false, stop: nothing, kill: nothing, start: nothing };
  }
  const { classpath } = kafka;
  const node = await prepareNode(dir, classpath, access);
  let running: { child: ChildProcess; guard?: Guard } | undefined;

  async function end(signal: "SIGTERM" | "SIGKILL"): Promise<void> {
    const { child, guard: watch } = running ?? {};
    running = undefined;
    if (!child) return;
    const exited =
      child.exitCode === null && child.signalCode === null && new Promise((done) => child.once("exit", done));
    child.kill(signal);
    // A broker that hangs while it stops must not hang us.
    const patience = setTimeout(() => child.kill("SIGKILL"), 20_000);
    await exited;
    clearTimeout(patience);
    watch?.release();
  }

  async function start(): Promise<void> {
    if (running) return;
    const child = java(classpath, ["kafka.Kafka", node.settings], join(dir, "kafka.log"));
    running = { child, guard: child.pid ? guard(child.pid, "KILL") : undefined };
    try {
      await untilListening(node.port, child);
    } catch (error) {
      await end("SIGKILL");
      throw error;
    }
  }

  await start();
  return {
    brokers: `127.0.0.1:${node.port}`,
    ours: true,
    stop: () => end("SIGTERM"),
    kill: () => end("SIGKILL"),
    start,
    secure: node.secure,
  };
}

function fetchArtifacts(env: NodeJS.ProcessEnv): string {
  const version = /<kafka\.version>([^<]+)</.exec(readFileSync(pom, "utf8"))?.[1];
  return cached(`kafka-${version}`, env, (folder) =>
    maven(["-f", pom, "dependency:copy-dependencies", "-DincludeScope=runtime", `-DoutputDirectory=${folder}`], folder),
  );
}

interface Node {
  port: number;
  /** Path of its server.properties. */
  settings: string;
  secure?: SecureListener;
}

/** The ports are kept with the data: clients of an earlier start find it again. */
async function prepareNode(dir: string, classpath: string, access?: KafkaAccess): Promise<Node> {
  const settings = join(dir, "server.properties");
  if (existsSync(settings)) {
    return {
      port: Number(/^listeners=.*CLIENT:\/\/127\.0\.0\.1:(\d+)/m.exec(readFileSync(settings, "utf8"))?.[1]),
      settings,
    };
  }
  mkdirSync(dir, { recursive: true });
  const [port, controller, secured] = await freePorts(3);
  if (port === undefined || controller === undefined || secured === undefined) throw new Error("no free port");
  const properties = propertiesOf(dir, port, controller);
  writeFileSync(settings, linesOf(access ? secureProperties(properties, dir, secured) : properties));
  const format = java(
    classpath,
    ["kafka.tools.StorageTool", "format", "-t", "dHJhbWUtbG9jYWwta2Fma2E", "-c", settings, ...scramArguments(access)],
    join(dir, "format.log"),
  );
  const code = await new Promise((done) => format.once("exit", done));
  const secure = access && { brokers: `127.0.0.1:${secured}`, ca: makeCertificate(dir) };
  if (code === 0) return { port, settings, secure };
  rmSync(settings);
  throw new Error(`Kafka could not prepare ${dir}: see ${join(dir, "format.log")}`);
}

function propertiesOf(dir: string, port: number, controller: number): Record<string, string | number | boolean> {
  return {
    "process.roles": "broker,controller",
    "node.id": 1,
    "controller.quorum.voters": `1@127.0.0.1:${controller}`,
    "controller.listener.names": "CONTROLLER",
    "inter.broker.listener.name": "CLIENT",
    "listener.security.protocol.map": "CLIENT:PLAINTEXT,CONTROLLER:PLAINTEXT",
    listeners: `CLIENT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controller}`,
    "advertised.listeners": `CLIENT://127.0.0.1:${port}`,
    "log.dirs": join(dir, "data"),
    "auto.create.topics.enable": false,
    "offsets.topic.replication.factor": 1,
    "offsets.topic.num.partitions": 4,
    "transaction.state.log.replication.factor": 1,
    "transaction.state.log.min.isr": 1,
    "group.initial.rebalance.delay.ms": 0,
    "group.min.session.timeout.ms": 1000,
    "num.network.threads": 2,
    "num.io.threads": 2,
    "log.cleaner.dedupe.buffer.size": 2_097_152,
    "controlled.shutdown.enable": false,
  };
}

const linesOf = (properties: object): string =>
  Object.entries(properties)
    .map(([name, value]) => `${name}=${value}\n`)
    .join("");

function java(classpath: string, args: string[], logFile: string): ChildProcess {
  const memory = ["-Xms64m", "-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto"];
  const child = spawn("java", [...memory, "-cp", classpath, ...args], { stdio: ["ignore", "pipe", "pipe"] });
  const log = createWriteStream(logFile, { flags: "a" });
  child.stdout?.pipe(log, { end: false });
  child.stderr?.pipe(log, { end: false });
  child.once("close", () => log.end());
  return child;
}

async function untilListening(port: number, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + 120_000;
  while (!(await accepts(port))) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error("Kafka ended while it was starting");
    if (Date.now() > deadline) throw new Error("Kafka did not start within two minutes");
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

const accepts = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
    socket.once("connect", () => socket.destroy());
  });

/** All are held at once, so that they differ. */
async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from(
      { length: count },
      () =>
        new Promise<ReturnType<typeof createServer>>((resolve, reject) => {
          const server = createServer().once("error", reject);
          server.listen(0, "127.0.0.1", () => resolve(server));
        }),
    ),
  );
  const ports = servers.map((server) => (server.address() as { port: number }).port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}
