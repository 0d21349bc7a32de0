import { locale } from "../language.ts";

const number = new Intl.NumberFormat(locale);

export const figure = (value: number): string => number.format(value);

/** « 1 scénario », « 12 scénarios », « 0 scénario »: in French the plural begins at two. */
export const count = (value: number, one: string, many = `${one}s`): string =>
  `${figure(value)}\u00a0${Math.abs(value) < 2 ? one : many}`;

export const percent = (part: number, whole: number): string =>
  new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 }).format(whole === 0 ? 0 : part / whole);

/** « académie d’Amiens »: the schema's label starts in lower case, a title does not. */
export const capital = (text: string): string => text.charAt(0).toLocaleUpperCase("fr") + text.slice(1);
