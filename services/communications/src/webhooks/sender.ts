import { systemCommand } from "@trame/kit/answer";
import type { Clock } from "@trame/kit/clock";
import type { Running } from "@trame/kit/event-log";
import type { Logger } from "@trame/kit/log";
import { startLoop } from "@trame/kit/loop";
import { nameServers, type Resolver, systemResolver } from "@trame/kit/pinned";
import type { Db } from "../database.ts";
import { judge } from "../domain/webhook-retry.ts";
import {
  type ClaimedDelivery,
  claimDeliveries,
  dropDelivery,
  fanOut,
  recordAttempt,
  releaseDeliveries,
} from "../store/webhook-queue.ts";
import { post } from "./post.ts";
import { signaturesOf } from "./sign.ts";

export interface WebhookOptions {
  db: Db;
  clock: Clock;
  logger: Logger;
  /** host:port that may be reached although private, and without TLS. */
  allow: readonly string[];
  resolve?: Resolver;
  /** Endpoints at a time; those that are failing take half of them at most. */
  lanes?: number;
  pollMs?: number;
  totalMs?: number;
  leaseMs?: number;
}

/**
 * Tells each endpoint, one message at a time, all endpoints beside each other: who hangs holds up nobody but itself.
 * Any number of replicas.
 */
export function startWebhooks(options: WebhookOptions): Running {
  const { db, clock, logger, allow, lanes = 2_000, pollMs = 300, totalMs = 15_000, leaseMs = 60_000 } = options;
  const servers = nameServers();
  const resolve: Resolver =
    options.resolve ?? ((name) => (allow.some((host) => host.startsWith(`${name}:`)) ? systemResolver : servers)(name));
  const busy = new Map<string, { failing: boolean; done: Promise<void> }>();

  async function tell(delivery: ClaimedDelivery): Promise<void> {
    if (!delivery.publication && !delivery.isTest) {
      await dropDelivery(db, delivery.id);
      return;
    }
    const attempt = await post(delivery.url, ...messageOf(delivery), { resolve, allow, totalMs });
    const verdict = judge(attempt, delivery.attempts, Math.random());
    if (verdict.type === "gone" || verdict.type === "exhausted") {
      logger.warn({ webhook: delivery.webhookId, status: attempt.status, verdict }, "an endpoint was given up");
    }
    await recordAttempt(db, systemCommand("communications", clock.now()), delivery, attempt, verdict);
  }

  function begin(delivery: ClaimedDelivery): void {
    const done = tell(delivery)
      .catch((error) => logger.warn({ err: error, delivery: delivery.id }, "a delivery was not recorded"))
      .finally(() => {
        busy.delete(delivery.webhookId);
        loop.wake();
      });
    busy.set(delivery.webhookId, { failing: delivery.failing, done });
  }

  const loop = startLoop({
    pollMs,
    logger,
    work: async (running) => {
      await releaseDeliveries(db, leaseMs);
      while (running() && (await fanOut(db))) {
        // Until the end of the log.
      }
      while (running() && busy.size < lanes) {
        const failing = [...busy.values()].filter((one) => one.failing).length;
        const claim = { busy: [...busy.keys()], count: lanes - busy.size, healthyOnly: failing >= lanes / 2 };
        const claimed = await claimDeliveries(db, claim);
        for (const delivery of claimed) begin(delivery);
        if (claimed.length === 0) break;
      }
    },
  });

  return {
    async stop() {
      await loop.stop();
      await Promise.all([...busy.values()].map(({ done }) => done));
    },
  };
}

/** Headers and body in the manner of Standard Webhooks. The body of a message is the same at every attempt. */
function messageOf({ id, type, at, publication, generations }: ClaimedDelivery): [Record<string, string>, string] {
  const body = JSON.stringify({ type, timestamp: at.toISOString(), data: publication ?? {} });
  const signed = { id: `msg_${id}`, timestamp: Math.floor(Date.now() / 1000), body };
  const headers = {
    "content-type": "application/json; charset=utf-8",
    "content-length": String(Buffer.byteLength(body)),
    "user-agent": "Trame-Webhooks/1",
    "webhook-id": signed.id,
    "webhook-timestamp": String(signed.timestamp),
    "webhook-signature": signaturesOf(signed, generations),
  };
  return [headers, body];
}
