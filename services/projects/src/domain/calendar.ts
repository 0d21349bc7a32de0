import { addDays, type Day, dayIn, instantIn, timeIn } from "@trame/kit/day";

/** The same day of another year; 29 February becomes 28. */
export function addYears(day: Day, years: number): Day {
  const year = String(Number(day.slice(0, 4)) + years).padStart(4, "0");
  const isLeap = new Date(`${year}-02-29`).toISOString().slice(5, 10) === "02-29";
  return day.slice(5) === "02-29" && !isLeap ? `${year}-02-28` : `${year}${day.slice(4)}`;
}

const MINUTE = 60_000;

const moved = (at: Date, to: (day: Day) => Day): Date =>
  new Date(instantIn(to(dayIn(at)), timeIn(at)).getTime() + (((at.getTime() % MINUTE) + MINUTE) % MINUTE));

/** Days later by the calendar, at the same time of day in Paris: summer time does not move an hour of closing. */
export const daysLater = (at: Date, days: number): Date => moved(at, (day) => addDays(day, days));

export const yearsLater = (at: Date, years: number): Date => moved(at, (day) => addYears(day, years));

/** The last minute of a day in Paris. */
export const endOf = (day: Day): Date => instantIn(day, "23:59");
