const inParis = { timeZone: "Europe/Paris" } as const;
const day = new Intl.DateTimeFormat("fr-FR", { ...inParis, dateStyle: "long" });
const plainDay = new Intl.DateTimeFormat("fr-FR", { timeZone: "UTC", dateStyle: "long" });
const month = new Intl.DateTimeFormat("fr-FR", { timeZone: "UTC", month: "long", year: "numeric" });

const isDateOnly = (value: string) => /^\d{4}-\d{2}-\d{2}$/.test(value);

/** « 18 mai 2020 ». A date without hour belongs to no zone. The first of a month is « 1er ». */
export function longDate(value: string): string {
  const text = (isDateOnly(value) ? plainDay : day).format(new Date(value));
  return text.replace(/^1 /, "1er ");
}

/** « 9 h 12 ». */
export function hour(value: string, timeZone = "Europe/Paris"): string {
  const parts = new Intl.DateTimeFormat("fr-FR", { timeZone, hour: "numeric", minute: "2-digit", hour12: false });
  const { hour = "", minute = "" } = Object.fromEntries(
    parts.formatToParts(new Date(value)).map(({ type, value }) => [type, value]),
  );
  return `${Number(hour)}\u00a0h\u00a0${minute}`;
}

/** « 18 mai 2020, 9 h 12 ». */
export const clockTime = (value: string): string => `${longDate(value)}, ${hour(value)}`;

/** A deadline names its zone: « 12 juin 2020 à 18 h 00 (heure de Paris) ». */
export function deadline(value: string, timeZone = "Europe/Paris"): string {
  const local = new Intl.DateTimeFormat("fr-FR", { timeZone, dateStyle: "long" });
  return `${local.format(new Date(value)).replace(/^1 /, "1er ")} à ${hour(value, timeZone)} (${zoneName(timeZone)})`;
}

/** « 12 mars 2020, de 9 h 30 à 12 h 00 (heure de Paris) »: the place's own time, with its zone named. */
export function span(start: string, end: string, timeZone = "Europe/Paris"): string {
  const local = new Intl.DateTimeFormat("fr-FR", { timeZone, dateStyle: "long" });
  const [from, to] = [start, end].map((value) => local.format(new Date(value)).replace(/^1 /, "1er "));
  const [begins, ends, zone] = [hour(start, timeZone), hour(end, timeZone), zoneName(timeZone)];
  return from === to
    ? `${from}, de ${begins} à ${ends} (${zone})`
    : `du ${from} à ${begins} au ${to} à ${ends} (${zone})`;
}

const zones: Record<string, string> = {
  "Europe/Paris": "heure de Paris",
  "Indian/Reunion": "heure de La Réunion",
  "Indian/Mayotte": "heure de Mayotte",
  "America/Martinique": "heure de Martinique",
  "America/Guadeloupe": "heure de Guadeloupe",
  "America/Cayenne": "heure de Guyane",
  "America/Miquelon": "heure de Saint-Pierre-et-Miquelon",
  "Pacific/Noumea": "heure de Nouméa",
  "Pacific/Tahiti": "heure de Tahiti",
  "Pacific/Wallis": "heure de Wallis",
};

export const zoneName = (timeZone: string): string => zones[timeZone] ?? `fuseau ${timeZone}`;

/** « mars 2020 » from « 2020-03 ». */
export const monthName = (value: string): string => month.format(new Date(`${value}-01T00:00:00Z`));

const DAY = 86_400_000;

/** « dans 11 jours », « demain », « aujourd’hui », « il y a 3 jours », by days of the calendar in Paris. */
export function daysLeft(now: string, at: string): string {
  const days = Math.round((startOfDay(at) - startOfDay(now)) / DAY);
  if (days === 0) return "aujourd’hui";
  if (days === 1) return "demain";
  if (days === -1) return "hier";
  return days > 0 ? `dans ${days} jours` : `il y a ${-days} jours`;
}

const calendar = new Intl.DateTimeFormat("en-CA", inParis);
const startOfDay = (value: string) => Date.parse(isDateOnly(value) ? value : calendar.format(new Date(value)));

/** « 1 h 30 », « 55 min ». */
export function duration(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${String(rest).padStart(2, "0")}`;
}
