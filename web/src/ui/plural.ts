import { language, locale } from "../language.ts";

const number = new Intl.NumberFormat(locale);

export const figure = (value: number): string => number.format(value);

export const percent = (part: number, whole: number): string =>
  new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 }).format(whole === 0 ? 0 : part / whole);

/** Names that may hold commas of their own. */
export const listed = (names: readonly string[]): string => names.join(language === "fr" ? " ; " : "; ");

/** « académie d’Amiens »: the schema's label starts in lower case, a title does not. */
export const capital = (text: string): string => text.charAt(0).toLocaleUpperCase("fr") + text.slice(1);
