import type { ReactNode } from "react";

/** A date is a day of the calendar, « 2020-05-18 »; an instant has an hour and is told in Paris time. */
export type ColumnType = "text" | "number" | "date" | "instant";

/** What a row says in a column; what is exported. */
export type Value = string | number | boolean | null | undefined;

export interface Column<Row> {
  /** In the address. */
  name: string;
  label: string;
  type?: ColumnType;
  value: (row: Row) => Value;
  /** On the screen, when the value alone does not do: a link, a badge. */
  cell?: (row: Row) => ReactNode;
  /** What the graph gives stays French whatever the interface speaks. */
  french?: boolean;
  /** Shown to those who choose it. */
  extra?: boolean;
  /** The orders of the list that sort by this column. */
  sort?: { asc?: string; desc?: string };
}

/** The columns that the address names, in their own order; the first one names the row and is always there. */
export function chosenColumns<Row>(columns: readonly Column<Row>[], named: string | undefined): Column<Row>[] {
  const names = new Set(named?.split(","));
  const chosen = columns.filter(({ name }, rank) => rank === 0 || names.has(name));
  return chosen.length > 1 ? chosen : columns.filter(({ extra }) => !extra);
}

/** What the address says of a choice: nothing when it is the ordinary one. */
export function namedColumns<Row>(columns: readonly Column<Row>[], ticked: readonly string[]): string | undefined {
  const names = ticked.flatMap((text) => text.split(","));
  const chosen = columns.filter(({ name }, rank) => rank > 0 && names.includes(name));
  const ordinary = columns.filter(({ extra }, rank) => rank > 0 && !extra);
  if (chosen.length === 0 || same(chosen, ordinary)) return undefined;
  return chosen.map(({ name }) => name).join(",");
}

const same = <One>(some: readonly One[], others: readonly One[]): boolean =>
  some.length === others.length && some.every((one, rank) => one === others[rank]);
