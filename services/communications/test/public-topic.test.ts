import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type EventLogConfig, openEventLog } from "@trame/kit/event-log";
import { newId } from "@trame/kit/id";
import { silentLogger as logger } from "@trame/kit/log";
import { startRelay } from "@trame/kit/relay";
import { emptyDatabase } from "@trame/kit/testing/clone";
import { eventually } from "@trame/kit/testing/events";
import { topics } from "@trame/proto-schemas/topics";
import Fastify from "fastify";
import { Kafka, logLevel } from "kafkajs";
import pg from "pg";
import protobuf from "protobufjs";
import { findKafka, startKafka } from "../../kit/dev/kafka.ts";
import { routesWith } from "../src/routes.ts";
import { communications, known, ORIGIN } from "./examples.ts";

jest.setTimeout(180_000);

/** What lies in the topic: the bytes, and the type that the headers name. */
interface Lying {
  type: string;
  value: Buffer;
}

// biome-ignore lint/suspicious/noExplicitAny: what others read is read by shape
type Read = any;

/** A decoder that is not ours, which reads the contract as it is published, at run time. */
async function decoder() {
  const root = new protobuf.Root();
  const contracts = join(__dirname, "../../../proto-schemas/proto");
  root.resolvePath = (_, path) => (path.startsWith("google/") ? path : join(contracts, path));
  await root.load("publications/v1/publications.proto");
  return ({ type, value }: Lying): Read => {
    const message = root.lookupType(type);
    return message.toObject(message.decode(value), { defaults: true, arrays: true });
  };
}

/** All that a publication can become is told by the log: what the public topic holds of it, and what the cursor says. */
async function tells(config: EventLogConfig, read: () => Promise<Lying[]>) {
  const it = await communications();
  const log = await openEventLog(config);
  const relay = startRelay({ databaseUrl: it.url, log, logger });
  const http = Fastify();
  routesWith()(http, { db: it.db, clock: { now: () => new Date() }, origin: ORIGIN, logger });
  try {
    await known(it);
    await it.hearsScenario("s1", { title: "Électricité : « où va l’énergie ? » 🌱" });
    await it.hearsScenario("s1", { title: "Électricité, corrigée", levels: [{ uri: "n:1", label: "Cycle 4" }] });
    await it.hearsScenario("s2");
    const cursor: Read[] = (await http.inject("/publications")).json().items;
    await it.hearsWithdrawal("s1", "Droits d'une image non réglés");
    await eventually(async () => (await read()).length === 4);
    const decode = await decoder();
    return { cursor, told: (await read()).map((one) => ({ type: one.type, ...decode(one) })) as Read[] };
  } finally {
    await http.close();
    await relay.stop();
    await log.close();
    await it.stop();
  }
}

function agree({ cursor, told }: Awaited<ReturnType<typeof tells>>): void {
  const of = (name: string) => told.filter(({ type }) => type === `publications.v1.Publication${name}`);
  expect([of("Published").length, of("Updated").length, of("Withdrawn").length]).toEqual([2, 1, 1]);
  const read = [...of("Published"), ...of("Updated")].map(({ publication }) => plain(publication));
  const byCursor = cursor.map(({ publication }) => plain(publication));
  expect(read.sort(byText)).toEqual(byCursor.sort(byText));
  expect(of("Withdrawn")[0]).toMatchObject({
    reason: "Droits d'une image non réglés",
    publication: { title: "Électricité, corrigée" },
  });
}

/** protobufjs leaves an instant as seconds and nanoseconds, the cursor writes it as text. */
const plain = ({ publishedAt, updatedAt, withdrawnAt, ...words }: Read): Read => ({
  ...words,
  at: [publishedAt, updatedAt, withdrawnAt ?? null].map(
    (at) => at && new Date(typeof at === "string" ? at : Number(at.seconds) * 1000 + at.nanos / 1e6).toISOString(),
  ),
});

const byText = (a: Read, b: Read) => (a.title < b.title ? -1 : 1);

test("R71: a decoder that is not ours reads from the public topic what the cursor says, in the embedded log", async () => {
  const { url } = await emptyDatabase();
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const read = async () => {
    const { rows } = await client.query<Lying>(
      `select headers->>'ce_type' as type, value from log.message where topic = $1 order by partition, "offset"`,
      [topics.publications],
    );
    return rows;
  };
  try {
    const log = await openEventLog({ kind: "embedded", databaseUrl: url, logger });
    await log.ensureTopics([topics.publications]);
    await log.close();
    agree(await tells({ kind: "embedded", databaseUrl: url, logger }, read));
  } finally {
    await client.end();
  }
});

const found = findKafka();
if (found.kind === "none" && process.env.CI === "true") throw new Error(`Kafka: ${found.reason}`);
if (found.kind === "none") console.warn(`Kafka : passé, ${found.reason}`);
const onKafka = found.kind === "none" ? test.skip : test;

onKafka("R71: a decoder and a consumer that are not ours read the same in Apache Kafka", async () => {
  if (found.kind === "none") return;
  const dir = mkdtempSync(join(tmpdir(), "trame-kafka-"));
  const kafka = await startKafka({ dir, found });
  const brokers = kafka.brokers.split(",");
  const client = new Kafka({ brokers, logLevel: logLevel.NOTHING });
  const consumer = client.consumer({ groupId: newId() });
  const log = await openEventLog({ kind: "kafka", brokers, clientId: "test", logger });
  try {
    await log.ensureTopics([topics.publications]);
    // The broker may be shared with other tests.
    const begun = Date.now();
    const lying: Lying[] = [];
    await consumer.connect();
    await consumer.subscribe({ topics: [topics.publications], fromBeginning: true });
    await consumer.run({
      eachMessage: async ({ message: { headers, value, timestamp } }) => {
        if (value && Number(timestamp) >= begun) lying.push({ type: String(headers?.ce_type), value });
      },
    });
    agree(await tells({ kind: "kafka", brokers, clientId: "test", logger }, async () => lying));
  } finally {
    await consumer.disconnect();
    await log.close();
    await kafka.stop();
    rmSync(dir, { recursive: true, force: true });
  }
});
