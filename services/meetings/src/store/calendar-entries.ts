import type { Db } from "../database.ts";
import { type CalendarScope, deadlineEntries, type Entry, meetingEntry, willBeConvened } from "../domain/calendar.ts";
import type { Meeting } from "../domain/meeting.ts";
import type { Prisma } from "../gen/prisma/client.ts";
import { allAcademies, zoneOf } from "./academies.ts";
import type { CalendarAddress } from "./calendars.ts";
import { toMeeting } from "./meetings.ts";
import { seatsOf, toThemeFacts } from "./projections.ts";

export interface Calendar {
  name: string;
  entries: Entry[];
}

const KEPT_DAYS = 366;

/** What a calendar program reads at an address: the last year and what is ahead. */
export async function calendarAt(db: Db, { scope, scopeId, personId }: CalendarAddress, at: Date): Promise<Calendar> {
  const { name, meetings: where, themeIds } = await CONTENTS[scope](db, { scopeId, personId });
  const since = new Date(at.getTime() - KEPT_DAYS * 86_400_000);
  const [rows, themes, academies] = await Promise.all([
    db.meeting.findMany({ where: { AND: [where, { startsAt: { gte: since } }] }, orderBy: { startsAt: "asc" } }),
    db.theme.findMany({ where: { id: { in: themeIds } }, orderBy: { id: "asc" } }),
    allAcademies(db),
  ]);
  const entries = rows.map(toMeeting).map((meeting) => {
    const timeZone = zoneOf(academies, meeting.academyCode);
    return meetingEntry(meeting, { personId, inside: true, timeZone });
  });
  const deadlines = themes.flatMap((row) => deadlineEntries({ ...toThemeFacts(row), version: row.version }));
  return { name, entries: [...entries, ...deadlines] };
}

/** One meeting, for whoever may know of it. */
export async function calendarOf(
  db: Db,
  meeting: Meeting,
  reader: { personId: string | null; inside: boolean },
): Promise<Calendar> {
  const timeZone = zoneOf(await allAcademies(db), meeting.academyCode);
  return { name: meeting.title, entries: [meetingEntry(meeting, { ...reader, timeZone })] };
}

interface Contents {
  name: string;
  meetings: Prisma.MeetingWhereInput;
  themeIds: string[];
}

type Asked = Pick<CalendarAddress, "scopeId" | "personId">;

const CONTENTS: Record<CalendarScope, (db: Db, asked: Asked) => Promise<Contents>> = {
  MINE: async (db, { personId }) => {
    const seated = { where: { seats: { array_contains: [{ personId }] } } };
    const [national, academic] = await Promise.all([
      db.nationalGroup.findMany(seated),
      db.academicGroup.findMany(seated),
    ]);
    const projectIds = academic.map(({ projectId }) => projectId);
    const themeIds = national.map(({ themeId }) => themeId);
    const projects = await db.project.findMany({ where: { id: { in: projectIds } } });
    const led = national.filter((group) => willBeConvened("NATIONAL", seatsOf(group), personId));
    const planned = [
      { level: "NATIONAL", themeId: { in: led.map(({ themeId }) => themeId) } },
      { level: "ACADEMIC", projectId: { in: projectIds } },
    ];
    return {
      name: "Trame : mes réunions",
      // Cancelled before it was convened, a meeting has no attendee; those who expected it see that too.
      meetings: { OR: [{ attendeeIds: { has: personId } }, { convenedAt: null, OR: planned }] },
      themeIds: [...new Set([...themeIds, ...projects.map(({ themeId }) => themeId)])],
    };
  },
  THEME: async (db, { scopeId }) => {
    const theme = await db.theme.findUnique({ where: { id: scopeId } });
    return {
      name: `Trame : groupe national, ${theme?.title ?? ""}`,
      meetings: { level: "NATIONAL", themeId: scopeId },
      themeIds: [scopeId],
    };
  },
  PROJECT: async (db, { scopeId }) => {
    const project = await db.project.findUnique({ where: { id: scopeId } });
    return {
      name: `Trame : ${project?.title ?? ""}`,
      meetings: { level: "ACADEMIC", projectId: scopeId },
      themeIds: project ? [project.themeId] : [],
    };
  },
};
