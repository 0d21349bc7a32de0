import { afterCursor, orderBy, type Page, type SortKey, toConnection } from "@trame/kit/connection";
import type { Db } from "../database.ts";

const NEWEST: SortKey[] = [
  { column: "issuedAt", direction: "desc", parse: (text) => new Date(text) },
  { column: "id", direction: "desc" },
];

export interface NotificationQuery {
  personId: string;
  unread?: boolean | null;
  kinds?: readonly string[] | null;
}

export async function listNotifications(db: Db, { personId, unread, kinds }: NotificationQuery, page: Page) {
  const where = {
    personId,
    ...(unread && { readAt: null }),
    ...(kinds && kinds.length > 0 && { kind: { in: [...kinds] } }),
  };
  const rows = await db.notification.findMany({
    where: { AND: [where, afterCursor(NEWEST, page.after)] },
    orderBy: orderBy(NEWEST),
    take: page.size + 1,
  });
  return toConnection(rows, page, {
    keys: ({ id, issuedAt }) => [issuedAt.toISOString(), id],
    totalCount: () => db.notification.count({ where }),
  });
}

export const countUnread = (db: Db, personId: string): Promise<number> =>
  db.notification.count({ where: { personId, readAt: null } });
