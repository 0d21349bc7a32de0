import { setTimeout as sleep } from "node:timers/promises";
import { admit, admitAll, type Outcome } from "./admit.ts";
import type { EventRegistry, InboxOptions } from "./consumer.ts";
import { type Attributes, fromHeaders, type LogMessage } from "./envelope.ts";
import { backOff } from "./loop.ts";
import { eventSeconds } from "./metrics.ts";
import * as parked from "./parked.ts";
import { type Known, reactionsByType, reactTo, stretchOf } from "./reacting.ts";
import { PATIENT, type Sql } from "./sql.ts";
import { inSpan, newTrace, parseTraceparent, within } from "./trace.ts";
import { transact } from "./transact.ts";

/** The consumer's side of a message: its effect once, or its key parked. */
export interface Inbox {
  consumer: string;
  /** Rejects only when it was stopped meanwhile; then the message has to come again. */
  receive(message: LogMessage): Promise<Outcome>;
  /**
   * Takes as many of the next messages of a partition as may be taken together, and says how many. Rejects as `receive`
   * does.
   */
  receiveNext(messages: readonly LogMessage[]): Promise<number>;
  /** Replays the parked keys for which somebody asked. */
  replayRequested(): Promise<void>;
  stop(): void;
}

export function createInbox<R extends EventRegistry, Tx extends Sql>(options: InboxOptions<R, Tx>): Inbox {
  const { db, logger, service, consumer = service, retries = { tries: 5, firstPauseMs: 50 } } = options;
  const look = reactionsByType(options);
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

  const placeOf = ({ topic, key }: LogMessage) => ({ consumer, topic, key });

  async function receive(message: LogMessage): Promise<Outcome> {
    const known = look(message);
    if (!known) {
      logger.debug({ topic: message.topic, type: message.headers.ce_type }, "nothing to do for this event");
      return "ignored";
    }
    const began = performance.now();
    const outcome = await inTraceOf(known.attributes, message.topic, () => apply(known));
    eventSeconds.observe({ topic: message.topic, outcome }, (performance.now() - began) / 1000);
    return outcome;
  }

  async function receiveNext(messages: readonly LogMessage[]): Promise<number> {
    const { stretch, length } = stretchOf(messages, look);
    if (stretch.length > 1 && (await receiveTogether(stretch))) return length;
    // One by one: a failing message parks its key, and the others have their effect. Between two, it may be stopped.
    let taken = 0;
    for (const message of messages.slice(0, length)) {
      if (taken > 0 && stopping.signal.aborted) break;
      await receive(message);
      taken++;
    }
    return taken;
  }

  /** One transaction for all of them; false when it failed, and nothing of it happened. */
  async function receiveTogether(stretch: readonly Known<Tx>[]): Promise<boolean> {
    const [first] = stretch as [Known<Tx>];
    const { topic } = first.message;
    const began = performance.now();
    try {
      const outcomes = await inTraceOf(first.attributes, topic, () =>
        transact(db, (tx) => applyTogether(tx, stretch), PATIENT),
      );
      const seconds = (performance.now() - began) / 1000 / stretch.length;
      for (const outcome of outcomes) eventSeconds.observe({ topic, outcome }, seconds);
      return true;
    } catch (error) {
      stopping.signal.throwIfAborted();
      logger.warn({ err: error, topic, events: stretch.length }, "a batch failed: each of its events is tried alone");
      return false;
    }
  }

  async function applyTogether(tx: Tx, stretch: readonly Known<Tx>[]): Promise<Outcome[]> {
    const admitted = await admitAll(tx, consumer, stretch);
    for (const [n, { message, attributes }] of stretch.entries()) {
      if (admitted[n] === "parked") await parked.park(tx, placeOf(message), message, attributes);
    }
    const fresh = stretch.filter((_, n) => admitted[n] === "applied");
    await reactTo(tx, fresh, options);
    return admitted;
  }

  async function apply(known: Known<Tx>): Promise<Outcome> {
    const { message, attributes } = known;
    const place = placeOf(message);
    const attempt = () =>
      db.$transaction(async (tx): Promise<Outcome> => {
        const { waiting, fresh } = await admit(tx, place, attributes.id);
        if (waiting) await parked.park(tx, place, message, attributes);
        else if (fresh) await reactTo(tx, [known], options);
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
        const known = look(head);
        const fresh = await parked.record(tx, place, attributes.id);
        if (fresh && known) await inTraceOf(attributes, place.topic, () => reactTo(tx, [known], options));
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
    receiveNext,
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

async function isThere(db: Sql): Promise<boolean> {
  return db.$queryRawUnsafe("select 1 as one").then(
    () => true,
    () => false,
  );
}
