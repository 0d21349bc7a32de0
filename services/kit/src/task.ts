/** What is expected of a person, by when, and where in the portal it is done. */
export interface Task {
  id: string;
  /** Stable, for programs and for grouping. */
  kind: string;
  title: string;
  detail: string | null;
  dueAt: Date | null;
  /** The zone in which the deadline is told. */
  timeZone: string;
  href: string;
}

export interface TaskWords {
  title: string;
  detail?: string | null;
  dueAt?: Date | null;
  timeZone?: string;
  href: string;
}

const PARIS = "Europe/Paris";

/** One task per kind and subject. */
export const task = (
  kind: string,
  subject: string,
  { title, detail = null, dueAt = null, timeZone = PARIS, href }: TaskWords,
): Task => ({ id: `${kind}:${subject}`, kind, title, detail, dueAt, timeZone, href });

/** The most urgent first; what has no deadline comes last, in a steady order. */
export const byUrgency = (tasks: readonly Task[]): Task[] =>
  tasks.toSorted(
    (a, b) => (a.dueAt?.getTime() ?? Infinity) - (b.dueAt?.getTime() ?? Infinity) || (a.id < b.id ? -1 : 1),
  );
