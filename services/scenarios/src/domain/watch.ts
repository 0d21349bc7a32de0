import type { Visit } from "./address.ts";

/** What the visits of a published address have found since it was given (E9 of the product's rows, R68). */
export interface Watch {
  url: string;
  /** Visits in a row that found no open page. */
  failures: number;
  /** Instant of the first of them. */
  failingSince: Date | null;
  /** What the last visit found, in words. */
  detail: string;
  checkedAt: Date | null;
  nextAt: Date;
}

/** What has to be told after a visit; an address that breaks is told once. */
export type Turn = "BROKE" | "MENDED" | null;

const DAY_MS = 24 * 60 * 60 * 1000;
const WEEK_MS = 7 * DAY_MS;

/** A site may be down for a night: an address is broken once three daily visits in a row found no open page. */
const BROKEN_AFTER = 3;

/** A published address is visited a week later for the first time: publishing it has just visited it. */
export const watchOf = (url: string, publishedAt: Date): Watch => ({
  url,
  failures: 0,
  failingSince: null,
  detail: "",
  checkedAt: null,
  nextAt: new Date(publishedAt.getTime() + WEEK_MS),
});

/** Since when nobody can open it; null while it opens, or while it is too early to say. */
export const brokenSince = ({ failures, failingSince }: Pick<Watch, "failures" | "failingSince">): Date | null =>
  failures >= BROKEN_AFTER ? failingSince : null;

/** Weekly while the page opens, daily while it does not. */
export function afterVisit(watch: Watch, visit: Visit, at: Date): { watch: Watch; turn: Turn } {
  const { url, failures, failingSince } = watch;
  const next = (ms: number) => new Date(at.getTime() + ms);
  if (visit.kind === "PAGE") {
    const opened = { ...watchOf(url, at), detail: "La page s'ouvre sans identification.", checkedAt: at };
    return { watch: opened, turn: brokenSince(watch) ? "MENDED" : null };
  }
  const failed = {
    url,
    failures: failures + 1,
    failingSince: failingSince ?? at,
    detail: visit.detail,
    checkedAt: at,
    nextAt: next(DAY_MS),
  };
  return { watch: failed, turn: failed.failures === BROKEN_AFTER ? "BROKE" : null };
}
