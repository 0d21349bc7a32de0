import type { Tx } from "../database.ts";
import { PARIS } from "../domain/school-year.ts";

/** An academy as meetings know it. */
export interface AcademyRow {
  code: string;
  label: string;
  timeZone: string;
  successorCode: string | null;
}

/** An academy with those that it came from or went into: a mandate in one is a mandate in the other. */
export function academyFamily(rows: readonly Pick<AcademyRow, "code" | "successorCode">[], code: string): string[] {
  const successor = rows.find((row) => row.code === code)?.successorCode;
  const predecessors = rows.filter((row) => row.successorCode === code).map((row) => row.code);
  return [code, ...(successor ? [successor] : []), ...predecessors];
}

/** A national meeting is read on Paris's clock, an academic one on its academy's. */
export const zoneOf = (rows: readonly Pick<AcademyRow, "code" | "timeZone">[], code: string | null): string =>
  rows.find((row) => row.code === code)?.timeZone || PARIS;

export const labelOf = (rows: readonly Pick<AcademyRow, "code" | "label">[], code: string): string =>
  rows.find((row) => row.code === code)?.label || `académie ${code}`;

export const allAcademies = (tx: Tx): Promise<AcademyRow[]> => tx.academy.findMany();
