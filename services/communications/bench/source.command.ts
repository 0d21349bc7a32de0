// Another service, in a process of its own: commits one event at a time at a fixed rate, and relays them to the log.
import { setTimeout as pause } from "node:timers/promises";
import { openEventLog } from "@trame/kit/event-log";
import { silentLogger as logger } from "@trame/kit/log";
import { appendEvents } from "@trame/kit/outbox";
import { startRelay } from "@trame/kit/relay";
import { pgDatabase } from "@trame/kit/sql";
import { ScenarioPublishedSchema } from "@trame/proto-schemas/scenarios/v1/events_pb";
import { topics } from "@trame/proto-schemas/topics";
import pg from "pg";
import { publishedBytes } from "./common.ts";

const [databaseUrl = "", logUrl = "", count = "", everyMs = ""] = process.argv.slice(2);
const log = await openEventLog({ kind: "embedded", databaseUrl: logUrl, logger });
const pool = new pg.Pool({ connectionString: databaseUrl, max: 8 });
const db = pgDatabase(pool);
const relay = startRelay({ databaseUrl, log, logger });

const publish = (n: number) =>
  db.$transaction((tx) =>
    appendEvents(tx, [
      {
        ...{ type: ScenarioPublishedSchema.typeName, topic: topics.scenarios, key: `s${n}`, version: 1 },
        value: publishedBytes(`s${n}`, n),
        at: new Date(),
      },
    ]),
  );

const began = performance.now();
const sent: Promise<void>[] = [];
for (let n = 0; n < Number(count); n++) {
  const wait = began + n * Number(everyMs) - performance.now();
  if (wait > 0) await pause(wait);
  sent.push(publish(n));
}
await Promise.all(sent);
process.stdout.write("done\n");
process.on("SIGTERM", async () => {
  await relay.stop();
  await log.close();
  await pool.end();
});
