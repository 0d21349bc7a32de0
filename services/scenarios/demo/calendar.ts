import { roll } from "@trame/kit/demo";

const DAY = 86_400_000;
/** Nothing of the demonstration happens after this day. */
const LAST = Date.parse("2020-05-15T15:00:00Z");

/** A clock for one scenario: each step is some days later, on a working day, and never after mid-May 2020. */
export function calendarFrom(firstDay: string, seed: string) {
  let now = Date.parse(`${firstDay}T07:00:00Z`);
  let step = 0;
  return {
    get now(): Date {
      return new Date(now);
    },
    /** The day, as an ISO text. */
    get today(): string {
      return new Date(now).toISOString().slice(0, 10);
    },
    later(days: number): Date {
      step++;
      const minutes = roll(500, seed, step, "minutes");
      const day = new Date(now + days * DAY);
      day.setUTCHours(7, minutes, 0, 0);
      const sunday = day.getUTCDay() === 0 ? DAY : 0;
      // Steps keep their order even where the year ends.
      now = Math.min(Math.max(day.getTime() + sunday, now + 600_000), Math.max(LAST + step * 60_000, now + 60_000));
      return new Date(now);
    },
  };
}

/** The n-th of `of` days spread between two days. */
export function dayBetween(from: string, to: string, share: number): string {
  const start = Date.parse(from);
  const day = new Date(start + Math.floor((Date.parse(to) - start) * share));
  if (day.getUTCDay() === 0) day.setUTCDate(day.getUTCDate() + 1);
  return day.toISOString().slice(0, 10);
}
