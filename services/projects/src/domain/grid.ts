import type { Refusal } from "@trame/kit/refusal";
import { refusals } from "../errors.ts";

/** What a reviewer marks, from 0 to `max`; the weight says how much it counts. */
export interface Criterion {
  code: string;
  label: string;
  weight: number;
  max: number;
}

export type Marks = Record<string, number>;

/** What a campaign begins with; the programme office changes it as it likes. */
export const USUAL_GRID: readonly Criterion[] = [
  { code: "problem", label: "Intérêt de la problématique au regard du thème", weight: 3, max: 5 },
  { code: "classroom", label: "Mise en œuvre prévue en classe", weight: 3, max: 5 },
  { code: "sharing", label: "Mutualisation entre académies", weight: 2, max: 5 },
  { code: "spread", label: "Conditions de généralisation", weight: 1, max: 5 },
  { code: "steering", label: "Pilotage et accompagnement de l'équipe", weight: 1, max: 5 },
];

export function gridFits(grid: readonly Criterion[]): Refusal[] {
  return [
    ...(grid.length === 0 ? [refusals.gridEmpty()] : []),
    ...(new Set(grid.map(({ code }) => code)).size < grid.length ? [refusals.criterionTwice()] : []),
    ...grid.flatMap(({ label }, index) => (label.trim() === "" ? [refusals.criterionUnnamed(index)] : [])),
    ...grid
      .filter(({ label, weight, max }) => label.trim() !== "" && (weight < 1 || max < 1))
      .map(({ label }) => refusals.criterionMalformed(label)),
  ];
}

/** Every mark given lies inside its criterion. */
export const marksFit = (grid: readonly Criterion[], marks: Marks): Refusal[] =>
  Object.entries(marks).flatMap(([code, mark]) => {
    const criterion = grid.find((one) => one.code === code);
    if (!criterion) return [refusals.unknownCriterion(code)];
    return Number.isInteger(mark) && mark >= 0 && mark <= criterion.max
      ? []
      : [refusals.markOutOfRange(criterion.label, criterion.max)];
  });

export const unmarked = (grid: readonly Criterion[], marks: Marks): Criterion[] =>
  grid.filter(({ code }) => marks[code] === undefined);

/** The weighted mark out of 20. */
export function markOf(grid: readonly Criterion[], marks: Marks): number {
  const weights = grid.reduce((sum, { weight }) => sum + weight, 0);
  const points = grid.reduce((sum, { code, weight, max }) => sum + (weight * (marks[code] ?? 0)) / max, 0);
  return round((20 * points) / weights);
}

export interface Summary {
  count: number;
  mean: number | null;
  median: number | null;
  /** Standard deviation of the marks: how far the reviewers are from one another. */
  spread: number | null;
}

/** What several marks say together. */
export function summaryOf(marks: readonly number[]): Summary {
  const count = marks.length;
  if (count === 0) return { count, mean: null, median: null, spread: null };
  const mean = marks.reduce((sum, mark) => sum + mark, 0) / count;
  const sorted = [...marks].sort((a, b) => a - b);
  const middle = Math.floor(count / 2);
  const upper = sorted[middle] ?? mean;
  const median = count % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
  const variance = marks.reduce((sum, mark) => sum + (mark - mean) ** 2, 0) / count;
  return { count, mean: round(mean), median: round(median), spread: round(Math.sqrt(variance)) };
}

const round = (value: number) => Math.round(value * 100) / 100;
