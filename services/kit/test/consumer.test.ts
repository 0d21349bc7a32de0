import { create } from "@bufbuild/protobuf";
import { Int32ValueSchema, TimestampSchema } from "@bufbuild/protobuf/wkt";
import { auditTrail } from "../src/audit.ts";
import { startConsumer } from "../src/consumer.ts";
import type { LogMessage } from "../src/envelope.ts";
import { type EventLog, openEventLog, type Running } from "../src/event-log.ts";
import { newId } from "../src/id.ts";
import { emptyInbox } from "../src/inbox.ts";
import { silentLogger as logger } from "../src/log.ts";
import { listParked, replayParked, skipParked } from "../src/parked.ts";
import type { Database, Sql } from "../src/sql.ts";
import { emptyDatabase } from "../src/testing/clone.ts";
import { deliverTo, eventually } from "../src/testing/events.ts";
import {
  events,
  heardBy,
  NOON,
  openDatabase,
  range,
  reactionsThat,
  reactionsTogether,
  said,
  type TestDatabase,
  TOPIC,
} from "./support.ts";

let how: typeof reactionsThat;
let service: TestDatabase;
let log: EventLog;
let consumers: Running[];
let poison: Set<string>;

beforeEach(async () => {
  const { url } = await emptyDatabase();
  log = await openEventLog({ kind: "embedded", databaseUrl: url, logger });
  service = await openDatabase();
  consumers = [];
  poison = new Set();
});
afterEach(async () => {
  await Promise.all(consumers.map((consumer) => consumer.stop()));
  await log.close();
  await service.close();
});

function listener({ from = log, db = service.db as Database } = {}): Running {
  const consumer = startConsumer({
    service: "ears",
    db,
    log: from,
    topics: [TOPIC],
    events,
    reactions: how(poison),
    logger,
    pollMs: 100,
    retries: { tries: 3, firstPauseMs: 5 },
  });
  consumers.push(consumer);
  return consumer;
}

const speak = (key: string, ...words: string[]) => log.append(words.map((word) => said(key, word)));
const caughtUp = () => eventually(async () => (await log.lag("ears", [TOPIC])) === 0);
const heard = (key?: string) => heardBy(service.db, key);
const place = (key: string) => ({ consumer: "ears", topic: TOPIC, key });
const claire = { kind: "person" as const, personId: "claire", name: "Claire", mandates: [], scopes: [] };

describe.each([
  ["one by one", reactionsThat],
  ["together", reactionsTogether],
])("a consumer that takes its messages %s", (_, taking) => {
  beforeEach(() => {
    how = taking;
  });
  test("an effect happens once, however often its event comes, as the system, at the event's time", async () => {
    listener();
    const message = said("a", "1", { version: 4 });
    await log.append([message, message]);
    await log.append([message]);
    await caughtUp();
    const rows = await service.db.$queryRawUnsafe("select key, said, version, actor, at from heard");
    expect(rows).toEqual([{ key: "a", said: "1", version: 4, actor: "ears", at: NOON }]);
  });

  test("what the table ignores or the registry does not know is passed over", async () => {
    const deliver = deliverTo({ service: "ears", db: service.db, events, reactions: reactionsThat(), logger });
    const at = NOON;
    const ignored = { topic: TOPIC, key: "a", at, message: create(Int32ValueSchema, { value: 1 }) };
    expect(await deliver(Int32ValueSchema, ignored)).toBe("ignored");
    expect(await deliver(TimestampSchema, { ...ignored, message: create(TimestampSchema) })).toBe("ignored");
    listener();
    await log.append([{ topic: TOPIC, key: "a", value: Buffer.from("?"), headers: {} }, said("a", "1")]);
    await caughtUp();
    expect(await heard()).toEqual(["1"]);
  });

  test("a tombstone reaches its reaction as one", async () => {
    listener();
    await log.append([{ ...said("a", ""), value: null }]);
    await caughtUp();
    expect(await heard()).toEqual(["(forgotten)"]);
  });

  test("a poisoned message parks its key while the others go on, and is replayed in order", async () => {
    poison.add("2");
    const consumer = listener();
    await speak("sick", "1", "2", "3");
    await speak("well", "1", "two", "3");
    await speak("sick", "4");
    await caughtUp();
    expect(await heard("well")).toEqual(["1", "two", "3"]);
    expect(await heard("sick")).toEqual(["1"]);
    const parked = await listParked(service.db);
    expect(parked.map(({ error, tries }) => [Boolean(error), tries])).toEqual([
      [true, 3],
      [false, 0],
      [false, 0],
    ]);
    expect(parked[0]).toMatchObject({ ...place("sick"), type: "google.protobuf.StringValue", at: NOON });
    expect(parked[0]?.error).toContain('cannot bear "2"');

    // A replay that fails leaves everything as it was.
    await replayParked(service.db, place("sick"));
    await eventually(async () => (await listParked(service.db))[0]?.tries === 6);
    expect(await listParked(service.db)).toHaveLength(3);
    await consumer.stop();

    // Later messages wait behind the replay, too.
    poison.clear();
    listener();
    await speak("sick", "5");
    await replayParked(service.db, place("sick"));
    await speak("sick", "6");
    await eventually(async () => (await heard("sick")).length === 6);
    expect(await heard("sick")).toEqual(["1", "2", "3", "4", "5", "6"]);
    expect(await listParked(service.db)).toEqual([]);
  });

  test("a person may skip a poisoned message, with a reason; the rest of its key follows", async () => {
    poison.add("2");
    listener();
    await speak("sick", "1", "2", "3", "4");
    await caughtUp();
    const skipped = await skipParked(service.db, place("sick"), { reason: "sent by mistake", by: claire, at: NOON });
    await eventually(async () => (await heard("sick")).length === 3);
    expect(await heard("sick")).toEqual(["1", "3", "4"]);
    expect(await auditTrail(service.db, `Event:${skipped?.eventId}`)).toMatchObject([
      { action: "event.skipped", reason: "sent by mistake", actor: { personId: "claire" }, at: NOON },
    ]);
  });

  test("a message that cannot be decoded parks its key", async () => {
    listener();
    await log.append([{ ...said("a", "1"), value: Buffer.from([0xff, 0xff]) }, said("b", "1")]);
    await caughtUp();
    expect(await heard()).toEqual(["1"]);
    expect(await listParked(service.db)).toHaveLength(1);
  });

  test("two consumers of one service: each message once, keys in order", async () => {
    listener();
    listener();
    for (const n of range(20)) await log.append(range(8).map((key) => said(`key-${key}`, String(n))));
    await caughtUp();
    for (const key of range(8)) expect(await heard(`key-${key}`)).toEqual(range(20).map(String));
  });

  test("a consumer that was away catches up", async () => {
    const before = listener();
    await speak("a", "1");
    await caughtUp();
    await before.stop();
    await speak("a", "2", "3");
    listener();
    await caughtUp();
    expect(await heard("a")).toEqual(["1", "2", "3"]);
  });

  test("a consumer that dies between the effect and the offset has its effect once", async () => {
    // The log sees a consumer that had the effect and never said so.
    const dying = {
      ...log,
      subscribe: (subscription: Parameters<EventLog["subscribe"]>[0]) =>
        log.subscribe({
          ...subscription,
          async onMessages(messages) {
            await subscription.onMessages(messages);
            throw new Error("died before the offset was kept");
          },
        }),
    };
    const consumer = listener({ from: dying });
    await speak("a", "1", "2");
    await eventually(async () => (await heard()).length >= 1);
    await consumer.stop();
    expect(await log.lag("ears", [TOPIC])).toBe(2);
    listener();
    await caughtUp();
    expect(await heard("a")).toEqual(["1", "2"]);
  });

  test("a database that is away makes the consumer wait, and parks nothing", async () => {
    const outage = { on: false, seen: 0 };
    const db = failingWhile(outage, service.db);
    listener({ db });
    await speak("a", "1");
    await caughtUp();
    outage.on = true;
    await speak("a", "2");
    await eventually(() => outage.seen > 5);
    outage.on = false;
    await caughtUp();
    expect(await heard("a")).toEqual(["1", "2"]);
    expect(await listParked(service.db)).toEqual([]);
  });

  test("a projection that was emptied is built again from what comes again", async () => {
    const message: LogMessage = said("a", "1", { id: newId() });
    listener();
    await log.append([message]);
    await caughtUp();
    await service.db.$transaction(async (tx: Sql) => {
      await tx.$executeRawUnsafe("delete from heard");
      await emptyInbox(tx, "ears");
    });
    await log.append([message]);
    await caughtUp();
    expect(await heard()).toEqual(["1"]);
  });
});

/** A database whose every statement fails while the outage lasts. */
function failingWhile(outage: { on: boolean; seen: number }, db: Database): Database {
  const unless = async <T>(call: () => Promise<T>): Promise<T> => {
    if (!outage.on) return call();
    outage.seen++;
    throw new Error("connection refused");
  };
  return {
    $queryRawUnsafe: (sql, ...values) => unless(() => db.$queryRawUnsafe(sql, ...values)),
    $executeRawUnsafe: (sql, ...values) => unless(() => db.$executeRawUnsafe(sql, ...values)),
    $transaction: (work, limits) => unless(() => db.$transaction(work, limits)),
  };
}
