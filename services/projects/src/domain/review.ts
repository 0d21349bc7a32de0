import { type Refusal, refuseAll, required } from "@trame/kit/refusal";
import { refusals } from "../errors.ts";
import { type Criterion, type Marks, markOf, marksFit, unmarked } from "./grid.ts";

export type ReviewState = "ASSIGNED" | "BEGUN" | "SUBMITTED" | "ABSTAINED" | "CONFLICT";

/** Why somebody must not judge an application: found by the service, or said by the person. */
export type ConflictKind = "SAME_ACADEMY" | "SAME_GROUP" | "DECLARED";

/** One reviewer's reading of one application. */
export interface Review {
  id: string;
  version: number;
  campaignId: string;
  themeId: string;
  applicationId: string;
  reviewerId: string;
  state: ReviewState;
  marks: Marks;
  comment: string;
  /** Out of 20; null until it is submitted. */
  mark: number | null;
  conflict: ConflictKind | null;
  /** Why the person abstained, or what the conflict is. */
  reason: string | null;
  assignedAt: Date;
  submittedAt: Date | null;
}

export type NewReview = Pick<Review, "id" | "campaignId" | "themeId" | "applicationId" | "reviewerId" | "assignedAt">;

export type ReviewFact =
  | { type: "ReviewAssigned"; review: NewReview }
  | { type: "ReviewBegun"; marks: Marks; comment: string }
  | { type: "ReviewSubmitted"; marks: Marks; comment: string; mark: number; at: Date }
  | { type: "ReviewerAbstained"; reason: string }
  | { type: "ConflictFound"; conflict: ConflictKind; reason: string | null };

/** Whom an application concerns. */
export interface Concerned {
  /** The academy with those that it came from or went into. */
  academyCodes: readonly string[];
  personIds: readonly string[];
}

/** The same academy, or the same group: nobody has to say so. */
export function conflictOf(
  reviewer: { personId: string; academyCodes: readonly string[] },
  concerned: Concerned,
): ConflictKind | null {
  if (concerned.personIds.includes(reviewer.personId)) return "SAME_GROUP";
  return reviewer.academyCodes.some((code) => concerned.academyCodes.includes(code)) ? "SAME_ACADEMY" : null;
}

export function assignReview(review: NewReview, conflict: ConflictKind | null, applicationState: string): ReviewFact[] {
  refuseAll([
    ...(applicationState === "SUBMITTED" || applicationState === "UNDER_REVIEW" ? [] : [refusals.notReviewable()]),
    ...(conflict ? [refusals.conflictOfInterest(conflict)] : []),
  ]);
  return [{ type: "ReviewAssigned", review }];
}

const refuseOthers = (review: Review): Refusal[] =>
  review.conflict
    ? [refusals.conflictOfInterest(review.conflict)]
    : review.state === "ABSTAINED"
      ? [refusals.abstained()]
      : [];

/** Kept as it is, or submitted once every criterion has its mark. */
export function saveReview(
  review: Review,
  { marks, comment, submit }: { marks: Marks; comment: string; submit: boolean },
  { grid, applicationState, at }: { grid: readonly Criterion[]; applicationState: string; at: Date },
): ReviewFact[] {
  refuseAll(refuseOthers(review));
  if (!["SUBMITTED", "UNDER_REVIEW"].includes(applicationState)) refuseAll([refusals.reviewsOver()]);
  refuseAll(marksFit(grid, marks));
  if (!submit && review.state !== "SUBMITTED") return [{ type: "ReviewBegun", marks, comment }];
  refuseAll([
    ...unmarked(grid, marks).map(({ label }) => refusals.criterionUnmarked(label)),
    ...(comment.trim() === "" ? [required("comment", "L'appréciation")] : []),
  ]);
  return [{ type: "ReviewSubmitted", marks, comment, mark: markOf(grid, marks), at }];
}

export function abstain(review: Review, reason: string): ReviewFact[] {
  refuseAll(refuseOthers(review));
  refuseAll(reason.trim() === "" ? [required("reason", "La raison de l'abstention")] : []);
  if (review.state === "SUBMITTED") refuseAll([refusals.reviewSubmitted()]);
  return [{ type: "ReviewerAbstained", reason }];
}

/** Said by the person at any time: even a submitted opinion then counts no more. */
export function declareConflict(review: Review, reason: string): ReviewFact[] {
  refuseAll(reason.trim() === "" ? [required("reason", "Le lien d'intérêt")] : []);
  return review.conflict ? [] : [{ type: "ConflictFound", conflict: "DECLARED", reason }];
}

/** Found later: a mandate was given, or the team changed. */
export const findConflict = (review: Review, conflict: ConflictKind | null): ReviewFact[] =>
  conflict && !review.conflict ? [{ type: "ConflictFound", conflict, reason: null }] : [];

export function evolveReview(review: Review | null, fact: ReviewFact): Review {
  if (fact.type === "ReviewAssigned") {
    const untouched = { marks: {}, comment: "", mark: null, conflict: null, reason: null, submittedAt: null };
    return { ...fact.review, ...untouched, version: 0, state: "ASSIGNED" };
  }
  if (!review) throw new Error(`${fact.type} without a review`);
  switch (fact.type) {
    case "ReviewBegun":
      return { ...review, state: "BEGUN", marks: fact.marks, comment: fact.comment };
    case "ReviewSubmitted": {
      const { marks, comment, mark, at } = fact;
      return { ...review, state: "SUBMITTED", marks, comment, mark, submittedAt: at };
    }
    case "ReviewerAbstained":
      return { ...review, state: "ABSTAINED", reason: fact.reason };
    case "ConflictFound":
      return { ...review, state: "CONFLICT", mark: null, conflict: fact.conflict, reason: fact.reason };
  }
}
