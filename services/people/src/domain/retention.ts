import { addDays, type Day } from "@trame/kit/day";
import { type Refusal, refuseAll } from "@trame/kit/refusal";
import { refusals } from "../errors.ts";

/** How long a person is kept after the last mandate ended, and how long before the purge he or she is told. */
export const RETENTION_YEARS = 3;
export const RETENTION_NOTICE_DAYS = 30;

export interface Terms {
  retentionYears: number;
  retentionNoticeDays: number;
  invitationDays: number;
}

/** The programme lasts two years: less than one year would forget persons who are still awaited. */
export function checkTerms({ retentionYears, retentionNoticeDays, invitationDays }: Terms): void {
  const between = (value: number, least: number, most: number, field: string): Refusal[] =>
    Number.isInteger(value) && value >= least && value <= most ? [] : [refusals.outOfRange(field, least, most)];
  refuseAll([
    ...between(retentionYears, 1, 10, "retentionYears"),
    ...between(retentionNoticeDays, 15, 180, "retentionNoticeDays"),
    ...between(invitationDays, 3, 120, "invitationDays"),
  ]);
}

/** Whose last mandate ended on this day or before is not kept any longer. */
export const keptSince = (today: Day, years: number): Day => {
  const year = String(Number(today.slice(0, 4)) - years).padStart(4, "0");
  // 29 February becomes the day before 1 March of a year without it.
  return addDays(addDays(`${year}${today.slice(4) === "-02-29" ? "-03-01" : today.slice(4)}`, 0), -1);
};
