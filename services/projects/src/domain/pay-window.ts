import type { Day } from "@trame/kit/day";
import type { Refusal } from "@trame/kit/refusal";
import { refusals } from "../errors.ts";

export type InstalmentNumber = 1 | 2;

/** When one of the two payments of a school year may be attested and ordered: its first and last month and day (R90). */
export interface PayWindow {
  number: InstalmentNumber;
  /** MM-DD, as `to`. */
  from: string;
  to: string;
}

/** What a campaign begins with; the programme office changes it. */
export const PAY_WINDOWS: readonly PayWindow[] = [
  { number: 1, from: "09-01", to: "12-31" },
  { number: 2, from: "06-01", to: "08-31" },
];

/** The window's day in the school year that begins with `year`, from 1 September to 31 August whenever a campaign began. */
export const dayOf = (year: number, monthAndDay: string): Day =>
  `${monthAndDay >= "09-01" ? year : year + 1}-${monthAndDay}`;

/** Exactly a first and a second (R90), each on days that every year has, the second after the first. */
export function payWindowsFit(windows: readonly PayWindow[]): Refusal[] {
  const numbers = windows.map(({ number }) => number).join();
  if (numbers !== "1,2") return [refusals.payWindowsNotTwo()];
  const malformed = windows.flatMap(({ from, to }, index) => [
    ...(isInEveryYear(from) ? [] : [refusals.payWindowMalformed(`${index}.from`)]),
    ...(isInEveryYear(to) ? [] : [refusals.payWindowMalformed(`${index}.to`)]),
  ]);
  if (malformed.length > 0) return malformed;
  const days = windows.flatMap(({ from, to }) => [dayOf(2001, from), dayOf(2001, to)]);
  const [from1 = "", to1 = "", from2 = "", to2 = ""] = days;
  return [
    ...(to1 < from1 ? [refusals.payWindowReversed("0.to")] : []),
    ...(from2 <= to1 ? [refusals.payWindowsOverlap("1.from")] : []),
    ...(to2 < from2 ? [refusals.payWindowReversed("1.to")] : []),
  ];
}

/** 29 February is not. */
function isInEveryYear(monthAndDay: string): boolean {
  const day = `2001-${monthAndDay}`;
  const at = new Date(`${day}T00:00:00Z`);
  return /^\d{2}-\d{2}$/.test(monthAndDay) && !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === day;
}
