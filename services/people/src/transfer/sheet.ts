import { parse } from "csv-parse/sync";

/** The columns of the sheet of persons and mandates, the same in and out. */
export const COLUMNS = [
  "nom",
  "prenom",
  "courriel",
  "fonction",
  "academie",
  "etablissement",
  "role",
  "academie_du_mandat",
  "theme",
  "discipline",
  "departement",
  "corps",
  "degre",
  "voie",
  "met_en_oeuvre",
  "debut",
  "fin",
  "designation",
] as const;

export type Column = (typeof COLUMNS)[number];
/** One line, by column; what is not there is empty. */
export type Line = Record<Column, string>;

/** The file is no sheet: the sentence says why. */
export class NotASheet extends Error {
  override name = "NotASheet";
}

export const MOST_LINES = 500;

/** Whatever a spreadsheet writes: UTF-8 with or without its mark, or Windows-1252; semicolons, commas or tabs. */
export function readSheet(bytes: Uint8Array): { number: number; line: Line }[] {
  const records = recordsOf(decode(bytes));
  const [header, ...lines] = records;
  const columns = header?.record.map(columnOf) ?? [];
  if (!columns.includes("nom") || !columns.includes("prenom")) {
    throw new NotASheet("La première ligne nomme les colonnes ; il faut au moins « nom » et « prenom ».");
  }
  if (lines.length > MOST_LINES) throw new NotASheet(`Un fichier a ${MOST_LINES} lignes au plus : partagez-le.`);
  return lines.map(({ record, info }) => ({ number: info.lines, line: lineOf(columns, record) }));
}

/** With its mark, so that spreadsheets read the accents, and no cell that they would run as a formula. */
export const writeSheet = (lines: readonly Line[]): string =>
  `\uFEFF${[COLUMNS, ...lines.map((line) => COLUMNS.map((column) => line[column]))].map(written).join("\r\n")}\r\n`;

const written = (cells: readonly string[]) => cells.map(cell).join(";");

function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return Buffer.from(bytes)
      .toString("latin1")
      .replace(/[\u0080-\u009f]/g, (sign) => WINDOWS.charAt(sign.charCodeAt(0) - 0x80));
  }
}

/** Where Windows-1252 has signs and Latin-1 has none; Node's own decoder of that name leaves them out. */
const WINDOWS = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

interface Parsed {
  record: string[];
  info: { lines: number };
}

function recordsOf(text: string): Parsed[] {
  try {
    return parse(text, {
      delimiter: separatorOf(text),
      trim: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      relax_column_count: true,
      info: true,
    }) as unknown as Parsed[];
  } catch (error) {
    throw new NotASheet(`Ce fichier n'est pas un tableau CSV lisible : ${(error as Error).message}`);
  }
}

function separatorOf(text: string): string {
  const [head = ""] = text.split(/\r?\n/, 1);
  const count = (separator: string) => head.split(separator).length;
  return [";", ",", "\t"].toSorted((a, b) => count(b) - count(a))[0] ?? ";";
}

/** «Académie», «académie » and «academie» are one column. */
const columnOf = (title: string) =>
  title
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .trim()
    .replaceAll("œ", "oe")
    .replace(/[\s-]+/g, "_");

/** A quote that a spreadsheet put before a formula is none of the value's. */
const lineOf = (columns: readonly string[], record: readonly string[]): Line =>
  Object.fromEntries(
    COLUMNS.map((column) => [column, (record[columns.indexOf(column)] ?? "").replace(/^'(?=[=+\-@])/, "")]),
  ) as Line;
