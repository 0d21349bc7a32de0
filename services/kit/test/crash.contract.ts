import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type EventLogConfig, openEventLog } from "../src/event-log.ts";
import { newId } from "../src/id.ts";
import { appendEvents, countUnpublished } from "../src/outbox.ts";
import { listParked } from "../src/parked.ts";
import { eventually } from "../src/testing/events.ts";
import { guard } from "../src/testing/guard.ts";
import { heardBy, openDatabase, range, says } from "./support.ts";

const KEYS = range(6).map((n) => `key-${n}`);
const KILLS = 6;

/** Relay and consumer are killed with SIGKILL at random moments while a service goes on writing. */
export async function survivesKills(config: EventLogConfig): Promise<void> {
  const service = await openDatabase();
  const log = await openEventLog(config);
  const topic = `traam.t${newId()}.v1`;
  const consumer = `ears-${newId()}`;
  let spoken = 0;
  const speak = async () => {
    spoken++;
    await service.db.$transaction((tx) =>
      appendEvents(
        tx,
        KEYS.map((key) => ({ ...says(key, String(spoken)), topic })),
      ),
    );
  };
  let child: Awaited<ReturnType<typeof start>> | undefined;
  try {
    for (const kill of range(KILLS)) {
      // Events taken together and one by one take turns.
      child = await start(config, service.url, topic, consumer, kill % 2 ? "together" : "alone");
      const moment = Math.random() * 1000;
      await Promise.all([
        sleep(moment).then(() => child?.kill()),
        range(10).reduce((before) => before.then(speak).then(() => sleep(moment / 15)), Promise.resolve()),
      ]);
    }
    child = await start(config, service.url, topic, consumer, "together");
    await eventually(async () => (await countUnpublished(service.db)) === 0);
    await eventually(async () => (await log.lag(consumer, [topic])) === 0, { withinMs: 120_000 });
    // Exactly once and in order, although the log has some twice.
    for (const key of KEYS) expect(await heardBy(service.db, key)).toEqual(range(spoken).map(String));
    expect(await listParked(service.db)).toEqual([]);
  } finally {
    await child?.kill();
    await log.close();
    await service.close();
  }
}

async function start({ logger: _, ...config }: EventLogConfig, databaseUrl: string, ...names: string[]) {
  const script = join(__dirname, "crash.command.ts");
  const child: ChildProcess = spawn(
    process.execPath,
    ["--import", "tsx", script, databaseUrl, JSON.stringify(config), ...names],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  const exited = once(child, "exit");
  const watch = guard(child.pid ?? 0, "KILL");
  if (child.stdout) await Promise.race([once(child.stdout, "data"), exited]);
  return {
    async kill() {
      child.kill("SIGKILL");
      await exited;
      watch.release();
    },
  };
}
