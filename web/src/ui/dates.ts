import { t } from "@lingui/core/macro";
import { language, locale } from "../language.ts";

const PARIS = "Europe/Paris";
const month = new Intl.DateTimeFormat(locale, { timeZone: "UTC", month: "long", year: "numeric" });

const isDateOnly = (value: string) => /^\d{4}-\d{2}-\d{2}$/.test(value);

/** « 18 mai 2020 ». A date without hour belongs to no zone. In French the first of a month is « 1er ». */
export function longDate(value: string, timeZone = PARIS): string {
  const format = new Intl.DateTimeFormat(locale, { timeZone: isDateOnly(value) ? "UTC" : timeZone, dateStyle: "long" });
  const text = format.format(new Date(value));
  return language === "fr" ? text.replace(/^1 /, "1er ") : text;
}

/** « 9 h 12 », “9:12”. */
export function hour(value: string, timeZone = PARIS): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone, hour: "numeric", minute: "2-digit", hourCycle: "h23" });
  const { hour = "", minute = "" } = Object.fromEntries(
    parts.formatToParts(new Date(value)).map(({ type, value }) => [type, value]),
  );
  return language === "fr" ? `${Number(hour)}\u00a0h\u00a0${minute}` : `${Number(hour)}:${minute}`;
}

/** « 18 mai 2020, 9 h 12 ». */
export const clockTime = (value: string): string => `${longDate(value)}, ${hour(value)}`;

/** A deadline names its zone: « 12 juin 2020 à 18 h 00 (heure de Paris) ». */
export function deadline(value: string, timeZone = PARIS): string {
  const [date, time, zone] = [longDate(value, timeZone), hour(value, timeZone), zoneName(timeZone)];
  return t`${date} à ${time} (${zone})`;
}

/** « 12 mars 2020, de 9 h 30 à 12 h 00 (heure de Paris) »: the place's own time, with its zone named. */
export function span(start: string, end: string, timeZone = PARIS): string {
  const [from, to] = [longDate(start, timeZone), longDate(end, timeZone)];
  const [begins, ends, zone] = [hour(start, timeZone), hour(end, timeZone), zoneName(timeZone)];
  return from === to
    ? t`${from}, de ${begins} à ${ends} (${zone})`
    : t`du ${from} à ${begins} au ${to} à ${ends} (${zone})`;
}

const zones: Record<string, string> = {
  "Europe/Paris": t`heure de Paris`,
  "Indian/Reunion": t`heure de La Réunion`,
  "Indian/Mayotte": t`heure de Mayotte`,
  "America/Martinique": t`heure de Martinique`,
  "America/Guadeloupe": t`heure de Guadeloupe`,
  "America/Cayenne": t`heure de Guyane`,
  "America/Miquelon": t`heure de Saint-Pierre-et-Miquelon`,
  "Pacific/Noumea": t`heure de Nouméa`,
  "Pacific/Tahiti": t`heure de Tahiti`,
  "Pacific/Wallis": t`heure de Wallis`,
};

export const zoneName = (timeZone: string): string => zones[timeZone] ?? t`fuseau ${timeZone}`;

/** « mars 2020 » from « 2020-03 ». */
export const monthName = (value: string): string => month.format(new Date(`${value}-01T00:00:00Z`));

const DAY = 86_400_000;

/** « dans 11 jours », « demain », « aujourd’hui », « il y a 3 jours », by days of the calendar in Paris. */
export function daysLeft(now: string, at: string): string {
  const days = Math.round((startOfDay(at) - startOfDay(now)) / DAY);
  if (days === 0) return t`aujourd’hui`;
  if (days === 1) return t`demain`;
  if (days === -1) return t`hier`;
  return new Intl.RelativeTimeFormat(locale).format(days, "day");
}

const calendar = new Intl.DateTimeFormat("en-CA", { timeZone: PARIS });
const startOfDay = (value: string) => Date.parse(isDateOnly(value) ? value : calendar.format(new Date(value)));

/** « 1 h 30 », « 55 min ». */
export function duration(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${String(rest).padStart(2, "0")}`;
}
