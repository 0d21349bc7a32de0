import { refuseAll } from "@trame/kit/refusal";
import { refusals } from "../errors.ts";
import {
  type AttendanceStatus,
  type Attendee,
  isPresent,
  type Meeting,
  type MeetingFact,
  type PresenceChange,
} from "./meeting.ts";

export interface Presence {
  personId: string;
  status: AttendanceStatus;
}

/** The first national meeting of the theme and school year: the modalities are set out there (R85). */
export interface FirstMeeting {
  id: string;
  modalities: string | null;
}

/** The first by its date, cancelled ones aside. */
export function firstNational(meetings: readonly Meeting[]): Meeting | undefined {
  return meetings
    .filter(({ level, state }) => level === "NATIONAL" && state !== "CANCELLED")
    .toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime() || (a.id < b.id ? -1 : 1))[0];
}

/** From its beginning on (domain clock), with at least one person present; a later national one needs R85. */
export function hold(
  meeting: Meeting,
  presences: readonly Presence[],
  { first, at, byId = null }: { first: FirstMeeting | null; at: Date; byId?: string | null },
): MeetingFact[] {
  if (meeting.state !== "CONVENED") refuseAll([refusals.notConvened()]);
  if (at < meeting.startsAt) refuseAll([refusals.notYetBegun()]);
  if (meeting.level === "NATIONAL" && first && first.id !== meeting.id && !first.modalities?.trim()) {
    refuseAll([refusals.modalitiesMissing()]);
  }
  const seen = new Map(presences.map(({ personId, status }) => [personId, normal(meeting, status)]));
  refuseAll(seen.size < presences.length ? [refusals.presentTwice()] : []);
  const convened = meeting.attendance.map((attendee) => ({
    ...attendee,
    status: seen.get(attendee.personId) ?? unseen(attendee),
  }));
  const guests = [...seen]
    .filter(([personId]) => !convened.some((attendee) => attendee.personId === personId))
    .map(
      ([personId, status]): Attendee => ({ personId, status, answer: "PENDING", replacedById: null, seated: false }),
    );
  const attendance = [...convened, ...guests];
  refuseAll(attendance.some(isPresent) ? [] : [refusals.nobodyPresent()]);
  // Whoever had checked in and is said to be absent may see by whom.
  const changes = meeting.attendance.flatMap(({ personId, status: before }): PresenceChange[] => {
    const after = attendance.find((attendee) => attendee.personId === personId)?.status;
    return before && after && before !== after
      ? [{ personId, before, after, reason: "Constat de la tenue", byId, at }]
      : [];
  });
  return [{ type: "MeetingHeld", attendance, changes }];
}

/** Whoever is at a remote meeting is there remotely. */
const normal = ({ mode }: Meeting, status: AttendanceStatus): AttendanceStatus =>
  mode === "REMOTE" && status === "PRESENT" ? "PRESENT_REMOTELY" : status;

/** A convened person of whom nothing was noted, unless by himself or herself. */
const unseen = ({ answer, status }: Attendee): AttendanceStatus =>
  status ? status : answer === "EXCUSED" || answer === "REPLACED" ? "EXCUSED" : "ABSENT";
