import { type Refusal, refuse, refuseAll, required } from "@trame/kit/refusal";
import { refusals } from "../errors.ts";
import { asRefusals, publicationGaps } from "./publication.ts";
import type { EdubaseIndexing, Publication, Review, Scenario, ScenarioFact } from "./scenario.ts";
import { isAuthor } from "./writing.ts";

/** There is something to read, and a discipline by which to find its reader. */
export function proposeScenario(scenario: Scenario): ScenarioFact[] {
  if (scenario.state !== "DRAFT") refuse(refusals.notADraft());
  const found: Refusal[] = [];
  if (scenario.summary.trim() === "") found.push(required("summary", "Le résumé", "R58"));
  if (scenario.course.trim() === "") found.push(required("course", "Le déroulé des séances", "R58"));
  if (scenario.disciplineCodes.length === 0) found.push(required("disciplineCodes", "La discipline", "R69"));
  refuseAll(found);
  return [{ type: "ScenarioProposed" }];
}

/** Read by somebody who did not write it. Until publication a reviewer may come back on it. */
export function reviewScenario(
  scenario: Scenario,
  review: Omit<Review, "versionNumber">,
  acceptAddressReason: string | null,
): ScenarioFact[] {
  if (scenario.state !== "IN_REVIEW" && scenario.state !== "REVIEWED") refuse(refusals.notInReview());
  if (isAuthor(scenario, review.reviewerId)) refuse(refusals.authorCannotReview());
  if (review.outcome === "RETURNED" && !review.comment?.trim()) {
    refuse(required("comment", "Ce qui est à reprendre", "R58"));
  }
  const acceptedReason = acceptAddressReason?.trim() || null;
  if (acceptedReason && scenario.openAddress?.result !== "OPEN_ELSEWHERE") refuse(refusals.addressNeedsNoReason());
  const { versionNumber } = scenario;
  return [{ type: "ScenarioReviewed", review: { ...review, versionNumber }, acceptedReason }];
}

/** Reviewed, tried in class, its rights cleared, its address open (R03, R61, R62, R68). */
export function publishScenario(scenario: Scenario, publication: Publication): ScenarioFact[] {
  if (scenario.state !== "REVIEWED") refuse(refusals.notReviewed());
  refuseAll(asRefusals(publicationGaps(scenario)));
  return [{ type: "ScenarioPublished", publication }];
}

export function withdrawScenario(scenario: Scenario, reason: string, at: Date): ScenarioFact[] {
  if (scenario.state !== "PUBLISHED") refuse(refusals.notPublished());
  if (reason.trim() === "") refuse(required("reason", "La raison du retrait"));
  return [{ type: "ScenarioWithdrawn", reason, at }];
}

/** The act of an academy, with its date and the record's number or address (R11). */
export function indexScenario(
  scenario: Scenario,
  edubase: EdubaseIndexing & { at: Date; academyCode: string },
): ScenarioFact[] {
  if (scenario.state !== "PUBLISHED") refuse(refusals.indexingBeforePublication());
  const { state, number, url } = edubase;
  const found: Refusal[] = [];
  if (state === "INDEXED" && number === null && url === null) found.push(refusals.indexingWithoutReference());
  if (number !== null && number < 1) found.push(refusals.edubaseNumber());
  if (url !== null && !/^https?:\/\/[^\s/]+/.test(url)) found.push(refusals.edubaseUrl());
  refuseAll(found);
  return [{ type: "ScenarioIndexed", edubase }];
}
