import pg from "pg";
import type { LogMessage } from "../src/envelope.ts";
import { type EventLog, oneByOne, openEventLog, type Running } from "../src/event-log.ts";
import { silentLogger as logger } from "../src/log.ts";
import { appendEvents, countUnpublished, republish } from "../src/outbox.ts";
import { type RelayOptions, startRelay } from "../src/relay.ts";
import { emptyDatabase } from "../src/testing/clone.ts";
import { appendedEvents, eventually } from "../src/testing/events.ts";
import { text } from "./event-log.contract.ts";
import { connect, events, NOON, openDatabase, range, says, type TestDatabase } from "./support.ts";

let service: TestDatabase;
let memory: ReturnType<typeof memoryLog>;
let relays: Running[];

beforeEach(async () => {
  service = await openDatabase();
  memory = memoryLog();
  relays = [];
});
afterEach(async () => {
  await Promise.all(relays.map((relay) => relay.stop()));
  await service.close();
});

/** A log that can be broken from outside; it remembers in what order it was written. */
function memoryLog() {
  const messages: LogMessage[] = [];
  const broken = { before: async () => {}, after: async () => {} };
  const log: Pick<EventLog, "append"> = {
    async append(batch) {
      await broken.before();
      messages.push(...batch);
      await broken.after();
    },
  };
  return {
    broken,
    log: log as EventLog,
    words: (key?: string) =>
      messages.filter((message) => key === undefined || message.key === key).map(({ value }) => text(value)),
  };
}

function relay(options: Partial<RelayOptions> = {}): Running {
  const started = startRelay({ databaseUrl: service.url, log: memory.log, logger, pollMs: 200, ...options });
  relays.push(started);
  return started;
}

const published = () => eventually(async () => (await countUnpublished(service.db)) === 0);
const write = (...said: ReturnType<typeof says>[]) => service.db.$transaction((tx) => appendEvents(tx, said));
const cutRelays = () =>
  service.db.$queryRawUnsafe(
    `select pg_terminate_backend(pid)::text from pg_stat_activity
      where application_name = 'trame-relay' and datname = current_database()`,
  );

test("an event leaves if and only if its transaction commits", async () => {
  relay();
  await expect(
    service.db.$transaction(async (tx) => {
      await appendEvents(tx, [says("a", "undone")]);
      throw new Error("no");
    }),
  ).rejects.toThrow("no");
  await write(says("a", "done"));
  await published();
  expect(memory.words()).toEqual(["done"]);
});

test("what is appended together leaves in that order, with its attributes", async () => {
  const at = new Date("2020-03-01T10:00:00.000Z");
  await write(
    { ...says("a", "1", 7), at, actorId: "claire", correlationId: "c1" },
    ...range(50).map((n) => says("a", `n${n}`)),
  );
  const appended = await appendedEvents(service.db, events);
  expect(appended[0]).toMatchObject({ key: "a", version: 7, at, actorId: "claire", message: { value: "1" } });
  const sent: LogMessage[] = [];
  relay({ log: { append: async (batch: LogMessage[]) => void sent.push(...batch) } as unknown as EventLog });
  await published();
  expect(sent[0]?.headers).toMatchObject({
    ce_id: appended[0]?.id,
    ce_specversion: "1.0",
    ce_type: "google.protobuf.StringValue",
    ce_subject: "a",
    ce_time: at.toISOString(),
    ce_aggregateversion: "7",
    ce_actor: "claire",
    ce_correlationid: "c1",
  });
  expect(sent.slice(1).map(({ value }) => text(value))).toEqual(range(50).map((n) => `n${n}`));
});

test("two writers whose commits are inverted: neither is lost", async () => {
  relay();
  const [first, second] = [new pg.Client(service.url), new pg.Client(service.url)];
  await first.connect();
  await second.connect();
  const open = connectClient(first);
  const other = connectClient(second);
  await first.query("begin");
  await appendEvents(open, [says("a", "began first")]);
  await second.query("begin");
  await appendEvents(other, [says("b", "committed first")]);
  await second.query("commit");
  await eventually(() => memory.words().includes("committed first"));
  await first.query("commit");
  await published();
  expect(memory.words()).toEqual(["committed first", "began first"]);
  await first.end();
  await second.end();
});

test("two writers of one key wait for each other: their events keep the order of the commits", async () => {
  relay();
  const first = new pg.Client(service.url);
  await first.connect();
  await first.query("begin");
  await appendEvents(connectClient(first), [says("a", "1")]);
  let done = false;
  const second = write(says("a", "2")).then(() => {
    done = true;
  });
  await eventually(async () => (await waitingForLock()) > 0);
  expect(done).toBe(false);
  await first.query("commit");
  await second;
  await published();
  expect(memory.words("a")).toEqual(["1", "2"]);
  await first.end();
});

test("a relay that dies between append and mark sends again, and the order of the key holds", async () => {
  let crashes = 0;
  memory.broken.after = async () => {
    if (++crashes <= 2) await cutRelays();
  };
  await write(...range(5).map((n) => says("a", String(n))));
  relay();
  await published();
  const words = memory.words("a");
  expect(words.length).toBe(15);
  expect([...new Set(words)]).toEqual(range(5).map(String));
  expect(words.at(-1)).toBe("5");
});

test("a stopped log delays the events and fails no write", async () => {
  let away = true;
  let tries = 0;
  memory.broken.before = async () => {
    tries++;
    if (away) throw new Error("the log is away");
  };
  relay();
  for (const n of range(20)) await write(says("a", String(n)));
  await eventually(() => tries > 2);
  expect(await countUnpublished(service.db)).toBe(20);
  away = false;
  await published();
  expect(memory.words("a")).toEqual(range(20).map(String));
});

test("two relays on one outbox: one works, the other takes over", async () => {
  const relaysNow = [relay(), relay()];
  await Promise.all(range(10).map((n) => write(...range(10).map((m) => says(`key-${n}`, String(m))))));
  await published();
  for (const n of range(10)) expect(memory.words(`key-${n}`)).toEqual(range(10).map(String));
  for (const each of relaysNow) {
    await each.stop();
    relay();
    await write(says("after", "one"));
    await published();
  }
  expect(memory.words("after")).toEqual(["one", "one"]);
});

test("a relay whose connection is cut at random loses nothing and mixes up no key", async () => {
  relay();
  for (const n of range(40)) {
    await write(says("a", String(n)), says("b", String(n)));
    if (n % 8 === 0) await cutRelays();
  }
  await published();
  for (const key of ["a", "b"]) expect([...new Set(memory.words(key))]).toEqual(range(40).map(String));
});

test("republishing sends everything again, or what happened since a date, with the same ids", async () => {
  relay();
  await write(says("a", "old"), { ...says("a", "new"), at: new Date(NOON.getTime() + 1000) });
  await published();
  expect(await republish(service.db)).toBe(2);
  await published();
  expect(await republish(service.db, { from: new Date(NOON.getTime() + 1) })).toBe(1);
  await published();
  expect(memory.words()).toEqual(["old", "new", "old", "new", "new"]);
});

test("from the commit to the embedded log's reader it takes a moment", async () => {
  const { url } = await emptyDatabase();
  const log = await openEventLog({ kind: "embedded", databaseUrl: url, logger });
  const heard = new Map<string | null, number>();
  const reader = log.subscribe({
    group: "g",
    topics: [says("a", "").topic],
    logger,
    onMessages: oneByOne(async ({ value }) => void heard.set(text(value), performance.now())),
  });
  relay({ log });
  await write(says("a", "first"));
  await eventually(() => heard.has("first"));
  const delays: number[] = [];
  for (const n of range(50)) {
    await write(says(`key-${n}`, String(n)));
    const committed = performance.now();
    await eventually(() => heard.has(String(n)), { everyMs: 5 });
    delays.push((heard.get(String(n)) ?? 0) - committed);
  }
  delays.sort((a, b) => a - b);
  // Waking by NOTIFY, not by polling: the polls here are 200 ms and 1 s apart.
  expect(delays[25]).toBeLessThan(150);
  await reader.stop();
  await Promise.all(relays.map((each) => each.stop()));
  await log.close();
});

const connectClient = (client: pg.Client) => ({
  $queryRawUnsafe: async <T>(sql: string, ...values: unknown[]) => (await client.query(sql, values)).rows as T,
  $executeRawUnsafe: async (sql: string, ...values: unknown[]) => (await client.query(sql, values)).rowCount ?? 0,
});

async function waitingForLock(): Promise<number> {
  const { db, close } = connect(service.url);
  try {
    const [row] = await db.$queryRawUnsafe<{ count: number }[]>(
      `select count(*)::integer as count from pg_locks
        where locktype = 'advisory' and not granted
          and database = (select oid from pg_database where datname = current_database())`,
    );
    return row?.count ?? 0;
  } finally {
    await close();
  }
}
