import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type LocalKafka, startKafka } from "../dev/kafka.ts";
import { type EventLog, oneByOne } from "../src/event-log.ts";
import { openKafkaLog } from "../src/event-log-kafka.ts";
import { newId } from "../src/id.ts";
import { silentLogger as logger } from "../src/log.ts";
import { eventually } from "../src/testing/events.ts";
import { survivesKills } from "./crash.contract.ts";
import { keepsTheContract, text } from "./event-log.contract.ts";
import { describeKafka } from "./kafka.ts";
import { range, said } from "./support.ts";

jest.setTimeout(300_000);

describeKafka("Apache Kafka", (found) => {
  let kafka: LocalKafka;
  let dir: string;

  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), "trame-kafka-"));
    kafka = await startKafka({ dir, found });
  });
  afterAll(async () => {
    await kafka?.stop();
    rmSync(dir, { recursive: true, force: true });
  });

  const config = () => ({
    kind: "kafka" as const,
    brokers: kafka.brokers.split(","),
    clientId: "test",
    logger,
    sessionTimeoutMs: 6000,
  });
  const open = (): EventLog => openKafkaLog(config());

  describe("the contract", () => keepsTheContract(open));

  test("relay and consumer killed at random moments lose nothing, repeat nothing and mix up no key", () =>
    survivesKills(config()));

  test("a broker that stops and comes back loses nothing and mixes up nothing", async () => {
    if (!kafka.ours) return;
    const log = open();
    const topic = `traam.t${newId()}.v1`;
    const group = newId();
    const heard: (string | null)[] = [];
    const consumer = log.subscribe({
      group,
      topics: [topic],
      logger,
      onMessages: oneByOne(async ({ value }) => {
        heard.push(text(value));
      }),
    });
    const speak = (n: number) =>
      eventually(
        () =>
          log.append([said("key", String(n), { topic })]).then(
            () => true,
            () => false,
          ),
        { withinMs: 120_000 },
      );
    for (const n of range(10)) await speak(n);
    await kafka.stop();
    await expect(log.append([said("key", "11", { topic })])).rejects.toThrow();
    await kafka.start();
    for (const n of range(20).slice(10)) await speak(n);
    await kafka.kill();
    await kafka.start();
    for (const n of range(30).slice(20)) await speak(n);
    await eventually(() => heard.includes("30"), { withinMs: 120_000 });
    expect([...new Set(heard)]).toEqual(range(30).map(String));
    await consumer.stop();
    await log.close();
  });
});
