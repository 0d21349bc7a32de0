import { PARIS } from "@trame/kit/day";
import type { Tx } from "../database.ts";

/** An academy as meetings know it. */
export interface AcademyRow {
  code: string;
  label: string;
  timeZone: string;
  successorCode: string | null;
}

/** A national meeting is read on Paris's clock, an academic one on its academy's. */
export const zoneOf = (rows: readonly Pick<AcademyRow, "code" | "timeZone">[], code: string | null): string =>
  rows.find((row) => row.code === code)?.timeZone || PARIS;

export const labelOf = (rows: readonly Pick<AcademyRow, "code" | "label">[], code: string): string =>
  rows.find((row) => row.code === code)?.label || `académie ${code}`;

export const allAcademies = (tx: Tx): Promise<AcademyRow[]> => tx.academy.findMany();
