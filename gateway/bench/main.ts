import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { silentLogger } from "@trame/kit/log";
import { findKafka, startKafka } from "../../services/kit/dev/kafka.ts";
import { PARTS, type Part } from "../../services/kit/dev/ports.ts";
import { startTrame, type Trame, type TrameOptions } from "../../services/kit/dev/supervisor.ts";
import { type Figure, figure, skipped, table } from "./figures.ts";
import { eventsPerSecond } from "./log.ts";
import { pages } from "./pages.ts";
import { memoryOf } from "./processes.ts";
import { queries } from "./queries.ts";
import { atScale } from "./scale.ts";
import { commitToVisible } from "./visible.ts";

/** `npm run bench -- pages` measures the named parts only: start, rest, visible, queries, pages, events, scale. */
const chosen = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const wants = (...parts: string[]) => chosen.length === 0 || parts.some((part) => chosen.includes(part));
const asJson = process.argv.includes("--json");
/** TRAME_DEMO=small measures in a minute, without the demonstration's volume. */
const demo = process.env.TRAME_DEMO === "small" ? "small" : true;
const REST = 10_000;
const folder = mkdtempSync(join(tmpdir(), "trame-bench-"));

// With --json, standard output holds the figures and nothing else.
const say = (line: string) => process.stderr.write(`${line}\n`);

try {
  const scale = wants("scale") ? await part("volume", atScale) : [];
  const embedded = wants("start", "rest", "visible", "queries", "pages", "events") ? await onEmbeddedLog() : [];
  const kafka = wants("visible", "events") ? await onKafka() : [];
  const figures = [...embedded, ...kafka, ...scale];
  console.log(asJson ? JSON.stringify(figures, null, 2) : table(figures));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function onEmbeddedLog(): Promise<Figure[]> {
  const options: TrameOptions = { dataDir: join(folder, "embedded"), ports: "free", demo, log: say };
  const first = await timed(() => startTrame(options));
  if (!wants("start")) return measureAndStop(first.result);
  await first.result.stop();
  const second = await timed(() => startTrame(options));
  const note = demo === "small" ? "avec les seules personnes de démonstration" : "données de démonstration comprises";
  return [
    figure("démarrage, premier", first.seconds, "s", note),
    figure("démarrage, second", second.seconds, "s"),
    ...(await measureAndStop(second.result)),
  ];
}

async function measureAndStop(trame: Trame): Promise<Figure[]> {
  const config = { kind: "embedded" as const, databaseUrl: trame.databaseUrl("events"), logger: silentLogger };
  try {
    return [
      ...(wants("rest") ? await atRest(trame) : []),
      ...(wants("visible")
        ? await part("écriture visible ailleurs", () => commitToVisible(trame, "journal intégré"))
        : []),
      ...(wants("queries") ? await part("requêtes", () => queries(trame)) : []),
      ...(wants("pages") ? await part("pages publiques", () => pages(trame)) : []),
      ...(wants("events")
        ? await part("événements", async () => [await eventsPerSecond(config, "journal intégré")])
        : []),
    ];
  } finally {
    await trame.stop();
  }
}

async function onKafka(): Promise<Figure[]> {
  const found = findKafka();
  if (found.kind === "none") return [skipped("Kafka", "", `ignoré : ${found.reason}`)];
  const kafka = await startKafka({ dir: join(folder, "kafka"), found });
  const logger = silentLogger;
  try {
    const config = { kind: "kafka" as const, brokers: kafka.brokers.split(","), clientId: "bench", logger };
    const events = await part("événements", async () => [await eventsPerSecond(config, "Kafka")]);
    const trame = await startTrame({
      dataDir: join(folder, "on-kafka"),
      ports: "free",
      eventLog: "kafka",
      kafkaBrokers: kafka.brokers,
      demo: "small",
      log: say,
    });
    try {
      return [...(await part("écriture visible ailleurs", () => commitToVisible(trame, "Kafka"))), ...events];
    } finally {
      await trame.stop();
    }
  } finally {
    await kafka.stop();
  }
}

/** A part that fails is one line of the table, not the end of the others. */
async function part(name: string, measure: () => Promise<Figure[]>): Promise<Figure[]> {
  say(`Mesure : ${name}…`);
  try {
    return await measure();
  } catch (error) {
    process.exitCode = 1;
    return [skipped(name, "", `a échoué : ${error instanceof Error ? error.message : String(error)}`)];
  }
}

async function atRest(trame: Trame): Promise<Figure[]> {
  await new Promise((resolve) => setTimeout(resolve, REST));
  // The mailbox listens on two ports and is one process.
  const processes = (Object.keys(PARTS) as Part[]).filter((name) => name !== "smtp");
  return processes.map((name) => {
    const megabytes = memoryOf(trame.pidOf(name));
    const what = `mémoire, ${PARTS[name].label}`;
    return megabytes === undefined
      ? skipped(what, "Mo", "pas de /proc sur cette machine")
      : figure(what, megabytes, "Mo", name === "postgres" ? "processus principal, sans ses connexions" : "");
  });
}

async function timed<T>(work: () => Promise<T>): Promise<{ result: T; seconds: number }> {
  const began = performance.now();
  const result = await work();
  return { result, seconds: (performance.now() - began) / 1000 };
}
