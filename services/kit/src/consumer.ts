import type { DescMessage, MessageShape } from "@bufbuild/protobuf";
import type { Actor } from "./actor.ts";
import type { Clock } from "./clock.ts";
import type { IncomingEvent } from "./envelope.ts";
import type { EventLog, Subscribed } from "./event-log.ts";
import { createInbox } from "./inbox.ts";
import type { Logger } from "./log.ts";
import { startLoop } from "./loop.ts";
import type { Database, Sql } from "./sql.ts";

/** The events that a service may hear of, by the name its table of reactions uses. */
export type EventRegistry = Record<string, DescMessage>;

/** When and as whom a reaction acts. */
export interface ReactionContext {
  /** When the event happened, on the domain clock. */
  at: Date;
  /** Now, on the domain clock: an event may be old when it arrives. */
  now: Date;
  actor: Actor;
  logger: Logger;
}

/** The effect of one event, in the transaction that also records its id. It may run again after a failure. */
export type Reaction<Tx extends Sql, D extends DescMessage> = (
  tx: Tx,
  event: IncomingEvent<MessageShape<D>>,
  context: ReactionContext,
) => Promise<void>;

/** One of several events that are reacted to at once. */
export interface Heard<T> {
  event: IncomingEvent<T>;
  context: ReactionContext;
}

/**
 * The effect of events that follow each other in their partition, in that order, in one transaction; of one at least.
 * When it fails, each is tried alone. Several kinds may share one: their events are then handed over together. Who
 * writes one takes the locks of all of them in one order, for others do the same beside.
 */
export interface Together<Tx extends Sql, T> {
  readonly together: (tx: Tx, heard: readonly Heard<T>[]) => Promise<void>;
}

/** One entry for every event of the registry; `[]` is the decision to ignore it. */
export type Reactions<R extends EventRegistry, Tx extends Sql = Sql> = {
  readonly [E in keyof R]: Reaction<Tx, R[E]> | Together<Tx, MessageShape<R[E]>> | readonly [];
};

/** How often, and how fast, a failing message is tried before its key is parked. */
export interface Retries {
  tries: number;
  firstPauseMs: number;
}

export interface InboxOptions<R extends EventRegistry, Tx extends Sql> {
  service: string;
  /** Name in the inbox and group in the log; the service's by default. */
  consumer?: string;
  db: Database<Tx>;
  events: R;
  reactions: Reactions<R, Tx>;
  logger: Logger;
  /** The domain clock; without it, now is when the event happened. */
  clock?: Clock;
  retries?: Retries;
}

export interface ConsumerOptions<R extends EventRegistry, Tx extends Sql> extends InboxOptions<R, Tx> {
  log: EventLog;
  topics: string[];
  /** How often to look for parked keys that somebody wants replayed. */
  pollMs?: number;
}

/** Hands the topics' events to the reactions: each effect once, in order per key, until stopped. */
export function startConsumer<R extends EventRegistry, Tx extends Sql>(options: ConsumerOptions<R, Tx>): Subscribed {
  const { log, topics, logger } = options;
  const inbox = createInbox(options);
  const subscription = log.subscribe({
    group: inbox.consumer,
    topics,
    logger,
    onMessages: (messages) => inbox.receiveNext(messages),
  });
  const replays = startLoop({ pollMs: options.pollMs ?? 1000, logger, work: () => inbox.replayRequested() });
  return {
    isConnected: () => subscription.isConnected(),
    async stop() {
      inbox.stop();
      await Promise.all([subscription.stop(), replays.stop()]);
    },
  };
}
