import { afterCursor, orderBy, type Page, pageOf, type SortKey, toConnection } from "@trame/kit/connection";
import type { Db } from "../database.ts";
import type {
  RegisterWebhookInput,
  WebhookDeliveryResolvers,
  WebhookEvent,
  WebhookResolvers,
  WebhookState,
} from "../gen/schema.ts";
import { policy } from "../policy.ts";
import type { WrittenWebhook } from "../store/webhooks.ts";

const codes = (all: readonly string[]) => all.map((code) => ({ code }));

export const Webhook: WebhookResolvers = {
  __resolveReference: ({ id }, { actor, load }) => (policy.may(actor, "keepWebhooks") ? load.webhook.load(id) : null),
  events: ({ events }) => events as WebhookEvent[],
  kinds: ({ kinds }) => kinds as WebhookKinds,
  themes: ({ themeIds }) => themeIds.map((id) => ({ id })),
  academies: ({ academyCodes }) => codes(academyCodes),
  disciplines: ({ disciplineCodes }) => codes(disciplineCodes),
  state: ({ state }) => state as WebhookState,
  secret: ({ keys }) => keys.secret,
  publicKey: ({ keys }) => keys.publicKey,
  previousKeysUntil: ({ previousUntil }) => (previousUntil && previousUntil > new Date() ? previousUntil : null),
  owner: ({ ownerId }) => ({ id: ownerId }),
  waiting: ({ id }, _, { load }) => load.waitingDeliveries.load(id).then((found) => found?.waiting ?? 0),
  deliveries: ({ id }, args, { db }) => listDeliveries(db, id, pageOf(args)),
};

type WebhookKinds = NonNullable<RegisterWebhookInput["kinds"]>;

export const WebhookDelivery: WebhookDeliveryResolvers = {
  state: ({ state }) => state as "PENDING",
  publication: ({ publicationId }, _, { load }) => (publicationId ? load.publication.load(publicationId) : null),
  nextAttemptAt: ({ state, nextAttemptAt }) => (state === "PENDING" ? nextAttemptAt : null),
  tries: ({ id }, _, { load }) => load.triesOf.load(id),
};

/** What an input says of an endpoint. */
export const written = (
  input: Pick<
    RegisterWebhookInput,
    "url" | "description" | "events" | "kinds" | "themeIds" | "academyCodes" | "disciplineCodes"
  >,
): WrittenWebhook => ({
  url: input.url.trim(),
  description: input.description.trim(),
  events: [...(input.events ?? [])],
  kinds: [...(input.kinds ?? [])],
  themeIds: [...(input.themeIds ?? [])],
  academyCodes: [...(input.academyCodes ?? [])],
  disciplineCodes: [...(input.disciplineCodes ?? [])],
});

const NEWEST: SortKey[] = [
  { column: "createdAt", direction: "desc", parse: (text) => new Date(text) },
  { column: "id", direction: "desc" },
];

async function listDeliveries(db: Db, webhookId: string, page: Page) {
  const where = { webhookId };
  const rows = await db.webhookDelivery.findMany({
    where: { AND: [where, afterCursor(NEWEST, page.after)] },
    orderBy: orderBy(NEWEST),
    take: page.size + 1,
  });
  return toConnection(rows, page, {
    keys: ({ createdAt, id }) => [createdAt.toISOString(), id],
    totalCount: () => db.webhookDelivery.count({ where }),
  });
}
