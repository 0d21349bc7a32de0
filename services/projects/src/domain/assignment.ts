import { type Concerned, conflictOf } from "./review.ts";

/** Somebody who may be given applications to review: of one theme, or of all. */
export interface Reviewer {
  personId: string;
  themeId: string | null;
  /** Where the person holds a mandate, with the academies that follow or precede. */
  academyCodes: readonly string[];
}

/** An application that still wants reviewers. */
export interface Wanting extends Concerned {
  applicationId: string;
  themeId: string;
  /** Who has it already, in whatever state. */
  assignedTo: readonly string[];
  /** How many more it wants. */
  wanted: number;
}

export interface Assignment {
  applicationId: string;
  reviewerId: string;
}

export const mayReview = (reviewer: Reviewer, application: Wanting): boolean =>
  (reviewer.themeId === null || reviewer.themeId === application.themeId) &&
  !application.assignedTo.includes(reviewer.personId) &&
  conflictOf(reviewer, application) === null;

/**
 * Shares the applications out: whoever has the fewest comes next, an application with the fewest possible reviewers is
 * served first, and nobody meets a conflict of interest. What cannot be served is left, not forced.
 */
export function balance(
  reviewers: readonly Reviewer[],
  applications: readonly Wanting[],
  loads: Readonly<Record<string, number>>,
): Assignment[] {
  const load = new Map(reviewers.map(({ personId }) => [personId, loads[personId] ?? 0]));
  const choices = applications
    .map((application) => ({ application, able: distinct(reviewers.filter((one) => mayReview(one, application))) }))
    .sort((a, b) => a.able.length - b.able.length || compare(a.application.applicationId, b.application.applicationId));
  return choices.flatMap(({ application, able }) => {
    const order = [...able].sort((a, b) => (load.get(a) ?? 0) - (load.get(b) ?? 0) || compare(a, b));
    return order.slice(0, application.wanted).map((reviewerId) => {
      load.set(reviewerId, (load.get(reviewerId) ?? 0) + 1);
      return { applicationId: application.applicationId, reviewerId };
    });
  });
}

const distinct = (reviewers: readonly Reviewer[]) => [...new Set(reviewers.map(({ personId }) => personId))];

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
