import { dayIn } from "@trame/kit/day";
import { type Refusal, refuseAll, required } from "@trame/kit/refusal";
import { refusals } from "../errors.ts";
import { isAhead, type Meeting, type MeetingFact, type MeetingText, type PlannedMeeting } from "./meeting.ts";
import { type Period, type SchoolYear, schoolYearOf, within } from "./school-year.ts";

/** Between which days a meeting may lie, and on which clock a day is read. */
export interface Calendar {
  /** Of the theme, or of the project. */
  years: readonly SchoolYear[];
  /** Of a national meeting, where its theme has a work plan (R47). */
  workPlan: Period | null;
  timeZone: string;
}

/** From the theme's first day to its last milestone: what comes later is no longer intermediate (R47, R83). */
export function workPlanPeriod(theme: { startsOn: string; milestones: readonly { dueOn: string }[] }): Period | null {
  const endsOn = theme.milestones
    .map(({ dueOn }) => dueOn)
    .toSorted()
    .at(-1);
  return endsOn === undefined ? null : { startsOn: theme.startsOn, endsOn };
}

type Draft = Omit<PlannedMeeting, "schoolYear">;

/** Inside the school year with its purpose given (R45), inside the work plan (R47), at the ministry in person (R82). */
export function planMeeting(draft: Draft, calendar: Calendar, at: Date): MeetingFact[] {
  refuseAll([
    ...textComplete(draft),
    ...ministryFits(draft),
    ...(draft.startsAt <= at ? [refusals.inThePast()] : []),
    ...datesFit(draft, calendar),
  ]);
  return [{ type: "MeetingPlanned", meeting: { ...draft, schoolYear: schoolYearLabel(draft.startsAt, calendar) } }];
}

/** Until the meeting is held; once convened its persons see the change. */
export function reviseMeeting(
  meeting: Meeting,
  text: Partial<MeetingText>,
  calendar: Calendar,
  at: Date,
): MeetingFact[] {
  if (!isAhead(meeting)) refuseAll([refusals.tooLateToRevise()]);
  if (Object.keys(text).length === 0) return [];
  const revised = { ...meeting, ...text };
  const moved = text.startsAt !== undefined || text.endsAt !== undefined;
  refuseAll([
    ...textComplete(revised),
    ...(text.startsAt && text.startsAt <= at ? [refusals.inThePast()] : []),
    ...(moved ? datesFit(revised, calendar) : []),
  ]);
  const schoolYear = moved ? schoolYearLabel(revised.startsAt, calendar) : meeting.schoolYear;
  return [{ type: "MeetingRevised", text: { ...text, schoolYear } }];
}

const textComplete = ({ title, purpose }: { title: string; purpose: string }): Refusal[] => [
  ...(title.trim() === "" ? [required("title", "Le titre de la réunion")] : []),
  ...(purpose.trim() === "" ? [required("purpose", "L'objet de la réunion (réflexion, production…)", "R45")] : []),
];

function ministryFits({ level, mode, atMinistry }: Draft): Refusal[] {
  if (!atMinistry) return [];
  if (level === "ACADEMIC") return [refusals.ministryIsNational()];
  return mode === "REMOTE" ? [refusals.remoteAtMinistry()] : [];
}

function datesFit(meeting: { startsAt: Date; endsAt: Date }, { years, workPlan, timeZone }: Calendar): Refusal[] {
  if (meeting.endsAt <= meeting.startsAt) return [refusals.endsBeforeStart()];
  const day = dayIn(meeting.startsAt, timeZone);
  if (!schoolYearOf(years, day)) return [refusals.outsideSchoolYear()];
  return workPlan && !within(workPlan, day) ? [refusals.outsideWorkPlan()] : [];
}

const schoolYearLabel = (startsAt: Date, { years, timeZone }: Calendar) =>
  schoolYearOf(years, dayIn(startsAt, timeZone))?.label ?? "";
