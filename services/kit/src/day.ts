/** A day without an hour, YYYY-MM-DD: such texts sort as the days do. */
export type Day = string;

export const PARIS = "Europe/Paris";

const DAY_MS = 86_400_000;

/** What day it is somewhere. */
export const dayIn = (at: Date, timeZone: string = PARIS): Day => wallClock(at, timeZone).slice(0, 10);

/** What a clock shows there, such as 09:30. */
export const timeIn = (at: Date, timeZone: string = PARIS): string => wallClock(at, timeZone).slice(11, 16);

/** The instant at which the day begins in the zone. */
export const midnight = (day: Day, timeZone: string = PARIS): Date => instantIn(day, "00:00", timeZone);

/** A time of day, such as 09:30, in the zone. */
export function instantIn(day: Day, time: string, timeZone: string = PARIS): Date {
  const utc = Date.parse(`${day}T${time}:00Z`);
  const guess = new Date(utc - ahead(new Date(utc), timeZone));
  // The zone may be ahead by another hour at the guessed instant, on the day of a change of hour.
  return new Date(utc - ahead(guess, timeZone));
}

export const addDays = (day: Day, days: number): Day =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);

export const nextDay = (day: Day): Day => addDays(day, 1);

export const daysBetween = (from: Day, to: Day): number => (Date.parse(to) - Date.parse(from)) / DAY_MS;

export const later = (a: Day, b: Day): Day => (a > b ? a : b);
export const earlier = (a: Day, b: Day): Day => (a < b ? a : b);

const french = new Intl.DateTimeFormat("fr-FR", { dateStyle: "long", timeZone: "UTC" });

/** For a French reader: 4 octobre 2019, 1er juin 2020. */
export const frenchDay = (day: Day): string => french.format(new Date(day)).replace(/^1 /, "1er ");

/** Milliseconds by which the zone is ahead of UTC at this instant. */
const ahead = (at: Date, timeZone: string): number =>
  Date.parse(`${wallClock(at, timeZone).replace(" ", "T")}Z`) - Math.floor(at.getTime() / 1000) * 1000;

/** To make one costs a hundred times what using it does. */
const clocks = new Map<string, Intl.DateTimeFormat>();

/** For example 2020-05-18 09:30:00. */
function wallClock(at: Date, timeZone: string): string {
  let clock = clocks.get(timeZone);
  if (!clock) {
    clock = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "medium" });
    clocks.set(timeZone, clock);
  }
  return clock.format(at);
}
