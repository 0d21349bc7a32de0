export interface Period {
  startsOn: string;
  endsOn: string;
}

interface Years {
  schoolYears: readonly { rank: number; startsOn: string; endsOn: string }[];
}

/** From the first day of the campaign's first school year to the last day of the theme's last one. */
export function periodOf(campaign: Years | null | undefined, durationYears: number): Period | null {
  const years = [...(campaign?.schoolYears ?? [])].sort((a, b) => a.rank - b.rank);
  const first = years[0];
  const last = years.filter(({ rank }) => rank <= durationYears).at(-1);
  return first && last ? { startsOn: first.startsOn, endsOn: last.endsOn } : null;
}

/** A mandate given in the middle of the period begins today: nobody is said to have sat before. */
export function proposedDates(period: Period | null, today: string): { startsOn: string; endsOn: string } {
  if (!period) return { startsOn: today, endsOn: "" };
  const running = period.startsOn <= today && today <= period.endsOn;
  return { startsOn: running ? today : period.startsOn, endsOn: period.endsOn };
}

/** The day in Paris of an instant, YYYY-MM-DD. */
export const dayOf = (instant: string): string =>
  new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Paris" }).format(new Date(instant));
