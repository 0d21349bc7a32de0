/** First and last day, YYYY-MM-DD. */
export interface Period {
  startsOn: string;
  endsOn: string;
}

export interface SchoolYear extends Period {
  /** For example 2019-2020. */
  label: string;
}

const shifted = (day: string, years: number) => `${Number(day.slice(0, 4)) + years}${day.slice(4)}`;

/** The school years of a theme or a project: its period is one or two of them (R46). */
export function schoolYears({ startsOn, endsOn }: Period): SchoolYear[] {
  const named = (period: Period): SchoolYear => {
    const first = Number(period.startsOn.slice(0, 4));
    return { ...period, label: `${first}-${first + 1}` };
  };
  const next = shifted(startsOn, 1);
  return endsOn < next
    ? [named({ startsOn, endsOn })]
    : [named({ startsOn, endsOn: shifted(endsOn, -1) }), named({ startsOn: next, endsOn })];
}

export const within = ({ startsOn, endsOn }: Period, day: string) => startsOn <= day && day <= endsOn;

export const schoolYearOf = (years: readonly SchoolYear[], day: string) => years.find((year) => within(year, day));

/** The day that people at that place write on a letter, YYYY-MM-DD. */
export const dayIn = (instant: Date, timeZone: string): string =>
  new Intl.DateTimeFormat("sv-SE", { timeZone }).format(instant);

/** A time of day, such as 09:30, at that place. */
export function instantIn(day: string, time: string, timeZone: string): Date {
  const asUtc = new Date(`${day}T${time}:00Z`);
  const shown = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "medium" }).format(asUtc);
  const offset = Date.parse(`${shown.replace(" ", "T")}Z`) - asUtc.getTime();
  return new Date(asUtc.getTime() - offset);
}

const DAY_MS = 86_400_000;

export const daysBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / DAY_MS;

export const addDays = (day: string, days: number) =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);

/** For a French reader: 4 octobre 2019. */
export const frenchDay = (day: string) =>
  new Intl.DateTimeFormat("fr-FR", { dateStyle: "long", timeZone: "UTC" }).format(new Date(day));

export const PARIS = "Europe/Paris";
