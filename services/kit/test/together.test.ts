import { create } from "@bufbuild/protobuf";
import { Int32ValueSchema } from "@bufbuild/protobuf/wkt";
import fc from "fast-check";
import type { LogMessage } from "../src/envelope.ts";
import { newId } from "../src/id.ts";
import { createInbox } from "../src/inbox.ts";
import { silentLogger as logger } from "../src/log.ts";
import { listParked, replayParked } from "../src/parked.ts";
import { messageOf } from "../src/testing/events.ts";
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

let service: TestDatabase;

beforeAll(async () => {
  service = await openDatabase();
});
afterAll(() => service.close());

/** A consumer of its own name, so that one database serves all. */
function hearing(how: typeof reactionsTogether, poison: Set<string> = new Set()) {
  const calls: number[] = [];
  return {
    calls,
    inbox: createInbox({
      ...{ service: "ears", consumer: `ears-${newId()}`, db: service.db, events, logger },
      reactions: how(poison, calls),
      retries: { tries: 1, firstPauseMs: 0 },
    }),
  };
}

async function all(inbox: ReturnType<typeof createInbox>, messages: readonly LogMessage[], atOnce = 100) {
  for (let at = 0; at < messages.length; ) at += await inbox.receiveNext(messages.slice(at, at + atOnce));
}

const counted = (): LogMessage =>
  messageOf(Int32ValueSchema, { topic: TOPIC, key: "n", at: NOON, message: create(Int32ValueSchema, { value: 1 }) });

test("what follows each other is one call and one transaction; what is ignored among it does not part it", async () => {
  const { inbox, calls } = hearing(reactionsTogether);
  const [a, b] = [newId(), newId()];
  const messages = [said(a, "1"), counted(), said(b, "1"), said(a, "2"), counted()];
  expect(await inbox.receiveNext(messages)).toBe(5);
  expect(calls).toEqual([3]);
  expect([await heardBy(service.db, a), await heardBy(service.db, b)]).toEqual([["1", "2"], ["1"]]);
  expect(await inbox.receiveNext(messages)).toBe(5);
  expect(calls).toEqual([3]);
});

test("reactions to one event take one message at a time", async () => {
  const { inbox } = hearing(reactionsThat);
  const key = newId();
  expect(await inbox.receiveNext([said(key, "1"), said(key, "2")])).toBe(1);
  expect(await heardBy(service.db, key)).toEqual(["1"]);
});

test("a poisoned message among others parks its key only, and its key goes on after the replay", async () => {
  const poison = new Set(["2"]);
  const { inbox } = hearing(reactionsTogether, poison);
  const [sick, well] = [newId(), newId()];
  await all(inbox, [said(sick, "1"), said(well, "1"), said(sick, "2"), said(well, "two"), said(sick, "3")]);
  await all(inbox, [said(sick, "4"), said(well, "3")]);
  expect(await heardBy(service.db, sick)).toEqual(["1"]);
  expect(await heardBy(service.db, well)).toEqual(["1", "two", "3"]);
  expect(await listParked(service.db, { key: sick })).toHaveLength(3);
  poison.clear();
  await replayParked(service.db, { consumer: inbox.consumer, topic: TOPIC, key: sick });
  await inbox.replayRequested();
  await all(inbox, [said(sick, "5"), said(well, "4")]);
  expect(await heardBy(service.db, sick)).toEqual(["1", "2", "3", "4", "5"]);
});

test("a message that cannot be decoded parks its key among others", async () => {
  const { inbox } = hearing(reactionsTogether);
  const [broken, well] = [newId(), newId()];
  await all(inbox, [said(well, "1"), { ...said(broken, "1"), value: Buffer.from([0xff, 0xff]) }, said(well, "2")]);
  expect(await heardBy(service.db, well)).toEqual(["1", "2"]);
  expect(await listParked(service.db, { key: broken })).toHaveLength(1);
});

test("two consumers that take the same messages at once have each effect once, in order", async () => {
  const { inbox } = hearing(reactionsTogether);
  const keys = range(8).map(() => newId());
  const messages = range(12).flatMap((n) => keys.map((key) => said(key, String(n))));
  const turned = [...messages.slice(0, 40)];
  await Promise.all([all(inbox, messages, 30), all(inbox, turned, 17), all(inbox, messages, 100)]);
  for (const key of keys) expect(await heardBy(service.db, key)).toEqual(range(12).map(String));
});

/** Some keys, some words that cannot be borne, some messages twice, batches of any size. */
const story = fc.record({
  spoken: fc.array(
    fc.record({ key: fc.integer({ min: 0, max: 3 }), word: fc.integer({ min: 0, max: 9 }), again: fc.boolean() }),
    { minLength: 1, maxLength: 14 },
  ),
  poison: fc.uniqueArray(fc.integer({ min: 0, max: 9 }), { maxLength: 2 }),
  atOnce: fc.integer({ min: 1, max: 8 }),
});

test("taken together or one by one, the effects, their order and what is parked are the same", async () => {
  await fc.assert(
    fc.asyncProperty(story, async ({ spoken, poison, atOnce }) => {
      const ends = [];
      for (const how of [reactionsThat, reactionsTogether]) {
        const keys = range(4).map(() => newId());
        const { inbox } = hearing(how, new Set(poison.map(String)));
        const messages = spoken.flatMap(({ key, word, again }) => {
          const message = said(keys[key] ?? "", String(word));
          return again ? [message, message] : [message];
        });
        await all(inbox, messages, atOnce);
        const parked = await listParked(service.db, { consumer: inbox.consumer });
        ends.push({
          heard: await Promise.all(keys.map((key) => heardBy(service.db, key))),
          parked: keys.map((key) => parked.filter((one) => one.key === key).map(({ error }) => error !== undefined)),
        });
      }
      expect(ends[1]).toEqual(ends[0]);
    }),
    { numRuns: 60 },
  );
});
