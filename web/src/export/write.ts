import { t } from "@lingui/core/macro";
import { writeCsvStream } from "hucre/csv";
import { writeXlsxStream } from "hucre/xlsx";
import type { Column, ColumnType, Value } from "../ui/list/columns.ts";

export const kinds = {
  csv: { type: "text/csv; charset=utf-8", write: writeCsv },
  xlsx: { type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", write: writeXlsx },
} as const;

export type Kind = keyof typeof kinds;

type Rows<Row> = AsyncIterable<Row> | Iterable<Row>;

/** What French Excel and LibreOffice open by a double click: semicolons, and the mark that says UTF-8. */
function writeCsv<Row>(columns: Column<Row>[], rows: Rows<Row>, _sheet: string) {
  const cells = (column: Column<Row>, value: Value) => (isDate(column.type) ? bothDates(column, value) : [text(value)]);
  return writeCsvStream(lines(columns, rows, cells), {
    bom: true,
    delimiter: ";",
    headers: columns.flatMap(headingsOf),
    // A cell that begins like a formula is text.
    escapeFormulae: true,
  });
}

/** Dates are dates there; text is never a formula, since a formula has a cell type of its own. */
function writeXlsx<Row>(columns: Column<Row>[], rows: Rows<Row>, sheet: string) {
  const cells = (column: Column<Row>, value: Value): (string | number | Date | null)[] => {
    if (!isDate(column.type)) return [typeof value === "number" ? value : text(value)];
    const [, iso] = bothDates(column, value);
    return [typeof value === "string" ? onTheWall(value, column.type) : null, iso ?? ""];
  };
  return writeXlsxStream(lines(columns, rows, cells), {
    name: sheet,
    columns: columns.flatMap((column) =>
      headingsOf(column).map((header, rank) => ({
        header,
        width: widths[column.type ?? "text"],
        ...(isDate(column.type) && rank === 0 && { numFmt: formats[column.type] }),
      })),
    ),
    freezePane: { rows: 1 },
  });
}

const formats = { date: "dd/mm/yyyy", instant: "dd/mm/yyyy hh:mm" };
const widths: Record<ColumnType, number> = { text: 32, number: 12, date: 14, instant: 22 };

const isDate = (type: ColumnType | undefined): type is "date" | "instant" => type === "date" || type === "instant";

/** A date is told twice: as one reads it, and so that programs sort it. */
const headingsOf = <Row>({ label, type }: Column<Row>): string[] =>
  isDate(type) ? [label, `${label} (ISO 8601)`] : [label];

async function* lines<Row, Cell>(
  columns: Column<Row>[],
  rows: Rows<Row>,
  cells: (column: Column<Row>, value: Value) => Cell[],
) {
  for await (const row of rows) yield columns.flatMap((column) => cells(column, column.value(row)));
}

function text(value: Value): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "boolean") return value ? t`oui` : t`non`;
  return typeof value === "number" ? String(value).replace(".", ",") : value;
}

const day = new Intl.DateTimeFormat("fr-FR", { timeZone: "UTC", dateStyle: "short" });
const minute = new Intl.DateTimeFormat("fr-FR", { timeZone: "UTC", dateStyle: "short", timeStyle: "short" });

function bothDates<Row>({ type }: Column<Row>, value: Value): string[] {
  if (typeof value !== "string" || !value) return ["", ""];
  const wall = onTheWall(value, type);
  return [type === "instant" ? minute.format(wall) : day.format(wall), value];
}

const parts = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Paris", dateStyle: "short", timeStyle: "medium" });

/** What calendars and clocks in Paris show at that instant, as if Paris kept UTC: a spreadsheet's date has no zone. */
function onTheWall(value: string, type: ColumnType | undefined): Date {
  if (type === "date" && value.length === 10) return new Date(`${value}T00:00:00Z`);
  const wall = new Date(`${parts.format(new Date(value)).replace(" ", "T")}Z`);
  return type === "date" ? new Date(wall.setUTCHours(0, 0, 0, 0)) : wall;
}
