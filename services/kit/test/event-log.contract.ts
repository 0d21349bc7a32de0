import { setTimeout as sleep } from "node:timers/promises";
import type { LogMessage, ReceivedMessage } from "../src/envelope.ts";
import { type EventLog, oneByOne, type Running } from "../src/event-log.ts";
import { newId } from "../src/id.ts";
import { silentLogger as logger } from "../src/log.ts";
import { eventually } from "../src/testing/events.ts";
import { range, said } from "./support.ts";

/** What both event logs promise. `open` gives another client of the same log. */
export function keepsTheContract(open: () => EventLog): void {
  let log: EventLog;
  let topic: string;
  let running: Running[];

  beforeAll(() => {
    log = open();
  });
  beforeEach(() => {
    topic = `traam.t${newId()}.v1`;
    running = [];
  });
  afterEach(async () => {
    await Promise.all(running.map((consumer) => consumer.stop()));
  });
  afterAll(async () => {
    await log.close();
  });

  type Hear = (message: ReceivedMessage) => Promise<void> | void;

  function follow(group: string, onMessage: Hear = () => {}, { from = log, topics = [topic] } = {}) {
    const heard: ReceivedMessage[] = [];
    const consumer = from.subscribe({
      group,
      topics,
      logger,
      onMessages: oneByOne(async (message) => {
        await onMessage(message);
        heard.push(message);
      }),
    });
    running.push(consumer);
    return { heard, stop: () => consumer.stop() };
  }

  const group = () => `group-${newId()}`;
  const speak = (key: string, ...words: string[]) => log.append(words.map((text) => said(key, text, { topic })));
  const wordsOf = (messages: LogMessage[], key?: string) =>
    messages.filter((message) => key === undefined || message.key === key).map(({ value }) => text(value));

  test("carries key, value and attributes unchanged", async () => {
    const message = said("clé é", "mot", { topic });
    const tombstone = { ...said("clé é", "", { topic }), value: null };
    await log.append([message, tombstone]);
    const { heard } = follow(group());
    await eventually(() => heard.length === 2);
    expect(heard[0]).toMatchObject({ topic, key: "clé é", headers: message.headers, offset: "0" });
    expect(Buffer.from(heard[0]?.value ?? [])).toEqual(Buffer.from(message.value ?? []));
    expect(heard[1]?.value).toBeNull();
  });

  test("keeps the order of each key, over many appends and partitions", async () => {
    const keys = range(20).map((n) => `key-${n}`);
    const { heard } = follow(group());
    for (const n of range(15)) await log.append(keys.map((key) => said(key, String(n), { topic })));
    await eventually(() => heard.length === 300);
    for (const key of keys) expect(wordsOf(heard, key)).toEqual(range(15).map(String));
    expect(new Set(heard.map(({ partition }) => partition)).size).toBeGreaterThan(1);
  });

  test("keeps the order of a key while a slow consumer is behind", async () => {
    const { heard } = follow(group(), () => sleep(2));
    await Promise.all(range(5).map((n) => speak(`key-${n}`, ...range(20).map(String))));
    await eventually(() => heard.length === 100);
    for (const n of range(5)) expect(wordsOf(heard, `key-${n}`)).toEqual(range(20).map(String));
  });

  test("brings a message again until it is taken, and nothing of its key before", async () => {
    let refusals = 0;
    const { heard } = follow(group(), ({ value }) => {
      if (text(value) === "2" && ++refusals < 4) throw new Error("not now");
    });
    await speak("key", "1", "2", "3");
    await eventually(() => heard.length === 3);
    expect(wordsOf(heard)).toEqual(["1", "2", "3"]);
    expect(refusals).toBe(4);
  });

  test("lets a consumer that was away catch up where it left", async () => {
    const name = group();
    const before = follow(name);
    await speak("key", "1", "2");
    await eventually(() => before.heard.length === 2);
    await before.stop();
    await speak("key", "3", "4");
    expect(await log.lag(name, [topic])).toBe(2);
    const after = follow(name);
    await eventually(async () => (await log.lag(name, [topic])) === 0);
    expect(wordsOf(after.heard)).toEqual(["3", "4"]);
  });

  test("gives a group that comes late the whole history, and each group its own place", async () => {
    await speak("key", "1", "2", "3");
    const [first, second] = [follow(group()), follow(group())];
    await eventually(() => first.heard.length === 3 && second.heard.length === 3);
    expect(wordsOf(second.heard)).toEqual(["1", "2", "3"]);
  });

  test("measures how far a group is behind", async () => {
    const name = group();
    await log.ensureTopics([topic]);
    expect(await log.lag(name, [topic])).toBe(0);
    await speak("a", "1", "2");
    await speak("b", "1");
    expect(await log.lag(name, [topic])).toBe(3);
    follow(name);
    await eventually(async () => (await log.lag(name, [topic])) === 0);
  });

  test("shares the partitions among the consumers of a group, each message for one of them", async () => {
    const name = group();
    const other = open();
    try {
      const [first, second] = [follow(name), follow(name, undefined, { from: other })];
      let round = 0;
      await eventually(
        async () => {
          round++;
          await log.append(range(30).map((n) => said(`key-${n}`, String(round), { topic })));
          await eventually(async () => (await log.lag(name, [topic])) === 0);
          const here = first.heard.filter(({ value }) => text(value) === String(round)).length;
          const there = second.heard.filter(({ value }) => text(value) === String(round)).length;
          return here > 0 && there > 0 && here + there === 30;
        },
        { everyMs: 500 },
      );
      await second.stop();
      await speak("key-1", "last");
      await speak("key-2", "last");
      await speak("key-3", "last");
      await eventually(() => wordsOf(first.heard).filter((heard) => heard === "last").length === 3);
    } finally {
      await other.close();
    }
  });

  test("stops cleanly: what is in hand is finished, nothing comes after", async () => {
    const name = group();
    let started = 0;
    let finished = 0;
    const consumer = follow(name, async () => {
      started++;
      await sleep(50);
      finished++;
    });
    await speak("key", ...range(100).map(String));
    await eventually(() => started > 0);
    await consumer.stop();
    const atStop = started;
    expect(finished).toBe(started);
    await sleep(200);
    expect(started).toBe(atStop);
    expect(await log.lag(name, [topic])).toBe(100 - finished);
  });

  test("keeps the last value of each key on a topic of states", async () => {
    topic = `traam.t${newId()}-state.v1`;
    await speak("a", "1", "2", "3");
    await speak("b", "1");
    await log.append([{ ...said("b", "", { topic }), value: null }]);
    const { heard } = follow(group());
    const last = (key: string) => heard.filter((message) => message.key === key).at(-1);
    await eventually(() => text(last("a")?.value ?? null) === "3" && last("b")?.value === null);
  });
}

/** The text of a protobuf StringValue: tag, length, characters (all shorter than 128 here). */
export const text = (value: Uint8Array | null) => (value === null ? null : Buffer.from(value).subarray(2).toString());
