import { t } from "@lingui/core/macro";

/** What a theme's year is made of, for a line and for the list that says the same. */
export type YearKind = "agreement" | "call" | "launch" | "milestone" | "meeting" | "signature" | "distribution" | "end";

export interface YearEvent {
  kind: YearKind;
  title: string;
  /** A day, or an instant. */
  at: string;
}

export interface ThemeYear {
  durationYears: number;
  launchedAt?: string | null;
  agreement?: { at: string } | null;
  campaign: {
    call: { opensAt: string; closesAt: string };
    schoolYears: readonly { rank: number; label: string; startsOn: string; endsOn: string }[];
  };
  workPlan?: { milestones: readonly { title: string; dueOn: string }[] } | null;
  meetings?: { nodes: readonly { title: string; startsAt: string; state: string }[] } | null;
  syntheses?: readonly { title: string; signedAt?: string | null; distributedAt?: string | null }[] | null;
}

/** In the order of their dates; at the same time, in the order in which they are told. */
export function yearEvents(theme: ThemeYear): YearEvent[] {
  const { call } = theme.campaign;
  const last = yearsOf(theme).at(-1);
  const events: YearEvent[] = [
    ...(theme.agreement
      ? [{ kind: "agreement" as const, title: t`Accord de l’inspection générale`, at: theme.agreement.at }]
      : []),
    { kind: "call", title: t`Ouverture de l’appel à candidatures`, at: call.opensAt },
    { kind: "call", title: t`Clôture de l’appel à candidatures`, at: call.closesAt },
    ...(theme.launchedAt ? [{ kind: "launch" as const, title: t`Lancement du thème`, at: theme.launchedAt }] : []),
    ...(theme.workPlan?.milestones ?? []).map(({ title, dueOn }) => ({ kind: "milestone" as const, title, at: dueOn })),
    ...(theme.meetings?.nodes ?? [])
      .filter(({ state }) => state !== "CANCELLED")
      .map(({ title, startsAt }) => ({ kind: "meeting" as const, title, at: startsAt })),
    ...synthesised(theme),
    ...(last ? [{ kind: "end" as const, title: t`Fin de l’année scolaire ${last.label}`, at: last.endsOn }] : []),
  ];
  return events.toSorted((one, other) => time(one.at) - time(other.at));
}

/** What its experts have handed in. */
const synthesised = ({ syntheses }: ThemeYear): YearEvent[] =>
  (syntheses ?? []).flatMap(({ title, signedAt, distributedAt }) => [
    ...(signedAt ? [{ kind: "signature" as const, title, at: signedAt }] : []),
    ...(distributedAt ? [{ kind: "distribution" as const, title, at: distributedAt }] : []),
  ]);

/** The school years that the theme takes, the first first. */
const yearsOf = ({ campaign, durationYears }: ThemeYear) =>
  campaign.schoolYears.toSorted((one, other) => one.rank - other.rank).slice(0, durationYears);

/** A day counts until its end: it is not past while it lasts. */
export const isPast = ({ at }: YearEvent, now: string): boolean =>
  at.length === 10 ? at < now.slice(0, 10) : time(at) < time(now);

export const nextOf = (events: readonly YearEvent[], now: string): YearEvent | undefined =>
  events.find((event) => !isPast(event, now));

/** From the first of the first event's month to the first of the month after the last one's, in milliseconds. */
export interface Span {
  from: number;
  to: number;
}

export function spanOf(events: readonly YearEvent[]): Span {
  const times = events.map(({ at }) => time(at));
  return { from: monthStart(Math.min(...times), 0), to: monthStart(Math.max(...times), 1) };
}

/** Where an instant lies in the span, from 0 to 1; outside of it at its end. */
export const share = (at: number, { from, to }: Span): number => Math.min(1, Math.max(0, (at - from) / (to - from)));

export interface Month {
  /** « 2020-03 ». */
  key: string;
  from: number;
  width: number;
}

export function monthsIn(span: Span): Month[] {
  const months: Month[] = [];
  for (let start = span.from; start < span.to; start = monthStart(start, 1)) {
    const from = share(start, span);
    const key = new Date(start).toISOString().slice(0, 7);
    months.push({ key, from, width: share(monthStart(start, 1), span) - from });
  }
  return months;
}

export interface Placed {
  x: number;
  /** 0 lies on the line; each next one above it. */
  lane: number;
}

/** What lies closer than a mark is wide goes up to the first lane where there is room. */
export function place(events: readonly YearEvent[], span: Span, closest = 0.07): Placed[] {
  const lastIn: number[] = [];
  return events.map(({ at }) => {
    const x = share(time(at), span);
    const free = lastIn.findIndex((last) => x - last >= closest);
    const lane = free === -1 ? lastIn.length : free;
    lastIn[lane] = x;
    return { x, lane };
  });
}

export const time = (at: string): number => Date.parse(at);

function monthStart(at: number, ahead: number): number {
  const date = new Date(at);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + ahead, 1);
}
