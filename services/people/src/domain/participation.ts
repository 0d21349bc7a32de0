import type { Day } from "@trame/kit/day";

/** What counts, besides having held a mandate in a group. */
export type FactKind = "ATTENDED" | "AUTHORED" | "IMPLEMENTED" | "GAVE_FEEDBACK";
export type DeedKind = FactKind | "MANDATED";

export type Axis = "ACADEMY" | "THEME" | "DISCIPLINE" | "DEGREE" | "ROLE" | "MONTH";

/** One person, one month, one way of taking part, with every axis on which it counts. */
export interface Deed {
  kind: DeedKind;
  personId: string;
  academyCode: string | null;
  themeId: string | null;
  disciplineCode: string | null;
  degree: string | null;
  role: string | null;
  /** YYYY-MM. */
  month: string;
}

/** Distinct persons. */
export interface Figures {
  persons: number;
  mandated: number;
  attended: number;
  authored: number;
  implemented: number;
  gaveFeedback: number;
}

/** A group under this many persons is not shown to the public. */
export const LEAST_SHOWN = 5;

const keyOf: Record<Axis, (deed: Deed) => string | null> = {
  ACADEMY: ({ academyCode }) => academyCode,
  THEME: ({ themeId }) => themeId,
  DISCIPLINE: ({ disciplineCode }) => disciplineCode,
  DEGREE: ({ degree }) => degree,
  ROLE: ({ role }) => role,
  MONTH: ({ month }) => month,
};

/** Each person once in each figure, whatever the number of deeds. */
export function count(deeds: readonly Deed[]): Figures {
  const of = (kind: DeedKind) => distinct(deeds.filter((deed) => deed.kind === kind));
  return {
    persons: distinct(deeds),
    mandated: of("MANDATED"),
    attended: of("ATTENDED"),
    authored: of("AUTHORED"),
    implemented: of("IMPLEMENTED"),
    gaveFeedback: of("GAVE_FEEDBACK"),
  };
}

const distinct = (deeds: readonly Deed[]) => new Set(deeds.map(({ personId }) => personId)).size;

/** Rows by key. A deed without a value on the axis counts in the total only. */
export function countBy(deeds: readonly Deed[], axis: Axis): { key: string; figures: Figures }[] {
  const groups = new Map<string, Deed[]>();
  for (const deed of deeds) {
    const key = keyOf[axis](deed);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(deed);
    else groups.set(key, [deed]);
  }
  return [...groups].map(([key, group]) => ({ key, figures: count(group) }));
}

/** The months of a period, both included. */
export function monthsBetween(from: Day, to: Day): string[] {
  const months: string[] = [];
  let [year = 0, month = 1] = from.split("-").map(Number);
  const last = to.slice(0, 7);
  for (;;) {
    const text = `${year}-${String(month).padStart(2, "0")}`;
    if (text > last) return months;
    months.push(text);
    month += 1;
    if (month > 12) {
      month = 1;
      year += 1;
    }
  }
}

const MONTHS = [
  "janvier",
  "février",
  "mars",
  "avril",
  "mai",
  "juin",
  "juillet",
  "août",
  "septembre",
  "octobre",
  "novembre",
  "décembre",
];

/** «mars 2020». */
export const monthLabel = (month: string): string => `${MONTHS[Number(month.slice(5)) - 1] ?? ""} ${month.slice(0, 4)}`;
