import { stableId } from "@trame/kit/id";
import { insertRows } from "@trame/kit/insert-rows";
import { schedule } from "@trame/kit/scheduler";
import type { Tx } from "../database.ts";
import { type Announcement, isKept, isNews, isPortalPath, type Notice, reminderAt } from "../domain/notice.ts";
import { kindOf } from "../domain/notice-kinds.ts";
import type { Notification } from "../gen/prisma/client.ts";
import { recipientsOf } from "./audience.ts";
import { queueNews, takeBack } from "./mails.ts";
import { openProofs } from "./proofs.ts";

/** What a person is told, as a row. */
export type NotificationRow = Omit<Notification, "readAt" | "settledAt" | "digestAt">;

/** Tells each recipient once, in the portal and, while it is news, by mail as he or she prefers. */
export const deliver = (tx: Tx, notice: Notice, now: Date): Promise<void> => deliverAll(tx, [notice], now);

/**
 * The same for several. What is older than notifications are kept is told to nobody: so a year that is loaded or
 * republished writes to no one.
 */
async function deliverAll(tx: Tx, notices: readonly Notice[], now: Date): Promise<void> {
  const kept = notices.filter(({ issuedAt }) => isKept(issuedAt, now));
  const recipients = await recipientsOf(tx, kept, now);
  const rows = kept.flatMap((notice, n) => (recipients[n] ?? []).map((personId) => rowFor(notice, personId)));
  if (rows.length === 0) return;
  const entered = await insertRows(tx, "notification", rows);
  const fresh = rows.filter(({ id }) => entered.delete(id));
  await queueNews(
    tx,
    fresh.filter(({ issuedAt }) => isNews(issuedAt, now)),
    now,
  );
  await openProofs(tx, fresh, now);
  const told = new Set(fresh.map(({ noticeId }) => noticeId));
  for (const notice of kept.filter(({ id }) => told.has(id))) {
    const remindAt = notice.kind === REMINDER ? null : reminderAt(notice);
    if (!remindAt || remindAt <= now) continue;
    const { id: key, personIds, audiences, exceptIds } = notice;
    await schedule(tx, { kind: "reminder", key, dueAt: remindAt, payload: { personIds, audiences, exceptIds } });
  }
}

/** Of whom something was asked. */
export type Asked = Pick<Notice, "personIds" | "audiences" | "exceptIds">;

const REMINDER = "DEADLINE_NEAR";

/** What events told us, in our words. */
export const announceAll = (tx: Tx, announcements: readonly Announcement[], now: Date): Promise<void> =>
  deliverAll(
    tx,
    announcements.map(({ occasion, ...words }) => ({ id: stableId("notice", occasion), ...words })),
    now,
  );

export const announce = (tx: Tx, announcement: Announcement, now: Date): Promise<void> =>
  announceAll(tx, [announcement], now);

const rowFor = (notice: Notice, personId: string): NotificationRow => ({
  id: stableId("notification", notice.id, personId),
  noticeId: notice.id,
  personId,
  kind: kindOf(notice.kind).code,
  title: notice.title,
  text: notice.text,
  path: isPortalPath(notice.path) ? notice.path : "/espace",
  about: notice.about,
  dueAt: notice.dueAt,
  issuedAt: notice.issuedAt,
});

/** What was asked for is done: by some, or by everybody. The notification stays, read, and nothing more is sent. */
export async function settle(
  tx: Tx,
  which: { noticeId?: string; about?: string; kind?: string; personIds?: readonly string[] },
  at: Date,
): Promise<void> {
  const { noticeId, about, kind, personIds = [] } = which;
  const rows = await tx.notification.findMany({
    where: {
      settledAt: null,
      ...(noticeId && { noticeId: { in: [noticeId, stableId("reminder", noticeId)] } }),
      ...(about && { about }),
      ...(kind && { kind }),
      ...(personIds.length > 0 && { personId: { in: [...personIds] } }),
    },
    select: { id: true, readAt: true },
  });
  if (rows.length === 0) return;
  const id = { in: rows.map((row) => row.id) };
  const unread = { in: rows.flatMap((row) => (row.readAt ? [] : [row.id])) };
  await tx.notification.updateMany({ where: { id }, data: { settledAt: at, digestAt: null } });
  await tx.notification.updateMany({ where: { id: unread }, data: { readAt: at } });
  await takeBack(tx, id.in);
}

/**
 * Before the deadline, once, to whoever has not done what was asked. What was asked of a role is asked of those who
 * hold it by now: a référent who was replaced is left alone, and the successor hears of it (R24).
 */
export async function remind(tx: Tx, noticeId: string, asked: Partial<Asked>, now: Date): Promise<void> {
  const told = await tx.notification.findMany({ where: { noticeId }, orderBy: { personId: "asc" } });
  const open = told.filter(({ settledAt }) => settledAt === null);
  const [first] = open;
  if (!first?.dueAt || first.dueAt <= now) return;
  const named = asked.personIds ?? open.map(({ personId }) => personId);
  const { audiences = [], exceptIds = [] } = asked;
  const done = told.flatMap(({ settledAt, personId }) => (settledAt ? [personId] : []));
  await deliver(
    tx,
    {
      id: stableId("reminder", noticeId),
      kind: REMINDER,
      personIds: named,
      audiences,
      exceptIds: [...exceptIds, ...done],
      title: `Rappel : ${first.title}`,
      text: first.text,
      path: first.path,
      dueAt: first.dueAt,
      about: first.about,
      issuedAt: now,
    },
    now,
  );
}

export async function markRead(tx: Tx, personId: string, ids: readonly string[] | null, at: Date): Promise<void> {
  await tx.notification.updateMany({
    where: { personId, readAt: null, ...(ids && { id: { in: [...ids] } }) },
    data: { readAt: at, digestAt: null },
  });
}

/** What nobody has to read any more. */
export async function purgeNotifications(tx: Tx, before: Date): Promise<void> {
  await tx.notification.deleteMany({ where: { issuedAt: { lt: before } } });
}
