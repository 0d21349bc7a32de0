import type { Clock } from "../src/clock.ts";
import type { Running } from "../src/event-log.ts";
import { silentLogger as logger } from "../src/log.ts";
import { type DueHandler, listFailingDue, schedule, startScheduler, unschedule } from "../src/scheduler.ts";
import type { Sql } from "../src/sql.ts";
import { eventually } from "../src/testing/events.ts";
import { hear, heardBy, NOON, openDatabase, range, type TestDatabase } from "./support.ts";

let service: TestDatabase;
let schedulers: Running[];
let now: Date;
const clock: Clock = { now: () => now };
const later = (minutes: number) => new Date(NOON.getTime() + minutes * 60_000);

beforeEach(async () => {
  service = await openDatabase();
  schedulers = [];
  now = NOON;
});
afterEach(async () => {
  await Promise.all(schedulers.map((scheduler) => scheduler.stop()));
  await service.close();
});

const note: DueHandler<Sql> = (tx, { key, dueAt, payload }, { at, actor }) =>
  hear(tx, key, `${payload.text ?? ""} due ${dueAt.toISOString()}`, 1, actor.name, at);

function run(handlers: Record<string, DueHandler<Sql>> = { remind: note }, pollMs = 50): void {
  schedulers.push(
    startScheduler({ service: "times", db: service.db, clock, handlers, logger, pollMs, databaseUrl: service.url }),
  );
}

const set = (key: string, dueAt: Date, payload = {}, kind = "remind") =>
  service.db.$transaction((tx) => schedule(tx, { kind, key, dueAt, payload }));
const heard = (key?: string) => heardBy(service.db, key);
const left = async () => (await service.db.$queryRawUnsafe<unknown[]>("select from kit.due")).length;

test("acts when the domain clock reaches the time, not before, and once", async () => {
  run();
  await set("a", later(10), { text: "a" });
  await set("b", later(20), { text: "b" });
  await set("sentinel", NOON);
  await eventually(async () => (await heard("sentinel")).length === 1);
  expect(await heard("a")).toEqual([]);
  now = later(15);
  await eventually(async () => (await heard("a")).length === 1);
  expect(await heard()).toHaveLength(2);
  const rows = await service.db.$queryRawUnsafe("select said, actor, at from heard where key = 'a'");
  expect(rows).toEqual([{ said: `a due ${later(10).toISOString()}`, actor: "times", at: later(15) }]);
  expect(await left()).toBe(1);
});

test("a clock that jumps over many dates makes them happen in their order", async () => {
  for (const n of [3, 1, 2]) await set(`key-${n}`, later(n));
  now = later(60);
  run();
  await eventually(async () => (await left()) === 0);
  const rows = await service.db.$queryRawUnsafe<{ key: string }[]>("select key from heard order by nth");
  expect(rows.map(({ key }) => key)).toEqual(["key-1", "key-2", "key-3"]);
});

test("what is scheduled again moves; what is unscheduled does not happen", async () => {
  await set("moved", later(1), { text: "first" });
  await set("moved", later(2), { text: "second" });
  await set("gone", later(1));
  await service.db.$transaction((tx) => unschedule(tx, "remind", "gone"));
  now = later(5);
  run();
  await eventually(async () => (await left()) === 0);
  expect(await heard()).toEqual([`second due ${later(2).toISOString()}`]);
});

test("is not there before the transaction that schedules it commits", async () => {
  const failing = service.db.$transaction(async (tx) => {
    await schedule(tx, { kind: "remind", key: "a", dueAt: NOON });
    throw new Error("no");
  });
  await expect(failing).rejects.toThrow("no");
  expect(await left()).toBe(0);
});

test("wakes at once when something is due at once", async () => {
  run({ remind: note }, 600_000);
  // The listener tells when it is connected by waking the scheduler; until then a notification may be missed.
  await eventually(async () => {
    await set("a", NOON);
    return (await heard("a")).length > 0;
  });
});

test("several replicas share the work: each row happens once", async () => {
  for (const n of range(60)) await set(`key-${n}`, later(n));
  now = later(100);
  for (const _ of range(3)) run();
  await eventually(async () => (await left()) === 0);
  expect(new Set(await heard()).size).toBe(60);
  expect(await heard()).toHaveLength(60);
});

test("a handler may schedule its own kind and key anew", async () => {
  run({
    async daily(tx, due, { at }) {
      await note(tx, due, { at, actor: { kind: "system", name: "x", mandates: [], scopes: [] }, logger });
      if (due.dueAt < later(3)) {
        await schedule(tx, { kind: "daily", key: due.key, dueAt: new Date(due.dueAt.getTime() + 60_000) });
      }
    },
  });
  await set("a", later(1), {}, "daily");
  now = later(10);
  await eventually(async () => (await heard("a")).length === 3);
  expect(await left()).toBe(0);
});

test("a failure undoes the handler's work, is counted and visible, and does not hold up the others", async () => {
  let broken = true;
  run({
    async remind(tx, due, context) {
      await note(tx, due, context);
      if (broken && due.key === "sick") throw new Error("not today");
    },
  });
  await set("sick", NOON);
  await set("well", later(0));
  await eventually(async () => (await heard("well")).length === 1);
  await eventually(async () => ((await listFailingDue(service.db))[0]?.attempts ?? 0) >= 2);
  expect(await listFailingDue(service.db)).toMatchObject([{ key: "sick", lastError: "Error: not today", dueAt: NOON }]);
  expect(await heard("sick")).toEqual([]);
  broken = false;
  await eventually(async () => (await heard("sick")).length === 1);
  expect(await listFailingDue(service.db)).toEqual([]);
});

test("leaves alone the kinds that it has no handler for", async () => {
  await set("a", NOON, {}, "unknown");
  await set("b", later(0));
  run();
  await eventually(async () => (await heard("b")).length === 1);
  expect(await left()).toBe(1);
});
