import { language, locale } from "../language.ts";

const number = new Intl.NumberFormat(locale);

export const figure = (value: number): string => number.format(value);

export const percent = (part: number, whole: number): string =>
  new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 }).format(whole === 0 ? 0 : part / whole);

/** What a file weighs: « 112 ko », « 3,4 Mo ». */
export function fileSize(bytes: number): string {
  const [value, unit] = bytes < 1_000_000 ? [Math.max(1, bytes / 1000), "kilobyte"] : [bytes / 1_000_000, "megabyte"];
  const maximumFractionDigits = unit === "megabyte" ? 1 : 0;
  return new Intl.NumberFormat(locale, { style: "unit", unit, maximumFractionDigits }).format(value);
}

/** Names that may hold commas of their own. */
export const listed = (names: readonly string[]): string => names.join(language === "fr" ? " ; " : "; ");

/** « académie d’Amiens »: the schema's label starts in lower case, a title does not. */
export const capital = (text: string): string => text.charAt(0).toLocaleUpperCase("fr") + text.slice(1);
