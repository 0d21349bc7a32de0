import type { Resource } from "./rights-of-use.ts";

/** What a licence asks of whoever reuses; by its usual name, as teachers write it. */
export interface Terms {
  nonCommercial: boolean;
  /** The same licence for what is made of it. */
  shareAlike: boolean;
  noDerivatives: boolean;
  /** 4.0, 3.0…; 0 when it is not said. */
  version: number;
}

/** Creative Commons, public domain and the French open licence; null for a licence that is not known here. */
export function termsOf(name: string): Terms | null {
  const licence = name
    .toUpperCase()
    .replace(/[\s_–-]+/g, " ")
    .trim();
  const version = Number(/(\d\.\d)/.exec(licence)?.[1] ?? 0);
  if (/\bCC ?0\b|DOMAINE PUBLIC|PUBLIC DOMAIN|LICENCE OUVERTE|ETALAB/.test(licence)) return free(version);
  if (!/\b(CC|CREATIVE COMMONS)\b.*\bBY\b/.test(licence)) return null;
  const asks = (mark: RegExp) => mark.test(licence);
  return {
    nonCommercial: asks(/\bNC\b/),
    shareAlike: asks(/\bSA\b/),
    noDerivatives: asks(/\bND\b/),
    version,
  };
}

const free = (version: number): Terms => ({
  nonCommercial: false,
  shareAlike: false,
  noDerivatives: false,
  version,
});

/** Why a resource's licence cannot be kept in a scenario of that licence, in words; null when both can (R61). */
export function contradictionOf(
  scenarioLicence: string | null,
  { title, basis, licence, adapted }: Pick<Resource, "title" | "basis" | "licence" | "adapted">,
): string | null {
  const asked = basis === "LICENCE" && licence ? termsOf(licence) : null;
  if (!asked) return null;
  if (adapted && asked.noDerivatives) {
    return `« ${title} » (${licence}) ne se modifie pas : reprenez-la telle quelle, ou remplacez-la.`;
  }
  const given = scenarioLicence ? termsOf(scenarioLicence) : null;
  if (!given) return null;
  if (asked.nonCommercial && !given.nonCommercial) {
    return `« ${title} » (${licence}) interdit l'usage commercial, que permet la licence du scénario (${scenarioLicence}) : changez l'une ou l'autre.`;
  }
  if (adapted && asked.shareAlike && !sameOrLater(asked, given)) {
    return `« ${title} » (${licence}), une fois modifiée, se partage sous la même licence : celle du scénario (${scenarioLicence}) en est une autre.`;
  }
  return null;
}

/** A work made of a share-alike one may take a later version of the same licence, no earlier one. */
const sameOrLater = (asked: Terms, given: Terms): boolean =>
  given.shareAlike &&
  given.nonCommercial === asked.nonCommercial &&
  given.noDerivatives === asked.noDerivatives &&
  (given.version >= asked.version || given.version === 0);
