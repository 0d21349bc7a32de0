import { aggregate, type Command } from "@trame/kit/aggregate";
import { newId, stableId } from "@trame/kit/id";
import { appendEvents } from "@trame/kit/outbox";
import { notice } from "@trame/proto-schemas/notices";
import { topics } from "@trame/proto-schemas/topics";
import type { Tx } from "../database.ts";
import type { Address, Keys, Wanted, Webhook, WebhookFact } from "../domain/webhook.ts";
import * as rules from "../domain/webhook.ts";
import type { Prisma, Webhook as Row } from "../gen/prisma/client.ts";
import { Prisma as sql } from "../gen/prisma/client.ts";
import { policy } from "../policy.ts";
import { newKeys } from "../webhooks/sign.ts";
import { authorOf } from "./authors.ts";

/** The only writer of endpoints. Nothing of them is told: keys stay in the house. */
const webhooks = aggregate<Tx, Webhook, WebhookFact>({
  name: "Webhook",
  label: "Ce programme abonné",
  topic: topics.communications,
  async lock(tx, id) {
    await tx.$queryRaw`select 1 as one from webhook where id = ${id} for update`;
    const row = await tx.webhook.findUnique({ where: { id } });
    return row && toWebhook(row);
  },
  insert: async (tx, state) => void (await tx.webhook.create({ data: toRow(state) })),
  async update(tx, state) {
    if (state.state === "REMOVED") await tx.webhook.delete({ where: { id: state.id } });
    else await tx.webhook.update({ where: { id: state.id }, data: toRow(state) });
  },
  evolve: rules.evolveWebhook,
  tell: () => null,
});

export interface WrittenWebhook extends Wanted {
  url: string;
  description: string;
}

export async function registerWebhook(tx: Tx, command: Command, written: WrittenWebhook, address: Address) {
  policy.demand(command.by, "keepWebhooks");
  const born = { id: newId(), keys: newKeys(), ownerId: authorOf(command), createdAt: command.at };
  const fresh = { state: "ACTIVE", suspendedFor: null, previousKeys: null, previousUntil: null } as const;
  const { id } = await webhooks.create(tx, command, rules.registerWebhook({ ...written, ...born, ...fresh }, address));
  return id;
}

export async function reviseWebhook(tx: Tx, command: Command, id: string, written: WrittenWebhook, address: Address) {
  policy.demand(command.by, "keepWebhooks");
  const { url, description, ...wanted } = written;
  await webhooks.change(tx, command, id, () => rules.reviseWebhook({ url, description, wanted }, address));
  return id;
}

/** What it waits for is told from now on; what it missed meanwhile is replayed on demand, or read by cursor. */
export async function setWebhookActive(tx: Tx, command: Command, id: string, active: boolean) {
  policy.demand(command.by, "keepWebhooks");
  await webhooks.change(tx, command, id, active ? rules.resumeWebhook : rules.pauseWebhook);
  await tx.webhook.update({ where: { id }, data: { failingSince: null } });
  return id;
}

const BOTH_KEYS_MS = 24 * 3_600_000;

/** For a day, both generations sign: a receiver changes at its own time. Keys live by the real clock. */
export async function rotateKeys(tx: Tx, command: Command, id: string) {
  policy.demand(command.by, "keepWebhooks");
  await webhooks.change(tx, command, id, () => rules.rotateKeys(newKeys(), new Date(Date.now() + BOTH_KEYS_MS)));
  return id;
}

/** With its deliveries. */
export async function removeWebhook(tx: Tx, command: Command, id: string) {
  policy.demand(command.by, "keepWebhooks");
  await webhooks.change(tx, command, id, () => [{ type: "WebhookRemoved" }]);
  return id;
}

/** It is told to whoever registered it, and to the editors. What waits is dropped: it is replayed on demand. */
export async function suspendWebhook(tx: Tx, command: Command, id: string, reason: string): Promise<void> {
  const before = await tx.webhook.findUnique({ where: { id }, select: { state: true } });
  if (before?.state !== "ACTIVE") return;
  const webhook = await webhooks.change(tx, command, id, (state) => rules.suspendWebhook(state, reason));
  await tx.webhookDelivery.updateMany({
    where: { webhookId: id, state: "PENDING" },
    data: { state: "DROPPED", settledAt: new Date() },
  });
  await appendEvents(tx, [suspended(webhook, command.at)]);
}

const suspended = ({ id, version, description, suspendedFor, ownerId }: Webhook, at: Date) =>
  notice(topics.communications, at, {
    id: stableId("webhook-suspended", id, String(version)),
    kind: "WEBHOOK_SUSPENDED",
    personIds: [ownerId],
    audiences: [{ role: "EDITOR" }],
    title: `Envois suspendus : ${description}`,
    text: suspendedFor ?? "",
    path: `/espace/programmes/${id}`,
    about: id,
  });

/** As it is kept, with what the sender noted beside it. */
export type KeptWebhook = Webhook & Pick<Row, "acceptedAt" | "failingSince">;

export const toWebhook = ({ state, keys, previousKeys, ...row }: Row): KeptWebhook => ({
  ...row,
  state: state as Webhook["state"],
  keys: keys as unknown as Keys,
  previousKeys: previousKeys as unknown as Keys | null,
});

function toRow(webhook: Webhook): Prisma.WebhookCreateInput {
  const { keys, previousKeys, id, version, url, description, state, suspendedFor, ...rest } = webhook;
  const { previousUntil, ownerId, createdAt, events, kinds, themeIds, academyCodes, disciplineCodes } = rest;
  return {
    ...{ id, version, url, description, state, suspendedFor, previousUntil, ownerId, createdAt },
    ...{ events, kinds, themeIds, academyCodes, disciplineCodes },
    keys: { ...keys },
    previousKeys: previousKeys ? { ...previousKeys } : sql.DbNull,
  };
}
