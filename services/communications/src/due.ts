import { addDays, dayIn, instantIn } from "@trame/kit/day";
import { type DueHandler, schedule } from "@trame/kit/scheduler";
import type { Tx } from "./database.ts";
import { KEPT_MS } from "./domain/notice.ts";
import { purgeMails } from "./store/mail-queue.ts";
import { queueDigests } from "./store/mails.ts";
import { purgeNotifications, remind } from "./store/notices.ts";
import { purgeDeliveries } from "./store/webhook-queue.ts";

/** What time does here. */
export const due: Record<string, DueHandler<Tx>> = {
  reminder: (tx, { key }, { at }) => remind(tx, key, at),
  digest: async (tx, { kind, key, dueAt }) => {
    if (await queueDigests(tx, dueAt)) await schedule(tx, { kind, key, dueAt });
  },
  purge: async (tx, _, { at }) => {
    await purgeNotifications(tx, new Date(at.getTime() - KEPT_MS));
    await purgeMails(tx);
    await purgeDeliveries(tx);
    await schedulePurge(tx, at);
  },
};

/** In the small hours, when nobody reads. */
export const schedulePurge = (tx: Tx, now: Date): Promise<void> =>
  schedule(tx, { kind: "purge", key: "daily", dueAt: instantIn(addDays(dayIn(now), 1), "03:00") });
