import type { Scenario } from "../scenario.tsx";

const licences: Record<string, string> = {
  "CC BY 4.0": "https://creativecommons.org/licenses/by/4.0/",
  "CC BY-SA 4.0": "https://creativecommons.org/licenses/by-sa/4.0/",
  "CC BY-NC-SA 4.0": "https://creativecommons.org/licenses/by-nc-sa/4.0/",
  "CC0 1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
  "Licence Ouverte 2.0": "https://www.etalab.gouv.fr/licence-ouverte-open-licence/",
};

/** schema.org's description, for search engines and harvesters; our own addresses are paths. */
export const learningResource = (scenario: Scenario) => ({
  "@context": "https://schema.org",
  "@type": "LearningResource",
  "@id": `/scenarios/${scenario.slug}`,
  url: `/scenarios/${scenario.slug}`,
  sameAs: scenario.openAddress?.url,
  name: scenario.title,
  description: scenario.summary,
  inLanguage: "fr",
  learningResourceType: "scénario pédagogique",
  isAccessibleForFree: true,
  audience: { "@type": "EducationalAudience", educationalRole: "teacher" },
  version: scenario.versionNumber,
  datePublished: scenario.publishedAt ?? undefined,
  dateModified: scenario.versions.at(-1)?.publishedAt,
  license: scenario.licence ? (licences[scenario.licence] ?? scenario.licence) : undefined,
  creditText: scenario.credit,
  timeRequired: scenario.durationMinutes ? `PT${scenario.durationMinutes}M` : undefined,
  educationalLevel: scenario.levels.map(({ uri, label }) => ({
    "@type": "DefinedTerm",
    name: label,
    url: uri.startsWith("http") ? uri : undefined,
  })),
  about: scenario.disciplines.map(({ label }) => ({ "@type": "Thing", name: label })),
  teaches: scenario.competences.map(({ uri, label }) => ({ "@type": "DefinedTerm", termCode: uri, name: label })),
  author: scenario.authors.map(({ publishedName, person }) => ({
    "@type": "Person",
    name: publishedName ?? person?.displayName,
  })),
  publisher: scenario.academies.map(({ name }) => ({ "@type": "EducationalOrganization", name: `Académie : ${name}` })),
  isPartOf: scenario.theme
    ? { "@type": "Collection", name: scenario.theme.title, url: `/themes/${scenario.theme.id}` }
    : undefined,
  encoding: { "@type": "MediaObject", encodingFormat: "application/xml", url: `/scenarios/${scenario.slug}.xml` },
});
