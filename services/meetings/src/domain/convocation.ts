import { refuseAll, required } from "@trame/kit/refusal";
import { refusals } from "../errors.ts";
import {
  type AttendanceAnswer,
  type Attendee,
  isAhead,
  type Meeting,
  type MeetingFact,
  type MeetingLevel,
} from "./meeting.ts";

/** A seat of a group, as people told it. */
export interface Seat {
  personId: string;
  role: string;
}

/** The teams' teachers have a seat in the national group too: its meetings convene those who speak for them (R23, R27). */
const NATIONAL_ROLES = ["INSPECTOR_GENERAL", "EXPERT", "REFERENT"];

export const personsToConvene = (level: MeetingLevel, seats: readonly Seat[]): string[] => [
  ...new Set(
    seats
      .filter(({ role }) => level === "ACADEMIC" || NATIONAL_ROLES.includes(role))
      .map(({ personId }) => personId)
      .filter(Boolean),
  ),
];

const awaited = (personId: string, seated: boolean): Attendee => ({
  personId,
  answer: "PENDING",
  replacedById: null,
  answeredAt: null,
  status: null,
  seated,
});

/** Before it begins, and with somebody to convene. */
export function convene(
  meeting: Meeting,
  persons: readonly string[],
  by: { byId: string | null; at: Date },
): MeetingFact[] {
  if (meeting.state !== "PLANNED") refuseAll([refusals.notPlanned()]);
  if (by.at >= meeting.startsAt) refuseAll([refusals.alreadyBegun()]);
  if (persons.length === 0) refuseAll([refusals.nobodyToConvene()]);
  return [{ type: "MeetingConvened", attendance: persons.map((personId) => awaited(personId, true)), ...by }];
}

export function cancel(meeting: Meeting, reason: string): MeetingFact[] {
  refuseAll(reason.trim() === "" ? [required("reason", "La raison de l'annulation")] : []);
  if (!isAhead(meeting)) refuseAll([refusals.tooLateToCancel()]);
  return [{ type: "MeetingCancelled", reason }];
}

/** Each convened person answers, and may change the answer until the meeting is held. */
export function answerConvocation(
  meeting: Meeting,
  personId: string,
  reply: { answer: AttendanceAnswer; replacedById: string | null },
  { mayReplace, at }: { mayReplace: boolean; at: Date },
): MeetingFact[] {
  const attendee = meeting.attendance.find((other) => other.personId === personId);
  if (!attendee) refuseAll([refusals.notConvoked()]);
  if (meeting.state !== "CONVENED") refuseAll([refusals.noLongerAnswered()]);
  if (reply.answer === "PENDING") refuseAll([refusals.answerMissing()]);
  const replacedById = reply.answer === "REPLACED" ? reply.replacedById?.trim() || null : null;
  if (reply.answer === "REPLACED") {
    refuseAll([
      ...(replacedById ? [] : [required("replacedById", "La personne remplaçante")]),
      ...(replacedById === personId ? [refusals.replacedByOneself()] : []),
      ...(replacedById && replacedById !== personId && !mayReplace ? [refusals.replacementElsewhere()] : []),
    ]);
  }
  // «Sur place» says nothing where there is no place.
  const answer = reply.answer === "WILL_ATTEND" && meeting.mode === "REMOTE" ? "WILL_ATTEND_REMOTELY" : reply.answer;
  if (attendee?.answer === answer && attendee.replacedById === replacedById) return [];
  const answered = meeting.attendance.map((other) =>
    other.personId === personId ? { ...other, answer, replacedById, answeredAt: at } : other,
  );
  const newcomer = replacedById !== null && !answered.some((other) => other.personId === replacedById);
  const attendance = withoutStrangers(newcomer ? [...answered, awaited(replacedById, false)] : answered);
  return [{ type: "ConvocationAnswered", attendance }];
}

/** A person as a replacement is chosen. */
export interface Candidate {
  personId: string;
  /** Empty for the central services; undefined for somebody who is not known. */
  academyCode?: string;
}

/** Somebody of the group, or of the same academy. */
export const mayReplace = (replaced: Candidate, replacement: Candidate, group: readonly string[]): boolean =>
  group.includes(replacement.personId) ||
  (replacement.academyCode !== undefined && replacement.academyCode === replaced.academyCode);

const DAY_MS = 86_400_000;
/** Answers are due a week ahead; a day ahead when the convocation left no more than that. */
const ANSWER_DAYS = { usual: 7, late: 1 };

/** Until when an answer lets the organiser book; null before the convocation. */
export function answersDue({ convened, startsAt }: Pick<Meeting, "convened" | "startsAt">): Date | null {
  if (!convened) return null;
  const ahead = (days: number) => new Date(startsAt.getTime() - days * DAY_MS);
  return convened.at < ahead(ANSWER_DAYS.usual) ? ahead(ANSWER_DAYS.usual) : ahead(ANSWER_DAYS.late);
}

export const isLate = (meeting: Pick<Meeting, "convened" | "startsAt">, { answeredAt }: Attendee): boolean => {
  const due = answersDue(meeting);
  return due !== null && answeredAt != null && answeredAt > due;
};

/**
 * A convened meeting follows its group until it is held: who takes a seat is convened, who left and never answered is
 * dropped.
 */
export function followGroup(meeting: Meeting, persons: readonly string[]): MeetingFact[] {
  if (meeting.state !== "CONVENED") return [];
  const known = meeting.attendance.map((attendee) => ({ ...attendee, seated: persons.includes(attendee.personId) }));
  const newcomers = persons.filter((person) => !known.some(({ personId }) => personId === person));
  const attendance = withoutStrangers([...known, ...newcomers.map((personId) => awaited(personId, true))]);
  const same =
    attendance.length === meeting.attendance.length &&
    attendance.every((attendee, index) => attendee.seated === meeting.attendance[index]?.seated);
  return same && newcomers.length === 0 ? [] : [{ type: "AttendeesChanged", attendance }];
}

/** Neither seated, nor anybody's replacement, nor heard of. */
const withoutStrangers = (attendance: readonly Attendee[]) =>
  attendance.filter(
    ({ personId, seated, answer }) =>
      seated || answer !== "PENDING" || attendance.some(({ replacedById }) => replacedById === personId),
  );
