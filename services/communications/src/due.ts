import { systemCommand } from "@trame/kit/answer";
import { addDays, dayIn, instantIn } from "@trame/kit/day";
import { type DueHandler, schedule } from "@trame/kit/scheduler";
import type { Tx } from "./database.ts";
import { KEPT_MS } from "./domain/notice.ts";
import { PUBLISH_LATER } from "./store/editions.ts";
import { GATHERING, gather, nextGathering } from "./store/gathered.ts";
import { purgeMails } from "./store/mail-queue.ts";
import { queueDigests } from "./store/mails.ts";
import { type Asked, purgeNotifications, remind } from "./store/notices.ts";
import { publishScheduled } from "./store/scheduled.ts";
import { closeSendings, LETTER_BATCH, queueBatch } from "./store/sendings.ts";
import { releasePost, SOCIAL_POST } from "./store/social-posts.ts";
import { purgeReaders } from "./store/subscribers.ts";
import { purgeDeliveries } from "./store/webhook-queue.ts";

/** What time does here. Addresses begin with the public origin. */
export const dueWith = (origin: string): Record<string, DueHandler<Tx>> => ({
  reminder: (tx, { key, payload }, { at }) => remind(tx, key, payload as Partial<Asked>, at),
  digest: async (tx, { kind, key, dueAt }) => {
    if (await queueDigests(tx, dueAt)) await schedule(tx, { kind, key, dueAt });
  },
  purge: async (tx, _, { at }) => {
    await purgeNotifications(tx, new Date(at.getTime() - KEPT_MS));
    await closeSendings(tx);
    await purgeMails(tx);
    await purgeReaders(tx);
    await purgeDeliveries(tx);
    await schedulePurge(tx, at);
  },
  [LETTER_BATCH]: async (tx, { kind, key, dueAt }, { at }) => {
    if (await queueBatch(tx, key, at)) await schedule(tx, { kind, key, dueAt });
  },
  [GATHERING]: async (tx, { kind, key, dueAt }) => {
    const more = await gather(tx, key, dueAt);
    await schedule(tx, { kind, key, dueAt: more ? dueAt : nextGathering(dueAt, key as "WEEKLY" | "MONTHLY") });
  },
  [SOCIAL_POST]: (tx, { key }) => releasePost(tx, key),
  [PUBLISH_LATER]: (tx, { key, payload }, { at }) =>
    publishScheduled(tx, systemCommand("communications", at), { id: key, askedBy: String(payload.by ?? ""), origin }),
});

/** In the small hours, when nobody reads. */
export const schedulePurge = (tx: Tx, now: Date): Promise<void> =>
  schedule(tx, { kind: "purge", key: "daily", dueAt: instantIn(addDays(dayIn(now), 1), "03:00") });
