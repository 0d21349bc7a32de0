import { addDays, dayIn, daysBetween, later } from "@trame/kit/day";
import { type Meeting, wasHeld } from "./meeting.ts";
import type { ProgressReport } from "./progress.ts";
import { QUOTAS, type Quotas } from "./quotas.ts";

/** A team as its silence is judged. */
export interface Listened {
  id: string;
  academyCode: string;
  state: string;
  startsOn: string;
  endsOn: string;
}

export interface Silence {
  projectId: string;
  academyCode: string;
  /** Day of the last report or meeting, or the first of the project. */
  since: string;
  weeks: number;
}

/** The last day on which the team reported, or met. */
export function lastSign(
  project: Listened,
  { meetings, reports }: { meetings: readonly Meeting[]; reports: readonly Pick<ProgressReport, "projectId" | "at">[] },
): string {
  const signs = [
    ...meetings.filter((meeting) => meeting.projectId === project.id && wasHeld(meeting)).map(({ endsAt }) => endsAt),
    ...reports.filter(({ projectId }) => projectId === project.id).map(({ at }) => at),
  ];
  return signs.map((at) => dayIn(at)).reduce(later, project.startsOn);
}

/** On which day the silence is long. */
export const silentFrom = (since: string, quotas: Quotas = QUOTAS): string => addDays(since, quotas.silentWeeks * 7);

const ACTIVE = ["ENGAGED", "RUNNING"];

/** A team at work that reported nothing and met nobody for weeks, while its project lasts (R84). */
export function silenceOf(
  project: Listened,
  signs: Parameters<typeof lastSign>[1],
  { today, quotas = QUOTAS }: { today: string; quotas?: Quotas },
): Silence | null {
  const since = lastSign(project, signs);
  if (!ACTIVE.includes(project.state) || today > project.endsOn || today < silentFrom(since, quotas)) return null;
  return {
    projectId: project.id,
    academyCode: project.academyCode,
    since,
    weeks: Math.floor(daysBetween(since, today) / 7),
  };
}
