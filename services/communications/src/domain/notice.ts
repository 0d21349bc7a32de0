import { addDays, dayIn, instantIn } from "@trame/kit/day";

/** Whoever holds the role in the scope; what is absent does not restrict. */
export interface Audience {
  role?: string;
  themeId?: string;
  academyCode?: string;
}

/** What persons are told. */
export interface Notice {
  /** Derived from what is told: telling it twice tells it once. */
  id: string;
  kind: string;
  personIds: readonly string[];
  audiences: readonly Audience[];
  /** Not told, although in an audience: whoever did it. */
  exceptIds: readonly string[];
  title: string;
  text: string;
  path: string;
  dueAt: Date | null;
  about: string;
  issuedAt: Date;
}

/** A notice that has no id yet: it is derived from its occasion. */
export type Announcement = Omit<Notice, "id"> & { occasion: string };

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** How long a notification is kept; what arrives older than that was kept by nobody. */
export const KEPT_MS = 90 * DAY;
/** What arrives older than that is read in the portal, and no longer written by mail. */
export const NEWS_MS = 2 * DAY;

export const isKept = (issuedAt: Date, now: Date): boolean => now.getTime() - issuedAt.getTime() < KEPT_MS;
export const isNews = (issuedAt: Date, now: Date): boolean => now.getTime() - issuedAt.getTime() < NEWS_MS;

/** Three days before the deadline, or one when the notice came later than that; null when it is itself the reminder. */
export function reminderAt({ issuedAt, dueAt }: Pick<Notice, "issuedAt" | "dueAt">): Date | null {
  if (!dueAt) return null;
  const [due, issued] = [dueAt.getTime(), issuedAt.getTime()];
  if (issued < due - 4 * DAY) return new Date(due - 3 * DAY);
  if (issued < due - 36 * HOUR) return new Date(due - DAY);
  return null;
}

export const DIGEST_HOUR = 7;

/** The next time that the clock of the zone shows the hour, strictly after now. */
export function digestAt(now: Date, { hour, timeZone }: { hour: number; timeZone: string }): Date {
  const time = `${String(hour).padStart(2, "0")}:00`;
  const today = dayIn(now, timeZone);
  const first = instantIn(today, time, timeZone);
  return first > now ? first : instantIn(addDays(today, 1), time, timeZone);
}

/** The path of the portal, and nothing that leads elsewhere. */
export const isPortalPath = (path: string): boolean => /^\/(?![/\\])/.test(path);
