import { refuseAll, required } from "@trame/kit/refusal";
import { refusals } from "../errors.ts";
import {
  type AttendanceStatus,
  type Attendee,
  type CheckIn,
  type Meeting,
  type MeetingFact,
  type MeetingMode,
  wasHeld,
} from "./meeting.ts";

/** Without letters and figures that a projected code lets one take for another. */
export const CODE_LETTERS = "ACDEFGHJKMNPQRTUVWXY34679";
export const CODE_LENGTH = 6;

/** How long before the beginning and after the end a person may check in. */
const EARLY_MS = 30 * 60_000;
const LATE_MS = 30 * 60_000;

/** How many codes a person may try for one meeting, and within how long, before waiting. */
export const TRIES = { most: 5, withinMs: 15 * 60_000 };

export const checkInWindow = ({ startsAt, endsAt }: Pick<Meeting, "startsAt" | "endsAt">) => ({
  opensAt: new Date(startsAt.getTime() - EARLY_MS),
  closesAt: new Date(endsAt.getTime() + LATE_MS),
});

const isOpen = (meeting: Meeting, at: Date) => {
  const { opensAt, closesAt } = checkInWindow(meeting);
  return meeting.state === "CONVENED" && at >= opensAt && at <= closesAt;
};

/** The organiser shows a code; asked for again, another one, and the first is void. */
export function openCheckIn(meeting: Meeting, checkIn: { code: string; byId: string | null; at: Date }): MeetingFact[] {
  if (!isOpen(meeting, checkIn.at)) refuseAll([refusals.notTimeToCheckIn()]);
  const { code, byId, at: openedAt } = checkIn;
  return [{ type: "CheckInOpened", checkIn: { code, byId, openedAt } }];
}

/** A convened person, with the code that is shown; twice is once. */
export function checkIn(
  meeting: Meeting,
  personId: string,
  { code, remotely, tries, at }: { code: string; remotely: boolean; tries: number; at: Date },
): MeetingFact[] {
  const own = meeting.attendance.find((attendee) => attendee.personId === personId);
  if (!own) refuseAll([refusals.notConvoked()]);
  if (!meeting.checkIn || !isOpen(meeting, at)) refuseAll([refusals.notTimeToCheckIn()]);
  if (tries > TRIES.most) refuseAll([refusals.tooManyCodes()]);
  if (!isCode(meeting.checkIn, code)) refuseAll([refusals.wrongCode()]);
  if (own?.checkedInAt) return [];
  const status = presentAt(meeting.mode, remotely);
  return [{ type: "CheckedIn", attendance: withPresence(meeting, personId, { status, checkedInAt: at }) }];
}

const isCode = (shown: CheckIn | null, typed: string) => typed.toUpperCase().replace(/[\s-]/g, "") === shown?.code;

const presentAt = (mode: MeetingMode, remotely: boolean): AttendanceStatus =>
  mode === "REMOTE" || remotely ? "PRESENT_REMOTELY" : "PRESENT";

const withPresence = (meeting: Meeting, personId: string, more: Partial<Attendee>): Attendee[] =>
  meeting.attendance.map((attendee) => (attendee.personId === personId ? { ...attendee, ...more } : attendee));

/** Once the meeting is held, with a reason; what was noted before stays readable. */
export function correctPresence(
  meeting: Meeting,
  { personId, status: after, reason }: { personId: string; status: AttendanceStatus; reason: string },
  { byId, at }: { byId: string | null; at: Date },
): MeetingFact[] {
  if (!wasHeld(meeting)) refuseAll([refusals.notHeldYet()]);
  const own = meeting.attendance.find((attendee) => attendee.personId === personId);
  refuseAll([
    ...(own ? [] : [refusals.notInAttendance()]),
    ...(reason.trim() === "" ? [required("reason", "La raison de la correction")] : []),
  ]);
  const before = own?.status ?? null;
  if (before === after) return [];
  const attendance = withPresence(meeting, personId, { status: after });
  return [{ type: "PresenceCorrected", attendance, change: { personId, before, after, reason, byId, at } }];
}
