import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { type EventLog, openEventLog } from "@trame/kit/event-log";
import { ensureKitTables } from "@trame/kit/kit-tables";
import { silentLogger } from "@trame/kit/log";
import { emptyDatabase } from "@trame/kit/testing/clone";
import pg from "pg";
import { startClock } from "../dev/clock-file.ts";
import { inData, openDataFolder } from "../dev/data-folder.ts";
import { keysOf } from "../dev/keys.ts";
import { allFreePorts } from "../dev/ports.ts";
import { openQuiet, type Quiet } from "../dev/quiet.ts";
import { newFolder } from "./folders.ts";

const TOPIC = "test.quiet.v1";
let db: pg.Pool;
let log: EventLog;
let quiet: Quiet;

beforeAll(async () => {
  const dataDir = newFolder("quiet");
  openDataFolder(dataDir);
  startClock(inData(dataDir).clock, "2020-05-18T09:00:00+02:00");
  const [service, events] = [await emptyDatabase(), await emptyDatabase()];
  await ensureKitTables(service.url);
  db = new pg.Pool({ connectionString: service.url, max: 2 });
  log = await openEventLog({ kind: "embedded", databaseUrl: events.url, logger: silentLogger });
  quiet = await openQuiet(
    {
      dataDir,
      ports: await allFreePorts(),
      keys: keysOf(dataDir),
      eventLog: "embedded",
      databaseUrl: (name) => (name === "events" ? events.url : service.url),
    },
    { patienceMs: 1500, follows: (service) => (service === "people" ? [TOPIC] : []) },
  );
});

afterAll(async () => {
  await quiet.close();
  await log.close();
  await db.end();
});

/** Whether the wait is over within a second. */
const isQuiet = (waiting: Promise<void>) => Promise.race([waiting.then(() => true), wait(1000).then(() => false)]);

test("with nothing on its way it is quiet", async () => {
  expect(await isQuiet(quiet.wait())).toBe(true);
});

test("an event that is not published, or a deadline that is past, is waited for", async () => {
  await db.query(
    "insert into kit.outbox (id, topic, key, type, aggregate_version, headers, occurred_at) values ($1, 't', 'k', 'T', 1, '{}', now())",
    [randomUUID()],
  );
  const unpublished = quiet.wait();
  expect(await isQuiet(unpublished)).toBe(false);
  await db.query("update kit.outbox set published_at = now()");
  await unpublished;

  await db.query(
    "insert into kit.due (kind, key, due_at) values ('closes', 'k', '2020-05-17'), ('closes', 'l', '2020-06-01')",
  );
  const overdue = quiet.wait();
  expect(await isQuiet(overdue)).toBe(false);
  await db.query("delete from kit.due where key = 'k'");
  await overdue;
});

test("an event that a service has not consumed is waited for, and patience ends when nothing moves", async () => {
  await log.append([{ topic: TOPIC, key: "k", value: new Uint8Array(), headers: {} }]);
  await expect(quiet.wait()).rejects.toThrow(
    "Les événements n'avancent plus depuis 1.5 s (restent : projects 0, people 1",
  );
  const consumer = await log.subscribe({
    group: "people",
    topics: [TOPIC],
    logger: silentLogger,
    onMessages: async (messages) => messages.length,
  });
  await quiet.wait();
  await consumer.stop();
});

test("a parked event is said, not waited for", async () => {
  await db.query(
    "insert into kit.parked (consumer, topic, key, event_id, type, headers, error) values ('people', 't', 'k', 'e', 'traam.Thing', '{}', 'no such academy')",
  );
  await expect(quiet.wait()).rejects.toThrow(
    "Des événements n'aboutissent pas : projects : traam.Thing k no such academy",
  );
});
