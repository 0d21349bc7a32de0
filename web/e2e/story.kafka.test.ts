import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findKafka, type LocalKafka, startKafka } from "../../services/kit/dev/kafka.ts";
import { startTrame, type Trame } from "../../services/kit/dev/supervisor.ts";
import { describeWith } from "../../services/kit/test/needs.ts";
import { live } from "./story/live.ts";

jest.setTimeout(900_000);

/** A broker of its own: a whole Trame's topics have fixed names. */
const found = findKafka({ ...process.env, KAFKA_BROKERS: undefined });
const missing = process.env.CHROMIUM_PATH
  ? found.kind === "none"
    ? found.reason
    : undefined
  : "CHROMIUM_PATH is not given";

describeWith("the programme's year in the portal, on Kafka", missing, () => {
  let dir: string;
  let kafka: LocalKafka;
  let trame: Trame;

  beforeAll(async () => {
    if (found.kind === "none") return;
    dir = mkdtempSync(join(tmpdir(), "trame-story-kafka-"));
    kafka = await startKafka({ dir: join(dir, "kafka"), found });
    const log = { eventLog: "kafka", kafkaBrokers: kafka.brokers } as const;
    trame = await startTrame({ dataDir: join(dir, "trame"), ports: "free", demo: "small", ...log });
  });
  afterAll(async () => {
    await trame?.stop();
    await kafka?.stop();
    rmSync(dir, { recursive: true, force: true });
  });

  test("the same persons live it while every event goes through a broker", async () => {
    expect(await live(trame, "2020-2021", { width: 390, colorScheme: "light" })).toEqual([]);
  });
});
