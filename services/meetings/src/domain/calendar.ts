import { addDays } from "@trame/kit/day";
import { personsToConvene, type Seat } from "./convocation.ts";
import type { Meeting } from "./meeting.ts";
import type { ThemeFacts } from "./proposals.ts";

export type CalendarScope = "MINE" | "THEME" | "PROJECT";

/** How firm an entry is, in the words of RFC 5545. */
export type EntryStatus = "TENTATIVE" | "CONFIRMED" | "CANCELLED";

interface EntryBase {
  /** The same for the same thing, whatever becomes of it. */
  uid: string;
  /** Grows with every change of the thing. */
  sequence: number;
  status: EntryStatus;
  summary: string;
  description: string;
  /** Whether the person is held by it. */
  busy: boolean;
  /** Path of its page. */
  path: string;
}

export interface MeetingEntry extends EntryBase {
  kind: "MEETING";
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
  location: string | null;
  /** Minutes before the beginning. */
  alarms: number[];
}

export interface DeadlineEntry extends EntryBase {
  kind: "DEADLINE";
  /** The whole day. */
  day: string;
  nextDay: string;
}

export type Entry = MeetingEntry | DeadlineEntry;

const DAY = 24 * 60;
/** The day before, and the time to sit down; whoever travels leaves earlier. */
const ALARMS = { REMOTE: [DAY, 15], IN_PERSON: [DAY, 120] };

interface Reader {
  /** Null for a calendar of everyone. */
  personId: string | null;
  /** Place and address of the video conference are the group's. */
  inside: boolean;
  timeZone: string;
}

/** A meeting as an entry of a calendar: cancelled it stays there and says so, excused it holds nobody. */
export function meetingEntry(meeting: Meeting, { personId, inside, timeZone }: Reader): MeetingEntry {
  const mine = meeting.attendance.find((attendee) => attendee.personId === personId);
  const away = mine?.answer === "EXCUSED" || mine?.answer === "REPLACED";
  const status = meeting.state === "CANCELLED" ? "CANCELLED" : meeting.convened ? "CONFIRMED" : "TENTATIVE";
  const busy = status !== "CANCELLED" && !away;
  return {
    kind: "MEETING",
    uid: meeting.id,
    sequence: meeting.version,
    status,
    summary: status === "CANCELLED" ? `Annulée : ${meeting.title}` : meeting.title,
    description: described(meeting, inside),
    startsAt: meeting.startsAt,
    endsAt: meeting.endsAt,
    timeZone,
    location: inside ? locationOf(meeting) : null,
    busy,
    alarms: busy ? ALARMS[meeting.mode] : [],
    path: `/espace/reunions/${meeting.id}`,
  };
}

/** At a distance, the address is the place. */
const locationOf = ({ mode, place, videoUrl }: Meeting): string | null =>
  mode === "REMOTE" ? (videoUrl ?? place) : (place ?? videoUrl);

function described({ state, cancelReason, purpose, agenda, videoUrl }: Meeting, inside: boolean): string {
  const items = agenda.map(({ title, minutes, speaker }, rank) => {
    const details = [minutes === null ? "" : `${minutes} min`, speaker ?? ""].filter(Boolean).join(", ");
    return `${rank + 1}. ${title}${details && ` (${details})`}`;
  });
  return [
    ...(state === "CANCELLED" ? [`Réunion annulée : ${cancelReason ?? ""}`] : []),
    purpose,
    ...(items.length > 0 ? ["", "Ordre du jour", ...items] : []),
    ...(inside && videoUrl ? ["", `Visioconférence : ${videoUrl}`] : []),
  ].join("\n");
}

/** The milestones of a theme's work plan (R47), each a whole day that holds nobody. */
export const deadlineEntries = (theme: ThemeFacts & { version: number }): DeadlineEntry[] =>
  theme.milestones.map(({ title, dueOn }, rank) => ({
    kind: "DEADLINE",
    // A milestone has no id of its own: its place in the plan tells it.
    uid: `${theme.id}-etape-${rank + 1}`,
    sequence: theme.version,
    status: "CONFIRMED",
    summary: `Échéance : ${title}`,
    description: `Calendrier de travail du thème « ${theme.title} ».`,
    day: dueOn,
    nextDay: addDays(dueOn, 1),
    busy: false,
    path: `/espace/themes/${theme.id}`,
  }));

/** Whether the person has a seat there: only members subscribe to a group's calendar. */
export const isSeated = (seats: readonly Seat[], personId: string): boolean =>
  seats.some((seat) => seat.personId === personId);

/** Planned meetings are in the calendar of whoever will be convened to them. */
export const willBeConvened = (level: Meeting["level"], seats: readonly Seat[], personId: string): boolean =>
  personsToConvene(level, seats).includes(personId);
