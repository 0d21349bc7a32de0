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
