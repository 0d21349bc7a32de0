import { daysBetween } from "@trame/kit/day";
import { firstNational } from "./holding.ts";
import { isAhead, type Meeting, wasHeld } from "./meeting.ts";
import type { ProgressReport } from "./progress.ts";
import { dayOf, type Gap, isIntermediate, QUOTAS, type Quotas } from "./quotas.ts";
import type { Period } from "./school-year.ts";

/** A retained team of the theme. */
export interface Team {
  id: string;
  academyCode: string;
  /** «académie de Rennes». */
  academyLabel: string;
  state: string;
}

/** What a meeting is judged against. */
export interface Surroundings {
  /** The theme's national meetings, all years. */
  national: readonly Meeting[];
  /** The project's meetings, for an academic one. */
  ofProject: readonly Meeting[];
  workPlan: Period | null;
  teams: readonly Team[];
  reports: readonly ProgressReport[];
  /** The superiors of the référents were told of it (R86). */
  informed?: boolean;
  quotas?: Quotas;
}

/** What a meeting lacks (R44, R82 to R85, R87, R88). */
export function meetingGaps(meeting: Meeting, around: Surroundings): Gap[] {
  if (meeting.state === "CANCELLED") return [];
  return meeting.level === "NATIONAL"
    ? [
        ...nationalPlanGaps(meeting, around),
        ...superiorsGaps(meeting, around),
        ...minutesGaps(meeting, around),
        ...progressGaps(meeting, around),
      ]
    : [...academicPlanGaps(meeting, around), ...minutesGaps(meeting, around)];
}

const gap = (code: string, message: string, requirement: string, field: string | null = null): Gap => ({
  code,
  message,
  field,
  requirement,
});

function nationalPlanGaps(meeting: Meeting, { national, workPlan, quotas = QUOTAS }: Surroundings): Gap[] {
  const gaps: Gap[] = [];
  const ofYear = sameYear(meeting, national);
  if (meeting.mode === "IN_PERSON" && !meeting.atMinistry) {
    gaps.push(gap("NOT_AT_MINISTRY", "Cette réunion en présentiel ne se tient pas au ministère.", "R82", "atMinistry"));
  }
  if (meeting.mode === "REMOTE" && !isIntermediate(meeting, ofYear, workPlan)) {
    const message = "Cette réunion à distance n'est pas intermédiaire : elle ouvre l'année ou suit la dernière étape.";
    gaps.push(gap("NOT_INTERMEDIATE", message, "R83", "startsAt"));
  }
  const before = previous(meeting, national);
  const days = before && before.schoolYear === meeting.schoolYear ? daysBetween(dayOf(before), dayOf(meeting)) : 0;
  if (days > quotas.longestInterval) {
    const message = `${days} jours séparent cette réunion de la précédente : le travail en continu demande des points plus proches.`;
    gaps.push(gap("LONG_INTERVAL", message, "R84", "startsAt"));
  }
  return gaps;
}

function superiorsGaps(meeting: Meeting, { informed = true }: Surroundings): Gap[] {
  if (informed || !meeting.convened) return [];
  const message = "Les responsables des référents ne sont pas encore informés de cette réunion.";
  return [gap("SUPERIORS_NOT_INFORMED", message, "R86")];
}

function academicPlanGaps(meeting: Meeting, { ofProject, quotas = QUOTAS }: Surroundings): Gap[] {
  const rank = sameYear(meeting, ofProject)
    .filter((other) => other.mode === "IN_PERSON")
    .toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime())
    .findIndex((other) => other.id === meeting.id);
  if (rank < quotas.academicMost) return [];
  const message = "C'est plus que les une à deux réunions académiques en présentiel de l'année.";
  return [gap("MORE_THAN_TWO", message, "R44")];
}

function minutesGaps(meeting: Meeting, { national }: Surroundings): Gap[] {
  if (!wasHeld(meeting)) return [];
  const gaps: Gap[] = [];
  const opening = firstNational(sameYear(meeting, national))?.id === meeting.id;
  if (meeting.level === "NATIONAL" && opening && !meeting.minutes?.modalities) {
    const message = "Les modalités de travail, exposées à la première réunion, ne figurent pas encore au compte rendu.";
    gaps.push(gap("MODALITIES_MISSING", message, "R85", "minutes.modalities"));
  }
  if (!meeting.minutes) gaps.push(gap("MINUTES_MISSING", "Le compte rendu n'est pas encore rédigé.", "R87", "minutes"));
  else if (!meeting.minutes.approved) {
    gaps.push(gap("MINUTES_NOT_APPROVED", "Le compte rendu attend son approbation.", "R87", "minutes"));
  }
  if (meeting.level === "NATIONAL" && !meeting.synthesis) {
    gaps.push(
      gap("SYNTHESIS_MISSING", "La synthèse publique n'est pas encore en ligne sur éduscol.", "R88", "synthesis"),
    );
  }
  return gaps;
}

/** Each later national meeting takes stock of every academy: which have not reported since the one before (R84). */
function progressGaps(meeting: Meeting, { national, teams, reports }: Surroundings): Gap[] {
  const before = previous(meeting, national);
  if (!before || (isAhead(meeting) && !meeting.convened)) return [];
  const silent = teams
    .filter(({ state }) => state !== "ABANDONED")
    .filter(({ id }) => !reports.some((report) => report.projectId === id && isBetween(report.at, before, meeting)))
    .map(({ academyLabel }) => academyLabel);
  if (silent.length === 0) return [];
  const message = `Pas de point d'étape depuis la réunion précédente : ${silent.toSorted().join(", ")}.`;
  return [gap("PROGRESS_MISSING", message, "R84")];
}

export interface TeamProgress {
  team: Team;
  /** The last one before the meeting ended, if any. */
  report: ProgressReport | null;
}

/** Where every academy stands at a national meeting, those without a report too (R84). */
export const progressAt = (
  meeting: Meeting,
  teams: readonly Team[],
  reports: readonly ProgressReport[],
): TeamProgress[] =>
  teams
    .filter(({ state }) => state !== "ABANDONED")
    .toSorted((a, b) => a.academyLabel.localeCompare(b.academyLabel, "fr"))
    .map((team) => ({ team, report: latest(reports, team.id, meeting.endsAt) }));

const latest = (reports: readonly ProgressReport[], projectId: string, until: Date) =>
  reports
    .filter((report) => report.projectId === projectId && report.at <= until)
    .toSorted((a, b) => b.at.getTime() - a.at.getTime())[0] ?? null;

export const isBetween = (at: Date, before: Meeting | undefined, meeting: Meeting) =>
  at <= meeting.endsAt && (before === undefined || at > before.endsAt);

const sameYear = (meeting: Meeting, others: readonly Meeting[]) =>
  others.filter((other) => other.schoolYear === meeting.schoolYear && other.state !== "CANCELLED");

/** The national meeting before this one. */
export const previous = (meeting: Meeting, national: readonly Meeting[]): Meeting | undefined =>
  national
    .filter((other) => other.state !== "CANCELLED" && other.startsAt < meeting.startsAt)
    .toSorted((a, b) => b.startsAt.getTime() - a.startsAt.getTime())[0];
