/** One measured figure; a machine that cannot measure it gives null and says why. */
export interface Figure {
  name: string;
  value: number | null;
  unit: string;
  note: string;
}

export const figure = (name: string, value: number, unit: string, note = ""): Figure => ({
  name,
  value: Math.round(value * 100) / 100,
  unit,
  note,
});

export const skipped = (name: string, unit: string, why: string): Figure => ({ name, value: null, unit, note: why });

/** The value below which that share of the sorted times lies. */
export function quantile(times: number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export function table(figures: Figure[]): string {
  const rows = figures.map(({ name, value, unit, note }) => [
    name,
    value === null ? "-" : value.toLocaleString("fr-FR"),
    unit,
    note,
  ]);
  const all = [["mesure", "valeur", "unité", "note"], ...rows];
  const width = (column: number) => Math.max(...all.map((row) => row[column]?.length ?? 0));
  const [name, value, unit] = [width(0), width(1), width(2)];
  return all
    .map(([a = "", b = "", c = "", d = ""]) =>
      `${a.padEnd(name)}  ${b.padStart(value)}  ${c.padEnd(unit)}  ${d}`.trimEnd(),
    )
    .join("\n");
}
