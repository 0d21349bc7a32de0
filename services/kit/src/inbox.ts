import { setTimeout as sleep } from "node:timers/promises";
import { create, type DescMessage, fromBinary } from "@bufbuild/protobuf";
import { systemActor } from "./actor.ts";
import type { EventRegistry, InboxOptions, Reaction } from "./consumer.ts";
import { type Attributes, fromHeaders, type LogMessage } from "./envelope.ts";
import { backOff } from "./loop.ts";
import { eventSeconds } from "./metrics.ts";
import * as parked from "./parked.ts";
import { PATIENT, type Sql } from "./sql.ts";
import { inSpan, newTrace, parseTraceparent, within } from "./trace.ts";

/** What became of one message. */
export type Outcome = "applied" | "duplicate" | "ignored" | "parked";

/** The consumer's side of a message: its effect once, or its key parked. */
export interface Inbox {
  consumer: string;
  /** Rejects only when it was stopped meanwhile; then the message has to come again. */
  receive(message: LogMessage): Promise<Outcome>;
  /** Replays the parked keys for which somebody asked. */
  replayRequested(): Promise<void>;
  stop(): void;
}

interface Known<Tx extends Sql> {
  type: DescMessage;
  reaction: Reaction<Tx, DescMessage>;
}

export function createInbox<R extends EventRegistry, Tx extends Sql>(options: InboxOptions<R, Tx>): Inbox {
  const { db, logger, service, consumer = service, retries = { tries: 5, firstPauseMs: 50 } } = options;
  const known = reactionsByType(options);
  const stopping = new AbortController();

  /** Tries until it works or has failed often enough. A database that is away says nothing about the message. */
  async function persist<T>(attempt: () => Promise<T>, giveUp: (error: unknown) => Promise<T>): Promise<T> {
    for (let tries = 1, away = 0; ; ) {
      try {
        return await attempt();
      } catch (error) {
        stopping.signal.throwIfAborted();
        if (!(await isThere(db))) {
          away++;
          logger.warn({ err: error, away }, "the database is away: waiting");
          await sleep(backOff(away), undefined, { signal: stopping.signal });
        } else if (tries < retries.tries) {
          logger.warn({ err: error, tries }, "reaction failed: trying again");
          await sleep(retries.firstPauseMs * 2 ** (tries - 1), undefined, { signal: stopping.signal });
          tries++;
        } else {
          return await giveUp(error);
        }
      }
    }
  }

  async function react(tx: Tx, message: LogMessage, attributes: Attributes, { type, reaction }: Known<Tx>) {
    const { topic, key, value } = message;
    const event = {
      ...attributes,
      topic,
      key,
      tombstone: value === null,
      message: value === null ? create(type) : fromBinary(type, value),
    };
    const { id, type: name } = attributes;
    const { at } = attributes;
    const now = options.clock?.now() ?? at;
    const context = { at, now, actor: systemActor(service), logger: logger.child({ event: id, type: name }) };
    await reaction(tx, event, context);
  }

  async function receive(message: LogMessage): Promise<Outcome> {
    const attributes = fromHeaders(message.headers);
    const entry = attributes && known.get(attributes.type);
    if (!entry) {
      logger.debug({ topic: message.topic, type: attributes?.type }, "nothing to do for this event");
      return "ignored";
    }
    const began = performance.now();
    const outcome = await inTraceOf(attributes, message.topic, () => apply(message, attributes, entry));
    eventSeconds.observe({ topic: message.topic, outcome }, (performance.now() - began) / 1000);
    return outcome;
  }

  async function apply(message: LogMessage, attributes: Attributes, entry: Known<Tx>): Promise<Outcome> {
    const place = { consumer, topic: message.topic, key: message.key };
    const attempt = () =>
      db.$transaction(async (tx): Promise<Outcome> => {
        const { waiting, fresh } = await admit(tx, place, attributes.id);
        if (waiting) await parked.park(tx, place, message, attributes);
        else if (fresh) await react(tx, message, attributes, entry);
        return waiting ? "parked" : fresh ? "applied" : "duplicate";
      }, PATIENT);
    return persist(attempt, (error) => {
      logger.error({ err: error, ...place, event: attributes.id }, "the key is parked");
      return persistPark(place, message, attributes, error);
    });
  }

  /** Once given up, a message is parked however long it takes: what follows must not overtake it. */
  function persistPark(place: parked.ParkedKey, message: LogMessage, attributes: Attributes, error: unknown) {
    const attempt = async (): Promise<Outcome> => {
      await db.$transaction(async (tx) => {
        await parked.lockKey(tx, place);
        await parked.park(tx, place, message, attributes, { error, tries: retries.tries });
      }, PATIENT);
      return "parked";
    };
    return persist(attempt, (failure) => Promise.reject(failure));
  }

  /** Handles the oldest parked message of a key; false when the key is free. */
  async function replayOne(place: parked.ParkedKey): Promise<boolean> {
    let head: parked.ParkedMessage | undefined;
    const attempt = () =>
      db.$transaction(async (tx) => {
        await parked.lockKey(tx, place);
        head = await parked.takeHead(tx, place);
        const attributes = head && fromHeaders(head.headers);
        if (!head || !attributes) return false;
        const entry = known.get(attributes.type);
        const fresh = await parked.record(tx, place, attributes.id);
        const message = head;
        if (fresh && entry) await inTraceOf(attributes, place.topic, () => react(tx, message, attributes, entry));
        return true;
      }, PATIENT);
    return persist(attempt, async (error) => {
      logger.error({ err: error, ...place, event: head?.eventId }, "the replay failed: the key stays parked");
      await parked.refuseReplay(db, place, { error, tries: retries.tries });
      return false;
    });
  }

  return {
    consumer,
    receive,
    async replayRequested() {
      for (const place of await parked.requestedKeys(db, consumer)) {
        while (!stopping.signal.aborted && (await replayOne(place))) {
          // Until the key is free or fails again.
        }
      }
    },
    stop: () => stopping.abort(new Error("the consumer is stopping")),
  };
}

/** What an event sets off belongs to the trace in which it was written. */
function inTraceOf<T>({ type, traceparent }: Attributes, topic: string, work: () => Promise<T>): Promise<T> {
  const attributes = { "messaging.destination.name": topic };
  const span = { name: `react to ${type.split(".").at(-1)}`, kind: "consumer" as const, attributes };
  return within(parseTraceparent(traceparent) ?? newTrace(), () => inSpan(span, work));
}

/**
 * Makes a consumer take every event again, for a projection that was emptied and is being rebuilt from what the others
 * republish.
 */
export async function emptyInbox(tx: Sql, consumer: string): Promise<void> {
  await tx.$executeRawUnsafe("delete from kit.inbox where consumer = $1::text", consumer);
}

function reactionsByType<R extends EventRegistry, Tx extends Sql>({ events, reactions }: InboxOptions<R, Tx>) {
  const known = new Map<string, Known<Tx>>();
  for (const [name, type] of Object.entries(events)) {
    const reaction = reactions[name];
    if (typeof reaction === "function") known.set(type.typeName, { type, reaction });
  }
  return known;
}

/** Takes the key's lock, and enters the event in the inbox unless its key waits behind a parked message. */
async function admit(tx: Sql, { consumer, topic, key }: parked.ParkedKey, eventId: string) {
  const [row] = await tx.$queryRawUnsafe<{ waiting: boolean; fresh: boolean }[]>(
    "select waiting, fresh from kit.admit($1::text, $2::text, $3::text, $4::text)",
    consumer,
    topic,
    key,
    eventId,
  );
  return row ?? { waiting: false, fresh: false };
}

async function isThere(db: Sql): Promise<boolean> {
  return db.$queryRawUnsafe("select 1 as one").then(
    () => true,
    () => false,
  );
}
