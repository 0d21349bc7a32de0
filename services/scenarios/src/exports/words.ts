import type { ResourceKind, RightsBasis } from "../domain/rights-of-use.ts";
import type { ContributionRole, Progressivity, ScenarioState } from "../domain/scenario.ts";

/** What the codes are called where people read them without the portal. */
export const STATES: Record<ScenarioState, string> = {
  DRAFT: "Brouillon",
  IN_REVIEW: "Brouillon en relecture",
  REVIEWED: "Relu, à publier",
  PUBLISHED: "Publié",
  WITHDRAWN: "Retiré",
};

export const PROGRESSIVITIES: Record<Progressivity, string> = {
  SIMPLE_USE: "usage simple",
  GUIDED_USE: "usage accompagné",
  AUTONOMOUS_USE: "usage autonome",
  ELABORATE_APPROACH: "démarche élaborée",
};

export const ROLES: Record<ContributionRole, string> = {
  DESIGN: "conception",
  IMPLEMENTATION: "mise en œuvre",
  PROOFREADING: "relecture",
  ILLUSTRATION: "illustration",
};

export const BASES: Record<RightsBasis, string> = {
  OWN_WORK: "création de l'équipe",
  LICENCE: "licence libre ou ouverte",
  AUTHORISATION: "autorisation écrite",
  QUOTATION: "courte citation",
  LINK: "simple lien",
  TEACHING_EXCEPTION: "exception pédagogique",
  UNRESOLVED: "droits à éclaircir",
};

export const KINDS: Record<ResourceKind, string> = {
  DOCUMENT: "document",
  IMAGE: "image",
  MAP: "carte",
  VIDEO: "vidéo",
  AUDIO: "son",
  OTHER: "autre",
};

const DAY = new Intl.DateTimeFormat("fr-FR", { dateStyle: "long", timeZone: "Europe/Paris" });

export const dayOf = (date: Date | string): string =>
  DAY.format(typeof date === "string" ? new Date(`${date}T12:00:00Z`) : date);

export function durationInWords(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [hours ? `${hours} h` : "", rest || !hours ? `${rest} min` : ""].filter(Boolean).join(" ");
}
