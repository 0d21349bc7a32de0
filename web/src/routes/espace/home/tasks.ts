import { t } from "@lingui/core/macro";
import { locale } from "../../../language.ts";
import { clockTime, daysLeft, duration } from "../../../ui/dates.ts";

export interface Task {
  id: string;
  title: string;
  detail?: string | null;
  dueAt?: string | null;
  timeZone?: string;
  href: string;
}

/** How urgent a task is, in the order in which they are shown. */
export const URGENCIES = ["overdue", "week", "later", "undated"] as const;
export type Urgency = (typeof URGENCIES)[number];

export const urgencyOf = ({ dueAt }: Task, now: string): Urgency => {
  if (!dueAt) return "undated";
  const left = Date.parse(dueAt) - Date.parse(now);
  if (left < 0) return "overdue";
  return left < 7 * 24 * HOUR ? "week" : "later";
};

/** The groups that have something in them. */
export const byUrgency = <One extends Task>(tasks: readonly One[], now: string) =>
  URGENCIES.map((urgency) => ({ urgency, tasks: tasks.filter((task) => urgencyOf(task, now) === urgency) })).filter(
    (group) => group.tasks.length > 0,
  );

/** Every service's tasks in one list: the nearest deadline first, those without one after. */
export const mergeTasks = <One extends Task>(lists: readonly (readonly One[] | null | undefined)[]): One[] =>
  lists.flatMap((list) => list ?? []).sort((a, b) => instantOf(a) - instantOf(b));

const instantOf = ({ dueAt }: Task) => (dueAt ? Date.parse(dueAt) : Number.POSITIVE_INFINITY);

const HOUR = 3_600_000;

/** « il reste 3 h 20 » on the last day, else the days of the calendar. */
export function timeLeft(now: string, dueAt: string): string {
  const left = Date.parse(dueAt) - Date.parse(now);
  if (Number.isNaN(left)) return clockTime(dueAt);
  if (left < 0) return t`échéance passée ${daysLeft(now, dueAt)}`;
  if (left >= 24 * HOUR) return daysLeft(now, dueAt);
  const minutes = Math.floor(left / 60_000);
  return t`il reste ${duration(minutes)}`;
}

/** « des réunions et des lettres » from the parts that could not be read. */
export const missingParts = (parts: readonly (readonly [string, boolean])[]): string =>
  new Intl.ListFormat(locale).format(parts.filter(([, missing]) => missing).map(([name]) => name));
