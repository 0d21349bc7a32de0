/** What an endpoint answered, or why it did not. */
export interface Attempt {
  status: number | null;
  answer: string;
  /** What Retry-After asked for. */
  retryAfterMs: number | null;
  ms: number;
}

export type Verdict =
  | { type: "delivered" }
  | { type: "again"; inMs: number }
  /** The endpoint says that it is there no more. */
  | { type: "gone" }
  /** It was tried over days. */
  | { type: "exhausted" };

const SECOND = 1_000;
const HOUR = 3_600 * SECOND;

/** Pauses between attempts: some three days in all. */
export const PAUSES_MS = [
  5 * SECOND,
  300 * SECOND,
  0.5 * HOUR,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
];
const LONGEST_MS = 24 * HOUR;

/** Up to a fifth more, so that what failed together does not come back together. */
const JITTER = 0.2;

/** What becomes of a delivery after its `attempts`-th attempt; `random` lies between 0 and 1. */
export function judge({ status, retryAfterMs }: Attempt, attempts: number, random: number): Verdict {
  if (status !== null && status >= 200 && status < 300) return { type: "delivered" };
  if (status === 410) return { type: "gone" };
  const pause = PAUSES_MS[attempts - 1];
  if (pause === undefined) return { type: "exhausted" };
  const asked = status === 429 || status === 503 ? (retryAfterMs ?? 0) : 0;
  return { type: "again", inMs: Math.round(Math.max(pause, Math.min(asked, LONGEST_MS)) * (1 + JITTER * random)) };
}

/** An endpoint that accepted nothing since a delivery began, which failed to the end, is suspended. */
export const isDead = (deliveryBegan: Date, lastAccepted: Date | null): boolean =>
  lastAccepted === null || lastAccepted < deliveryBegan;

/** Retry-After is a number of seconds or a date. */
export function retryAfterOf(header: string | undefined, now: Date): number | null {
  if (!header) return null;
  if (/^\d+$/.test(header.trim())) return Number(header) * SECOND;
  const at = Date.parse(header);
  return Number.isNaN(at) ? null : Math.max(0, at - now.getTime());
}
