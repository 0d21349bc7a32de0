import { dayIn, frenchDay, PARIS } from "@trame/kit/day";
import { isAhead, type Meeting, wasHeld } from "./meeting.ts";
import type { Period, SchoolYear } from "./school-year.ts";

/** What is still missing, and why it matters. */
export interface Gap {
  code: string;
  message: string;
  field: string | null;
  requirement: string;
}

/** How many meetings a school year asks for (domain.md, reading of R44, R82 and R83). */
export interface Quotas {
  nationalInPerson: number;
  nationalRemote: number;
  academicMost: number;
  /** Days without a national meeting after which the work no longer looks continuous (R84). */
  longestInterval: number;
  /** Weeks without a report or a meeting after which a team is flagged (R84). */
  silentWeeks: number;
}

export const QUOTAS: Quotas = {
  nationalInPerson: 1,
  nationalRemote: 2,
  academicMost: 2,
  longestInterval: 120,
  silentWeeks: 8,
};

export interface YearCount {
  schoolYear: string;
  inPersonHeld: number;
  inPersonDue: number;
  remoteHeld: number;
  remoteDue: number;
  gaps: Gap[];
}

const gap = (code: string, message: string, requirement: string, field: string | null = null): Gap => ({
  code,
  message,
  field,
  requirement,
});

export const dayOf = (meeting: Pick<Meeting, "startsAt">, timeZone = PARIS) => dayIn(meeting.startsAt, timeZone);

export const isAtMinistry = ({ mode, atMinistry }: Meeting) => mode === "IN_PERSON" && atMinistry;

/** Intermediate: not the first of the year, not after the work plan's last milestone (R83). */
export function isIntermediate(meeting: Meeting, nationalOfYear: readonly Meeting[], workPlan: Period | null): boolean {
  const earlier = nationalOfYear.some((other) => other.state !== "CANCELLED" && other.startsAt < meeting.startsAt);
  return meeting.mode === "REMOTE" && earlier && (workPlan === null || dayOf(meeting) <= workPlan.endsOn);
}

/** The national meetings of a theme in one school year, held against due (R82, R83). */
export function countYear(
  year: SchoolYear,
  national: readonly Meeting[],
  { workPlan, today, quotas = QUOTAS }: { workPlan: Period | null; today: string; quotas?: Quotas },
): YearCount {
  const ofYear = national.filter((meeting) => meeting.schoolYear === year.label && meeting.state !== "CANCELLED");
  const inPerson = ofYear.filter(isAtMinistry);
  const remote = ofYear.filter((meeting) => isIntermediate(meeting, ofYear, workPlan));
  const over = today > year.endsOn;
  return {
    schoolYear: year.label,
    inPersonHeld: inPerson.filter(wasHeld).length,
    inPersonDue: quotas.nationalInPerson,
    remoteHeld: remote.filter(wasHeld).length,
    remoteDue: quotas.nationalRemote,
    gaps: [
      ...compare(inPerson, quotas.nationalInPerson, over, "IN_PERSON", "en présentiel au ministère", "R82"),
      ...compare(remote, quotas.nationalRemote, over, "REMOTE", "intermédiaires à distance", "R83"),
    ],
  };
}

/** Fewer is a gap, once the year is over or when not enough are foreseen; more is a warning. */
function compare(
  meetings: readonly Meeting[],
  due: number,
  over: boolean,
  kind: string,
  words: string,
  requirement: string,
): Gap[] {
  const held = meetings.filter(wasHeld).length;
  const foreseen = over ? held : meetings.length;
  if (foreseen < due) {
    const ahead = foreseen - held;
    const message = `Réunions nationales ${words} : ${count(held, "tenue")}, ${count(ahead, "prévue")}, ${count(due, "due")} dans l'année.`;
    return [gap(`${kind}_MEETINGS_MISSING`, message, requirement)];
  }
  if (meetings.length > due) {
    const message = `Réunions nationales ${words} : ${count(meetings.length, "tenue ou prévue")} pour ${count(due, "due")} dans l'année.`;
    return [gap(`${kind}_MEETINGS_IN_EXCESS`, message, requirement)];
  }
  return [];
}

const count = (number: number, word: string) => `${number} ${number > 1 ? word.replace(/e\b/g, "es") : word}`;

/** One or two in-person academic meetings per project and school year (R44): none is a gap, a third a warning. */
export function academicGaps(
  years: readonly SchoolYear[],
  ofProject: readonly Meeting[],
  { today, quotas = QUOTAS }: { today: string; quotas?: Quotas },
): Gap[] {
  return years
    .filter((year) => year.startsOn <= today)
    .flatMap((year) => {
      const inPerson = ofProject.filter(
        (meeting) => meeting.schoolYear === year.label && meeting.mode === "IN_PERSON" && meeting.state !== "CANCELLED",
      );
      if (inPerson.length > quotas.academicMost) return [tooMany(year, inPerson.length)];
      if (inPerson.some(wasHeld)) return [];
      return today > year.endsOn ? [noneHeld(year)] : inPerson.some(isAhead) ? [] : [noneYet(year)];
    });
}

const tooMany = ({ label }: SchoolYear, count: number) =>
  gap(
    "MORE_THAN_TWO",
    `${count} réunions académiques en présentiel en ${label} : le programme en prévoit une à deux.`,
    "R44",
  );

const noneHeld = ({ label }: SchoolYear) =>
  gap("NO_ACADEMIC_MEETING", `Aucune réunion académique en présentiel ne s'est tenue en ${label}.`, "R44");

const noneYet = ({ endsOn }: SchoolYear) =>
  gap(
    "NO_ACADEMIC_MEETING_YET",
    `Aucune réunion académique en présentiel n'est encore tenue ni prévue : une à deux sont dues avant le ${frenchDay(endsOn)}.`,
    "R44",
  );
