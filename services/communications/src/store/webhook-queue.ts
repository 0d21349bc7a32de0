import type { Command } from "@trame/kit/aggregate";
import { newId } from "@trame/kit/id";
import { notFound, refuse } from "@trame/kit/refusal";
import type { Db, Tx } from "../database.ts";
import type { Keys } from "../domain/webhook.ts";
import { signingKeys } from "../domain/webhook.ts";
import { type Attempt, isDead, type Verdict } from "../domain/webhook-retry.ts";
import { refusals } from "../errors.ts";
import { policy } from "../policy.ts";
import { suspendWebhook, toWebhook } from "./webhooks.ts";

const AT_ONCE = 200;

/**
 * Hands the next entries of the log to every endpoint that wants them, once, whoever else tries: the head's lock is
 * held, and positions grow in the order of commits. True when others may be waiting.
 */
export function fanOut(db: Db): Promise<boolean> {
  return db.$transaction(async (tx) => {
    await tx.$executeRaw`
      insert into webhook_head (id, position)
      select 1, coalesce((select position from publication_log_head where id = 1), 0) on conflict do nothing`;
    const [head] = await tx.$queryRaw<{ position: bigint }[]>`
      select position from webhook_head where id = 1 for update skip locked`;
    if (!head) return false;
    const entries = await tx.publicationLogEntry.findMany({
      where: { position: { gt: head.position } },
      select: { position: true },
      orderBy: { position: "asc" },
      take: AT_ONCE,
    });
    const last = entries.at(-1)?.position;
    if (last === undefined) return false;
    await deliver(tx, { after: head.position, to: last });
    await tx.webhookHead.update({ where: { id: 1 }, data: { position: last } });
    return entries.length === AT_ONCE;
  });
}

/** Derived from endpoint and entry: what is handed twice is there once. */
async function deliver(tx: Tx, { after, to, only = null }: { after: bigint; to: bigint; only?: string | null }) {
  return tx.$executeRaw`
    insert into webhook_delivery (id, "webhookId", type, position, "publicationId")
    select md5(webhook.id || '/' || entry.position)::uuid::text, webhook.id, 'publication.' || entry.type,
           entry.position, entry."publicationId"
      from publication_log entry
      join webhook on (cardinality(events) = 0 or upper(entry.type) = any(events))
       and (cardinality(kinds) = 0 or entry.publication->>'kind' = any(kinds))
       and (cardinality("themeIds") = 0 or entry.publication->'theme'->>'id' = any("themeIds"))
       and (cardinality("academyCodes") = 0 or exists (
             select from jsonb_array_elements(entry.publication->'academies') academy
              where academy->>'code' = any("academyCodes")))
       and (cardinality("disciplineCodes") = 0 or exists (
             select from jsonb_array_elements(entry.publication->'disciplines') discipline
              where discipline->>'code' = any("disciplineCodes")))
     where entry.position > ${after} and entry.position <= ${to}
       and webhook.state = 'ACTIVE' and (${only}::text is null or webhook.id = ${only}::text)
    on conflict (id) do nothing`;
}

/** A delivery that is ours to send. */
export interface ClaimedDelivery {
  id: string;
  webhookId: string;
  type: string;
  url: string;
  attempts: number;
  createdAt: Date;
  /** When what it tells was recorded. */
  at: Date;
  /** Null for a test, and when the entry is there no more. */
  publication: object | null;
  isTest: boolean;
  failing: boolean;
  generations: Keys[];
}

/** The next delivery of each endpoint that is not busy: one at a time each, in the order in which they are due. */
export async function claimDeliveries(
  db: Db,
  { busy, count, healthyOnly }: { busy: readonly string[]; count: number; healthyOnly: boolean },
): Promise<ClaimedDelivery[]> {
  const claimed = await db.$queryRaw<{ id: string }[]>`
    update webhook_delivery set state = 'SENDING', "claimedAt" = now(), attempts = attempts + 1
     where id in (
       select due.id from webhook
         cross join lateral (
           select id from webhook_delivery
            where "webhookId" = webhook.id and state = 'PENDING' and "nextAttemptAt" <= now()
            order by "nextAttemptAt", position, id limit 1 for update skip locked) due
        where webhook.state = 'ACTIVE' and webhook.id <> all(${[...busy]})
          and (not ${healthyOnly} or webhook."failingSince" is null)
        limit ${count})
    returning id`;
  if (claimed.length === 0) return [];
  const rows = await db.webhookDelivery.findMany({
    where: { id: { in: claimed.map(({ id }) => id) } },
    include: { webhook: true },
  });
  const positions = rows.flatMap(({ position }) => position ?? []);
  const entries = await db.publicationLogEntry.findMany({ where: { position: { in: positions } } });
  const byPosition = new Map(entries.map((entry) => [entry.position, entry]));
  const now = new Date();
  return rows.map(({ webhook, position, ...row }) => {
    const entry = position === null ? undefined : byPosition.get(position);
    return {
      ...row,
      url: webhook.url,
      at: entry?.recordedAt ?? row.createdAt,
      publication: (entry?.publication as object | undefined) ?? null,
      isTest: position === null,
      failing: webhook.failingSince !== null,
      generations: signingKeys(toWebhook(webhook), now),
    };
  });
}

/** A process that died had perhaps sent them: receivers know a message by its id, so they are sent again. */
export const releaseDeliveries = (db: Db, leaseMs: number): Promise<number> =>
  db.$executeRaw`
    update webhook_delivery set state = 'PENDING'
     where state = 'SENDING' and "claimedAt" < now() - make_interval(secs => ${leaseMs / 1000}::double precision)`;

/** What it told was withdrawn: nobody is sent it any more. */
export const dropDelivery = (db: Db, id: string) =>
  db.webhookDelivery.update({ where: { id }, data: { state: "DROPPED", settledAt: new Date() } });

/** Writes down an attempt and what follows from it. */
export async function recordAttempt(
  db: Db,
  command: Command,
  delivery: ClaimedDelivery,
  attempt: Attempt,
  verdict: Verdict,
): Promise<void> {
  const at = new Date();
  const { id, webhookId } = delivery;
  const { status, answer, ms } = attempt;
  await db.$transaction(async (tx) => {
    const { count } = await tx.webhookDelivery.updateMany({
      where: { id, state: { in: ["SENDING", "PENDING"] } },
      data: settled(verdict, at),
    });
    // Removed meanwhile, with its endpoint.
    if (count === 0) return;
    await tx.webhookAttempt.create({ data: { id: newId(), deliveryId: id, at, status, answer, ms } });
    if (verdict.type === "delivered") {
      await tx.webhook.updateMany({ where: { id: webhookId }, data: { acceptedAt: at, failingSince: null } });
      return;
    }
    await tx.webhook.updateMany({ where: { id: webhookId, failingSince: null }, data: { failingSince: at } });
    const webhook = await tx.webhook.findUnique({ where: { id: webhookId }, select: { acceptedAt: true } });
    if (verdict.type === "gone") {
      await suspendWebhook(tx, command, webhookId, "Le programme a répondu qu'il n'est plus là (410).");
    } else if (verdict.type === "exhausted" && webhook && isDead(delivery.createdAt, webhook.acceptedAt)) {
      await suspendWebhook(tx, command, webhookId, "Le programme n'a rien accepté depuis plusieurs jours.");
    }
  });
}

function settled(verdict: Verdict, at: Date) {
  switch (verdict.type) {
    case "delivered":
      return { state: "DELIVERED", settledAt: at };
    case "again":
      return { state: "PENDING", nextAttemptAt: new Date(at.getTime() + verdict.inMs) };
    case "gone":
    case "exhausted":
      return { state: "FAILED", settledAt: at };
  }
}

async function demandActive(tx: Tx, id: string): Promise<void> {
  const webhook = await tx.webhook.findUnique({ where: { id }, select: { state: true } });
  if (!webhook) refuse(notFound("Ce programme abonné", "webhookId"));
  if (webhook.state !== "ACTIVE") refuse(refusals.webhookIdle());
}

/** A message that tells of no publication, to try an endpoint. */
export async function testWebhook(tx: Tx, command: Command, webhookId: string): Promise<string> {
  policy.demand(command.by, "keepWebhooks");
  await demandActive(tx, webhookId);
  await tx.webhookDelivery.create({ data: { id: newId(), webhookId, type: "webhook.test" } });
  return webhookId;
}

/** The same message once more, under the same id. */
export async function redeliver(tx: Tx, command: Command, id: string): Promise<string> {
  policy.demand(command.by, "keepWebhooks");
  const delivery = await tx.webhookDelivery.findUnique({ where: { id } });
  if (!delivery) refuse(notFound("Cet envoi", "deliveryId"));
  await demandActive(tx, delivery.webhookId);
  if (["PENDING", "SENDING"].includes(delivery.state)) refuse(refusals.deliveryPending());
  const { position } = delivery;
  if (position !== null && !(await tx.publicationLogEntry.findUnique({ where: { position } }))) {
    refuse(refusals.deliveryEmptied());
  }
  await tx.webhookDelivery.update({ where: { id }, data: again() });
  return delivery.webhookId;
}

const again = () => ({ state: "PENDING", attempts: 0, nextAttemptAt: new Date(), settledAt: null });

/** Everything that it wants and that was recorded since then, also what it never got: for who was away. */
export async function replay(tx: Tx, command: Command, webhookId: string, since: Date): Promise<string> {
  policy.demand(command.by, "keepWebhooks");
  await demandActive(tx, webhookId);
  const [range] = await tx.$queryRaw<{ first: bigint | null; last: bigint | null }[]>`
    select min(position) as first, max(position) as last from publication_log where "recordedAt" >= ${since}`;
  const { first, last } = range ?? {};
  if (first == null || last == null) return webhookId;
  await tx.webhookDelivery.updateMany({
    where: { webhookId, position: { gte: first }, state: { in: ["DELIVERED", "FAILED", "DROPPED"] } },
    data: again(),
  });
  await deliver(tx, { after: first - 1n, to: last, only: webhookId });
  return webhookId;
}

const KEPT_DAYS = 30;

export async function purgeDeliveries(tx: Tx): Promise<void> {
  await tx.$executeRaw`
    delete from webhook_delivery where "settledAt" < now() - make_interval(days => ${KEPT_DAYS}::integer)`;
}
