import { midnight } from "@trame/kit/day";
import { type Refusal, refuseAll } from "@trame/kit/refusal";
import { refusals } from "../errors.ts";
import { daysLater, endOf, yearsLater } from "./calendar.ts";

/** In the order in which a campaign lives them. */
export const PHASES = ["CALL", "ADMISSIBILITY", "REVIEW", "DECISION", "LAUNCH", "YEAR_END"] as const;

export type PhaseKind = (typeof PHASES)[number];

export interface Phase {
  kind: PhaseKind;
  startsAt: Date;
  endsAt: Date;
}

export const rankOf = (kind: PhaseKind): number => PHASES.indexOf(kind);

/** What a campaign begins with: each phase after the one before, from the close of the call to the end of the year. */
export function usualPhases(
  call: { opensAt: Date; closesAt: Date },
  year: { startsOn: string; endsOn: string },
): Phase[] {
  const after = (days: number) => daysLater(call.closesAt, days);
  const launch = latest(midnight(year.startsOn), after(45));
  const launched = daysLater(launch, 45);
  const yearEnd = latest(daysLater(endOf(year.endsOn), -61), launched);
  return [
    { kind: "CALL", startsAt: call.opensAt, endsAt: call.closesAt },
    { kind: "ADMISSIBILITY", startsAt: call.closesAt, endsAt: after(10) },
    { kind: "REVIEW", startsAt: after(10), endsAt: after(30) },
    { kind: "DECISION", startsAt: after(30), endsAt: after(45) },
    { kind: "LAUNCH", startsAt: launch, endsAt: launched },
    { kind: "YEAR_END", startsAt: yearEnd, endsAt: latest(endOf(year.endsOn), daysLater(yearEnd, 1)) },
  ];
}

const latest = (one: Date, other: Date) => (one > other ? one : other);

/** Each phase ends after it began, and none begins before the one that it follows. */
export function phasesFit(phases: readonly Phase[]): Refusal[] {
  return phases.flatMap(({ kind, startsAt, endsAt }, index) => {
    const before = phases[index - 1];
    return [
      ...(endsAt > startsAt ? [] : [refusals.phaseReversed(kind)]),
      ...(before && before.startsAt > startsAt ? [refusals.phaseOutOfOrder(kind)] : []),
    ];
  });
}

/** Some phases get other dates, the others stay. */
export const withDates = (phases: readonly Phase[], dates: readonly Phase[]): Phase[] =>
  phases.map((phase) => dates.find(({ kind }) => kind === phase.kind) ?? phase);

/** What is still to come moves by so many days, at the same hour; what is past stays. */
export const movedBy = (phases: readonly Phase[], days: number, at: Date): Phase[] =>
  phases.map(({ kind, startsAt, endsAt }) => {
    const later = (instant: Date) => (instant > at ? daysLater(instant, days) : instant);
    return { kind, startsAt: later(startsAt), endsAt: later(endsAt) };
  });

/** The next campaign's dates: the same days and hours, a year later. */
export const nextYear = (phases: readonly Phase[]): Phase[] =>
  phases.map(({ kind, startsAt, endsAt }) => ({
    kind,
    startsAt: yearsLater(startsAt, 1),
    endsAt: yearsLater(endsAt, 1),
  }));

/** A phase that has begun begins no more: its end may still move. */
export function refuseRestart(before: readonly Phase[], after: readonly Phase[], at: Date): void {
  refuseAll(
    before.flatMap((phase, index) => {
      const next = after[index];
      const restarted = phase.startsAt <= at && next && next.startsAt.getTime() !== phase.startsAt.getTime();
      return restarted ? [refusals.phaseBegun(phase.kind)] : [];
    }),
  );
}
