/** A day without an hour, YYYY-MM-DD: such texts sort as the days do. */
export type Day = string;

export const PARIS = "Europe/Paris";

/** What day it is somewhere. */
export const dayIn = (at: Date, timeZone: string = PARIS): Day =>
  new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" }).format(at);

export const nextDay = (day: Day): Day => {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
};

/** The instant at which the day begins in the zone. */
export function midnight(day: Day, timeZone: string = PARIS): Date {
  const utc = Date.parse(`${day}T00:00:00Z`);
  const guess = new Date(utc - offset(new Date(utc), timeZone));
  // The offset may be another one at the guessed instant, on the day of a change of hour.
  return new Date(utc - offset(guess, timeZone));
}

/** Milliseconds by which the zone is ahead of UTC at this instant. */
function offset(at: Date, timeZone: string): number {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  }).formatToParts(at);
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? "00";
  const local = `${of("year")}-${of("month")}-${of("day")}T${of("hour")}:${of("minute")}:${of("second")}Z`;
  return Date.parse(local) - Math.floor(at.getTime() / 1000) * 1000;
}

export const later = (a: Day, b: Day): Day => (a > b ? a : b);
export const earlier = (a: Day, b: Day): Day => (a < b ? a : b);
