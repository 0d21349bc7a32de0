import { afterCursor, orderBy, type Page, type SortKey, toConnection } from "@trame/kit/connection";
import type { Db } from "../database.ts";
import type { Prisma } from "../gen/prisma/client.ts";
import { toMeeting } from "./meetings.ts";

export interface MeetingQuery {
  themeId?: string | null;
  projectId?: string | null;
  /** The academy with those that it came from or went into. */
  academyCodes?: readonly string[];
  level?: string | null;
  states?: readonly string[] | null;
  from?: Date | null;
  to?: Date | null;
  /** Only meetings that convene this person. */
  attendeeId?: string;
  order: "STARTS_ASC" | "STARTS_DESC";
  /** What the person may know of. */
  readable: Prisma.MeetingWhereInput;
}

const byStart = (direction: "asc" | "desc"): SortKey[] => [
  { column: "startsAt", direction, parse: (text) => new Date(text) },
  { column: "id", direction },
];

export async function listMeetings(db: Db, query: MeetingQuery, page: Page) {
  const order = byStart(query.order === "STARTS_DESC" ? "desc" : "asc");
  const where: Prisma.MeetingWhereInput = {
    themeId: query.themeId ?? undefined,
    projectId: query.projectId ?? undefined,
    academyCode: query.academyCodes ? { in: [...query.academyCodes] } : undefined,
    level: query.level ?? undefined,
    state: query.states ? { in: [...query.states] } : undefined,
    startsAt: { gte: query.from ?? undefined, lt: query.to ?? undefined },
    attendeeIds: query.attendeeId ? { has: query.attendeeId } : undefined,
    AND: [query.readable],
  };
  const rows = await db.meeting.findMany({
    where: { AND: [where, afterCursor(order, page.after)] },
    orderBy: orderBy(order),
    take: page.size + 1,
  });
  return toConnection(rows.map(toMeeting), page, {
    keys: ({ startsAt, id }) => [startsAt.toISOString(), id],
    totalCount: () => db.meeting.count({ where }),
  });
}
