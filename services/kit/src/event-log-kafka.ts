import { type Admin, Kafka, logLevel, Partitioners, type Producer, type SASLOptions } from "kafkajs";
import type { LogMessage } from "./envelope.ts";
import { type EventLog, type EventLogConfig, isCompacted, PARTITIONS, type Running, sumOf } from "./event-log.ts";
import { subscribeKafka } from "./event-log-kafka-subscription.ts";

export type { Consumer, EachBatchPayload, IHeaders, Kafka, KafkaMessage } from "kafkajs";

const TEN_YEARS_MS = String(10 * 365 * 24 * 3600 * 1000);

/** Apache Kafka through KafkaJS, which the rest of the project does not know. */
export function openKafkaLog(config: Extract<EventLogConfig, { kind: "kafka" }>): EventLog {
  const { brokers, clientId, sessionTimeoutMs = 20_000, tls, sasl } = config;
  const kafka = new Kafka({
    clientId,
    brokers,
    ssl: tls && { ca: tls.ca },
    sasl: sasl as SASLOptions | undefined,
    // KafkaJS reports each attempt as an error; what matters comes back as a rejection and is logged by the caller.
    logLevel: logLevel.NOTHING,
    connectionTimeout: 3000,
    retry: { initialRetryTime: 100, maxRetryTime: 2000, retries: 3 },
  });
  const known = new Set<string>();
  const subscriptions = new Set<Running>();
  let producer: Promise<Producer> | undefined;

  async function withAdmin<T>(use: (admin: Admin) => Promise<T>): Promise<T> {
    const admin = kafka.admin();
    try {
      await admin.connect();
      return await use(admin);
    } finally {
      await admin.disconnect().catch(() => {});
    }
  }

  async function ensureTopics(topics: readonly string[]): Promise<void> {
    if (topics.every((topic) => known.has(topic))) return;
    await withAdmin(async (admin) => {
      const present = new Set(await admin.listTopics());
      const missing = [...new Set(topics)].filter((topic) => !present.has(topic));
      if (missing.length === 0) return;
      const { brokers: nodes } = await admin.describeCluster();
      await admin.createTopics({
        waitForLeaders: true,
        topics: missing.map((topic) => ({
          topic,
          numPartitions: PARTITIONS,
          replicationFactor: Math.min(3, nodes.length),
          configEntries: settingsOf(topic),
        })),
      });
    });
    for (const topic of topics) known.add(topic);
  }

  async function connectProducer(): Promise<Producer> {
    const opened = kafka.producer({
      idempotent: true,
      maxInFlightRequests: 1,
      allowAutoTopicCreation: false,
      createPartitioner: Partitioners.DefaultPartitioner,
    });
    await opened.connect();
    return opened;
  }

  /** After a failure a producer may hold sequence numbers that the broker does not expect: the next one starts anew. */
  async function dropProducer(): Promise<void> {
    const dropped = producer;
    producer = undefined;
    await dropped?.then((opened) => opened.disconnect()).catch(() => {});
  }

  async function lags(group: string, topics: readonly string[]): Promise<Record<string, number>> {
    await ensureTopics(topics);
    return withAdmin((admin) => measureLags(admin, group, topics));
  }

  return {
    ensureTopics,
    async append(messages) {
      if (messages.length === 0) return;
      await ensureTopics(messages.map(({ topic }) => topic));
      producer ??= connectProducer();
      try {
        await (await producer).sendBatch({ acks: -1, topicMessages: byTopic(messages) });
      } catch (error) {
        await dropProducer();
        throw error;
      }
    },
    subscribe(subscription) {
      const running = subscribeKafka({ kafka, ensureTopics, sessionTimeoutMs, ...subscription });
      subscriptions.add(running);
      return {
        ...running,
        async stop() {
          await running.stop();
          subscriptions.delete(running);
        },
      };
    },
    lags,
    lag: async (group, topics) => sumOf(await lags(group, topics)),
    async close() {
      await Promise.all([...subscriptions].map((running) => running.stop()));
      await dropProducer();
    },
  };
}

/** History is kept: who comes later reads it all. Tombstones outlive the longest absence of a consumer. */
function settingsOf(topic: string) {
  const settings = isCompacted(topic)
    ? {
        "cleanup.policy": "compact",
        "delete.retention.ms": TEN_YEARS_MS,
        "max.compaction.lag.ms": String(24 * 3600 * 1000),
      }
    : { "retention.ms": "-1" };
  return Object.entries(settings).map(([name, value]) => ({ name, value }));
}

function byTopic(messages: readonly LogMessage[]) {
  return [...new Set(messages.map(({ topic }) => topic))].map((topic) => ({
    topic,
    messages: messages
      .filter((message) => message.topic === topic)
      .map(({ key, value, headers }) => ({ key, value: value && Buffer.from(value), headers })),
  }));
}

async function measureLags(admin: Admin, group: string, topics: readonly string[]): Promise<Record<string, number>> {
  const committed = await admin.fetchOffsets({ groupId: group, topics: [...topics] });
  const lags: Record<string, number> = {};
  for (const { topic, partitions } of committed) {
    const next = new Map(partitions.map(({ partition, offset }) => [partition, Number(offset)]));
    for (const { partition, low, high } of await admin.fetchTopicOffsets(topic)) {
      const left = Number(high) - Math.max(next.get(partition) ?? -1, Number(low));
      lags[topic] = (lags[topic] ?? 0) + left;
    }
  }
  return lags;
}
