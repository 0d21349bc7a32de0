import type { LogMessage, ReceivedMessage } from "./envelope.ts";
import type { Logger } from "./log.ts";

/** Something that was started and can be stopped; `stop` resolves when nothing of it runs any more. */
export interface Running {
  stop(): Promise<void>;
}

/** A subscription at work. */
export interface Subscribed extends Running {
  /** Whether it has a connection to the log right now. */
  isConnected(): boolean;
}

/** What to hand to whom. */
export interface Subscription {
  /** Consumers of one group share the partitions; each group sees every message. */
  group: string;
  topics: string[];
  /**
   * The next messages of one partition, one at least. It resolves to how many of them, from the first on, are consumed,
   * one at least; what it left is handed over again with what follows. When it rejects, the same messages come again
   * after a pause. Messages of one partition, and so of one key, come in order and never two calls at once.
   */
  onMessages(messages: readonly ReceivedMessage[]): Promise<number>;
  logger: Logger;
}

/** For who takes messages one by one. */
export const oneByOne =
  (onMessage: (message: ReceivedMessage) => Promise<void>) =>
  async (messages: readonly ReceivedMessage[]): Promise<number> => {
    if (messages[0]) await onMessage(messages[0]);
    return 1;
  };

/** A durable log: ordered per key, at least once, kept for consumers that come later. */
export interface EventLog {
  /** Creates what is missing. `append` and `subscribe` do it for their own topics. */
  ensureTopics(topics: readonly string[]): Promise<void>;
  /** Resolves when the messages are durable; they may be there although it rejects. */
  append(messages: readonly LogMessage[]): Promise<void>;
  /**
   * A group that has never been seen starts at the beginning. A log that is away, now or later, is waited for: this
   * never fails.
   */
  subscribe(subscription: Subscription): Subscribed;
  /** How many messages the group has not consumed yet. */
  lag(group: string, topics: readonly string[]): Promise<number>;
  /** The same by topic. */
  lags(group: string, topics: readonly string[]): Promise<Record<string, number>>;
  close(): Promise<void>;
}

/** Which log to open. */
export type EventLogConfig =
  | { kind: "embedded"; databaseUrl: string; logger: Logger }
  | {
      kind: "kafka";
      brokers: string[];
      clientId: string;
      logger: Logger;
      /** After how long of silence a dead consumer's partitions go to the others. */
      sessionTimeoutMs?: number;
      /** Encrypted, by the system's authorities or by one of their own (PEM). */
      tls?: { ca?: string };
      sasl?: KafkaUser;
    };

export interface KafkaUser {
  mechanism: "plain" | "scram-sha-256" | "scram-sha-512";
  username: string;
  password: string;
}

/** Opens the log that the configuration names; the other implementation is not even loaded. */
export async function openEventLog(config: EventLogConfig): Promise<EventLog> {
  if (config.kind === "kafka") return (await import("./event-log-kafka.ts")).openKafkaLog(config);
  return (await import("./event-log-embedded.ts")).openEmbeddedLog(config);
}

/** Partitions of every topic: the most consumers that can share a group's work. Fixed, since it decides a key's place. */
export const PARTITIONS = 6;

export const sumOf = (lags: Record<string, number>): number => Object.values(lags).reduce((sum, lag) => sum + lag, 0);

/** A topic named `….state.vN` or `…-state.vN` keeps the last value of each key, and nothing of a key that was erased. */
export const isCompacted = (topic: string) => /[.-]state\.v\d+$/.test(topic);
