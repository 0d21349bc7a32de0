import { setTimeout as sleep } from "node:timers/promises";
import type { ReceivedMessage } from "./envelope.ts";
import type { Subscribed, Subscription } from "./event-log.ts";
import type { Consumer, EachBatchPayload, IHeaders, Kafka, KafkaMessage } from "./event-log-kafka.ts";
import { backOff, startLoop } from "./loop.ts";

const HEARTBEAT_MS = 2000;
const COMMIT_EVERY_MS = 200;
/** Partitions handled at the same time: each takes a connection of the service. */
const CONCURRENCY = 4;
/** Messages shown at a time to who may take several. */
const AT_ONCE = 100;

interface KafkaSubscription extends Subscription {
  kafka: Kafka;
  sessionTimeoutMs: number;
  ensureTopics(topics: readonly string[]): Promise<void>;
}

export function subscribeKafka(options: KafkaSubscription): Subscribed {
  const { kafka, sessionTimeoutMs, ensureTopics, group, topics, onMessages, logger } = options;
  const stopping = new AbortController();
  const inHand = new Set<Promise<void>>();
  let consumer: Consumer | undefined;

  async function start(): Promise<Consumer> {
    await ensureTopics(topics);
    // What an earlier consumer left in progress ends first: its messages are this one's too.
    await Promise.allSettled(inHand);
    const started = kafka.consumer({
      groupId: group,
      sessionTimeout: sessionTimeoutMs,
      heartbeatInterval: HEARTBEAT_MS,
      // How long the broker holds an empty answer back, and so the longest that stopping waits for one.
      maxWaitTimeInMs: 500,
      allowAutoTopicCreation: false,
      // The loop below starts a new one instead, whatever the error: KafkaJS gives up for good on some.
      retry: { initialRetryTime: 100, maxRetryTime: 2000, retries: 5, restartOnFailure: async () => false },
    });
    let crash: Error | undefined;
    started.on(started.events.CRASH, ({ payload }) => {
      crash = payload.error;
      if (consumer !== started) return;
      logger.warn({ err: payload.error, group }, "the Kafka consumer stopped: starting another");
      consumer = undefined;
      loop.wake();
    });
    try {
      await started.connect();
      await started.subscribe({ topics, fromBeginning: true });
      await started.run({
        autoCommit: false,
        eachBatchAutoResolve: false,
        partitionsConsumedConcurrently: CONCURRENCY,
        eachBatch(payload) {
          const batch = consume(started, payload);
          inHand.add(batch);
          return batch.finally(() => inHand.delete(batch));
        },
      });
      // It may have crashed while it started, and says so to nobody else.
      if (crash) throw crash;
      return started;
    } catch (error) {
      await started.disconnect().catch(() => {});
      throw error;
    }
  }

  const loop = startLoop({
    pollMs: 1000,
    logger,
    async work() {
      consumer ??= await start();
    },
  });

  /** Hands over one partition's messages, in order, and commits how far it came. */
  async function consume(from: Consumer, payload: EachBatchPayload): Promise<void> {
    const { batch, isRunning, isStale, resolveOffset, heartbeat } = payload;
    const { topic, partition } = batch;
    const mine = () => isRunning() && !isStale() && !stopping.signal.aborted;
    const beat = setInterval(() => void heartbeat().catch(() => {}), HEARTBEAT_MS);
    let next: bigint | undefined;
    let committedAt = performance.now();
    const commit = async () => {
      if (next === undefined) return;
      const offset = String(next);
      next = undefined;
      committedAt = performance.now();
      await from.commitOffsets([{ topic, partition, offset }]);
    };
    try {
      for (let at = 0; at < batch.messages.length; ) {
        const messages = batch.messages.slice(at, at + AT_ONCE).map((message) => toReceived(topic, partition, message));
        const taken = mine() ? await deliver(messages, mine) : 0;
        const last = messages[taken - 1];
        if (!last) break;
        at += taken;
        resolveOffset(last.offset);
        next = BigInt(last.offset) + 1n;
        if (performance.now() - committedAt >= COMMIT_EVERY_MS) await commit();
      }
      await commit();
    } finally {
      clearInterval(beat);
    }
  }

  /** How many were taken. Insists as long as the partition is this consumer's: going on would lose the order. */
  async function deliver(messages: readonly ReceivedMessage[], mine: () => boolean): Promise<number> {
    for (let failures = 1; mine(); failures++) {
      try {
        return await onMessages(messages);
      } catch (error) {
        if (!mine()) return 0;
        const { topic, partition, offset } = messages[0] ?? {};
        logger.warn({ err: error, topic, partition, offset }, "the message will come again");
        await sleep(backOff(failures), undefined, { signal: stopping.signal }).catch(() => {});
      }
    }
    return 0;
  }

  return {
    isConnected: () => consumer !== undefined,
    async stop() {
      stopping.abort();
      await loop.stop();
      // Disconnecting first would refuse the last commits.
      await Promise.allSettled(inHand);
      const open = consumer;
      consumer = undefined;
      await open?.disconnect().catch(() => {});
    },
  };
}

const toReceived = (topic: string, partition: number, message: KafkaMessage): ReceivedMessage => ({
  topic,
  partition,
  offset: message.offset,
  key: message.key?.toString() ?? "",
  value: message.value,
  headers: toText(message.headers ?? {}),
});

function toText(headers: IHeaders): Record<string, string> {
  const last = (value: IHeaders[string]) => (Array.isArray(value) ? value.at(-1) : value);
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, last(value)?.toString() ?? ""]));
}
