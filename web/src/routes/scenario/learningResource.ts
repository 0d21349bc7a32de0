import type { Scenario } from "../scenario.tsx";

const licences: Record<string, string> = {
  "CC BY 4.0": "https://creativecommons.org/licenses/by/4.0/",
  "CC BY-SA 4.0": "https://creativecommons.org/licenses/by-sa/4.0/",
  "CC BY-NC-SA 4.0": "https://creativecommons.org/licenses/by-nc-sa/4.0/",
  "CC0 1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
};

/** schema.org's description, for search engines and harvesters. */
export const learningResource = (scenario: Scenario) => ({
  "@context": "https://schema.org",
  "@type": "LearningResource",
  name: scenario.title,
  description: scenario.summary,
  inLanguage: "fr",
  learningResourceType: "scénario pédagogique",
  isAccessibleForFree: true,
  url: scenario.openAddress?.url,
  datePublished: scenario.publishedAt ?? undefined,
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
});
