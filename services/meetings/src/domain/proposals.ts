import { addDays, dayIn, daysBetween, instantIn, PARIS } from "@trame/kit/day";
import type { MeetingMode, PlannedMeeting } from "./meeting.ts";
import { type Period, type SchoolYear, schoolYearOf, schoolYears, within } from "./school-year.ts";

/** A theme as its meetings need it. */
export interface ThemeFacts extends Period {
  id: string;
  title: string;
  milestones: { title: string; dueOn: string }[];
}

/** The ministry's address, for a meeting held there (R82). */
export const MINISTRY = "Ministère de l'Éducation nationale et de la Jeunesse, 110 rue de Grenelle, Paris 7e";

interface Usual {
  rank: number;
  mode: MeetingMode;
  title: string;
  purpose: string;
  /** Month and day of a usual year. */
  around: string;
  from: string;
  to: string;
}

/** The year's rhythm: the ministry in early autumn, then two stages at a distance (R82, R83). */
const USUAL: readonly Usual[] = [
  {
    rank: 1,
    mode: "IN_PERSON",
    title: "Réunion de lancement au ministère",
    purpose: "Lancement des travaux : modalités, calendrier, présentation des projets des académies",
    around: "10-04",
    from: "09:30",
    to: "16:30",
  },
  {
    rank: 2,
    mode: "REMOTE",
    title: "Premier point d'étape à distance",
    purpose: "Point d'étape : avancement de chaque académie, premières mises en œuvre en classe",
    around: "01-24",
    from: "14:00",
    to: "16:00",
  },
  {
    rank: 3,
    mode: "REMOTE",
    title: "Second point d'étape à distance",
    purpose: "Point d'étape : scénarios en cours de publication, préparation de la synthèse",
    around: "04-03",
    from: "14:00",
    to: "16:00",
  },
];

/** A milestone this close to the usual date is meant for the meeting. */
const NEAR_DAYS = 30;
/** People are told at least three weeks ahead. */
const NOTICE_DAYS = 21;

export type ProposedMeeting = PlannedMeeting & { rank: number };

/** The school year that a launch or a change of plan on that day concerns. */
export const yearToPlan = (theme: Period, day: string): SchoolYear | undefined => {
  const years = schoolYears(theme);
  return schoolYearOf(years, day) ?? years.find((year) => year.startsOn > day);
};

/**
 * The three national meetings of a school year, inside the work plan (R47): on the work plan's milestones where they
 * are near the usual dates, otherwise on those dates; spread over what is left of the year after a late launch.
 */
export function proposeNationalMeetings(
  theme: ThemeFacts,
  year: SchoolYear,
  { today, idOf }: { today: string; idOf: (rank: number) => string },
): ProposedMeeting[] {
  const last =
    theme.milestones
      .map(({ dueOn }) => dueOn)
      .toSorted()
      .at(-1) ?? year.endsOn;
  const endsOn = last < year.endsOn && last > year.startsOn ? last : year.endsOn;
  const days = daysOfYear(theme, { startsOn: year.startsOn, endsOn }, today);
  return USUAL.flatMap((usual, index) => {
    const day = days[index];
    return day === undefined ? [] : [proposal(theme, year, usual, day, idOf(usual.rank))];
  });
}

function daysOfYear(theme: ThemeFacts, period: Period, today: string): string[] {
  const earliest = addDays(today, NOTICE_DAYS);
  const usual = USUAL.map(
    ({ around }) => milestoneNear(theme, inYear(period, around)) ?? weekday(inYear(period, around)),
  );
  const fits = usual.every((day, index) => within(period, day) && day >= earliest && day > (usual[index - 1] ?? ""));
  if (fits) return usual;
  const first = earliest > period.startsOn ? earliest : addDays(period.startsOn, NOTICE_DAYS);
  const room = daysBetween(first, period.endsOn);
  // A launch in the last weeks of the year leaves nothing to plan: the gap shows (R83).
  if (room < NOTICE_DAYS) return [];
  return [0, 1, 2].map((step) => weekday(addDays(first, Math.floor((room * step) / 3))));
}

const inYear = ({ startsOn }: Period, monthDay: string) => {
  const year = Number(startsOn.slice(0, 4));
  return monthDay >= startsOn.slice(5) ? `${year}-${monthDay}` : `${year + 1}-${monthDay}`;
};

const milestoneNear = ({ milestones }: ThemeFacts, day: string): string | undefined =>
  milestones
    .map(({ dueOn }) => weekday(dueOn))
    .filter((dueOn) => Math.abs(daysBetween(day, dueOn)) <= NEAR_DAYS)
    .toSorted((a, b) => Math.abs(daysBetween(day, a)) - Math.abs(daysBetween(day, b)))[0];

/** Saturday and Sunday give way to the Friday before. */
function weekday(day: string): string {
  const rank = new Date(day).getUTCDay();
  return rank === 6 ? addDays(day, -1) : rank === 0 ? addDays(day, -2) : day;
}

function proposal(theme: ThemeFacts, year: SchoolYear, usual: Usual, day: string, id: string): ProposedMeeting {
  const inPerson = usual.mode === "IN_PERSON";
  return {
    id,
    rank: usual.rank,
    level: "NATIONAL",
    mode: usual.mode,
    title: usual.title,
    purpose: usual.purpose,
    themeId: theme.id,
    projectId: null,
    academyCode: null,
    schoolYear: year.label,
    startsAt: instantIn(day, usual.from, PARIS),
    endsAt: instantIn(day, usual.to, PARIS),
    place: inPerson ? MINISTRY : null,
    atMinistry: inPerson,
    videoUrl: null,
    agenda: [],
  };
}

export const parisDay = (instant: Date) => dayIn(instant, PARIS);
