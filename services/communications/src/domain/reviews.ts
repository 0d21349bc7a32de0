import { refuseAll } from "@trame/kit/refusal";
import { refusals } from "../errors.ts";
import { labelled, present, webAddress } from "./texts.ts";

export type PriorWorkSourceKind = "USAGE_AGENCY" | "DISCIPLINE_SITE" | "OTHER";

export interface ReviewSource {
  title: string;
  url: string | null;
  kind: PriorWorkSourceKind;
  otherKind: string | null;
}

interface Recorded {
  id: string;
  version: number;
  themeId: string;
  text: string;
  authorId: string;
  recordedAt: Date;
}

export interface PriorWorkReview extends Recorded {
  sources: ReviewSource[];
}

export interface LiteratureReview extends Recorded {
  references: string[];
}

export type PriorWorkReviewFact = { type: "PriorWorkReviewRecorded"; review: Omit<PriorWorkReview, "version"> };
export type LiteratureReviewFact = { type: "LiteratureReviewRecorded"; review: Omit<LiteratureReview, "version"> };

/** The review of existing work, with its author, its date and typed sources (R50, R51, R53). */
export function recordPriorWork(review: Omit<PriorWorkReview, "version">): PriorWorkReviewFact[] {
  refuseAll([
    ...present(review.text, "text", "La revue des travaux existants", "R50"),
    ...(review.sources.length === 0 ? [refusals.noSource()] : []),
    ...review.sources.flatMap(({ title, url, kind, otherKind }, index) => [
      ...present(title, `sources.${index}.title`, "L'intitulé de la source", "R53"),
      ...labelled(kind, otherKind, {
        field: `sources.${index}.otherKind`,
        what: "Une source de type",
        requirement: "R53",
      }),
      ...(url ? webAddress(url, `sources.${index}.url`) : []),
    ]),
  ]);
  return [{ type: "PriorWorkReviewRecorded", review }];
}

/** The short review of the scientific and pedagogical literature (R54). */
export function recordLiterature(review: Omit<LiteratureReview, "version">): LiteratureReviewFact[] {
  const references = review.references.map((reference) => reference.trim()).filter(Boolean);
  refuseAll([
    ...present(review.text, "text", "La revue de la littérature", "R54"),
    ...(references.length === 0 ? [refusals.noReference()] : []),
  ]);
  return [{ type: "LiteratureReviewRecorded", review: { ...review, references } }];
}
