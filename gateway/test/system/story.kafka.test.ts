import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findKafka, type LocalKafka, startKafka } from "../../../services/kit/dev/kafka.ts";
import { SERVICES } from "../../../services/kit/dev/programs.ts";
import { patient } from "./graph.ts";
import { replayIntoEmptyDatabases } from "./rebuild.ts";
import { liveTheStory } from "./story.ts";
import { systemUnderTest } from "./trame.ts";

jest.setTimeout(1_500_000);

/** A broker of its own: this test stops it, and others may be using the shared one. */
const found = findKafka({ ...process.env, KAFKA_BROKERS: undefined });
const onKafka = found.kind === "none" ? test.skip : test;
if (found.kind === "none") {
  if (process.env.CI === "true") throw new Error(`Kafka: ${found.reason}`);
  console.warn(`Kafka : passé, ${found.reason}`);
}

const KILLS = 50;

let dir: string;
let kafka: LocalKafka;
let system: Awaited<ReturnType<typeof systemUnderTest>>;

beforeAll(async () => {
  if (found.kind === "none") return;
  dir = mkdtempSync(join(tmpdir(), "trame-kafka-"));
  kafka = await startKafka({ dir, found });
  system = await systemUnderTest({ eventLog: "kafka", kafkaBrokers: kafka.brokers });
});
afterAll(async () => {
  await system?.stop();
  await kafka?.stop();
  if (dir) rmSync(dir, { recursive: true, force: true });
});

onKafka(
  "the story survives a broker that stops in the middle and relays and consumers killed at 50 random moments, and every projection is rebuilt the same from the outboxes",
  async () => {
    const chaos = causeChaos();
    const between = async (step: string) => {
      if (step !== "the application is retained") return;
      await kafka.stop();
      setTimeout(() => void kafka.start(), 5_000);
    };
    try {
      await liveTheStory({ ...system.world, graph: patient(system.world.graph), between });
      await chaos.done;
    } finally {
      await chaos.stop();
    }
    await system.trame.untilQuiet();
    for (const { table, live, rebuilt } of await replayIntoEmptyDatabases(system.trame)) {
      expect([table, rebuilt]).toEqual([table, live]);
    }
  },
);

/** Kills one service after another at random moments and starts it again: its relay, its consumer and its commands. */
function causeChaos(): { done: Promise<void>; stop(): Promise<void> } {
  let going = true;
  const run = async () => {
    for (let kills = 0; going && kills < KILLS; kills++) {
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 1_500));
      const victim = SERVICES[Math.floor(Math.random() * SERVICES.length)] ?? "projects";
      await system.trame.kill(victim);
      await system.trame.restart(victim);
    }
  };
  const done = run();
  return {
    done,
    async stop() {
      going = false;
      await done.catch(() => {});
    },
  };
}
