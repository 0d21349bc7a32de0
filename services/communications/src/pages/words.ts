import type { PublicationKind } from "../domain/publication.ts";

/** What a publication is, on the page and in feeds. */
export const KINDS: Record<PublicationKind, string> = {
  SCENARIO: "Scénario pédagogique",
  MATERIAL: "Support de communication",
  TRAINING_MODULE: "Module de formation",
  MINUTES_SYNTHESIS: "Synthèse de réunion",
  SYNTHESIS: "Synthèse du thème",
};

export const frenchDate = (at: Date): string =>
  at.toLocaleDateString("fr-FR", { day: "numeric", month: "long", year: "numeric", timeZone: "Europe/Paris" });
