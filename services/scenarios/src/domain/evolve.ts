import type { Authorship, Contribution, NewScenario, Publication, Scenario, ScenarioFact } from "./scenario.ts";

export function evolveScenario(scenario: Scenario | null, fact: ScenarioFact): Scenario {
  if (fact.type === "ScenarioDrafted") return drafted(fact.scenario);
  if (!scenario) throw new Error(`${fact.type} without a scenario`);
  switch (fact.type) {
    case "ScenarioRevised":
      return { ...scenario, ...fact.text, ...(fact.authorship && withAuthors(scenario.authors, fact.authorship)) };
    case "ScenarioAdapted": {
      const { origins, text, resources, digitalServices } = fact;
      return { ...scenario, ...text, origins, resources, digitalServices };
    }
    case "ScenarioReopened":
      return { ...scenario, state: "DRAFT" };
    case "TextRestored":
      return scenario;
    case "ResourceDeclared":
      return { ...scenario, resources: put(scenario.resources, fact.resource) };
    case "ResourceRemoved":
      return { ...scenario, resources: scenario.resources.filter(({ id }) => id !== fact.resourceId) };
    case "DigitalServiceDeclared":
      return { ...scenario, digitalServices: put(scenario.digitalServices, fact.digitalService) };
    case "OpenAddressSet":
      return { ...scenario, openAddress: fact.openAddress };
    case "ImplementationRecorded":
      return { ...scenario, implementations: [...scenario.implementations, fact.implementation] };
    case "ScenarioProposed":
      return { ...scenario, state: "IN_REVIEW" };
    case "ScenarioReviewed":
      return reviewed(scenario, fact);
    case "ScenarioPublished":
      return { ...published(scenario, scenario.versionNumber, fact.publication), publishedAt: fact.publication.at };
    case "ScenarioUpdated":
      return published(scenario, scenario.versionNumber + 1, fact.publication);
    case "ScenarioWithdrawn":
      return { ...scenario, state: "WITHDRAWN", withdrawnAt: fact.at, withdrawalReason: fact.reason };
    case "FeedbackGiven":
      return { ...scenario, feedback: [...scenario.feedback, fact.feedback] };
    case "ScenarioIndexed":
      return { ...scenario, edubase: fact.edubase };
  }
}

function drafted({ authorId, at, ...scenario }: NewScenario): Scenario {
  return {
    ...scenario,
    version: 0,
    state: "DRAFT",
    academyCodes: [scenario.academyCode],
    summary: "",
    levels: [],
    competences: [],
    progressivity: null,
    objectives: "",
    durationMinutes: null,
    setting: "",
    tools: "",
    course: "",
    assessment: "",
    generalisation: "",
    licence: null,
    authors: [{ personId: authorId, role: "DESIGN", publishedName: null }],
    implementations: [],
    feedback: [],
    resources: [],
    digitalServices: [],
    openAddress: null,
    reviews: [],
    edubase: { state: "TO_INDEX", number: null, url: null, academyCode: null, byId: null, at: null },
    versionNumber: 1,
    versions: [],
    draftedAt: at,
    publishedAt: null,
    withdrawnAt: null,
    withdrawalReason: null,
    origins: [],
  };
}

/** A name once published stays with its person; the new ones have none yet. */
function withAuthors(before: readonly Contribution[], { authors, academyCodes }: Authorship) {
  const nameOf = (personId: string) => before.find((author) => author.personId === personId)?.publishedName ?? null;
  return { authors: authors.map((author) => ({ ...author, publishedName: nameOf(author.personId) })), academyCodes };
}

function put<T extends { id: string }>(all: readonly T[], one: T): T[] {
  return all.some(({ id }) => id === one.id) ? all.map((old) => (old.id === one.id ? one : old)) : [...all, one];
}

function reviewed(
  scenario: Scenario,
  { review, acceptedReason }: Extract<ScenarioFact, { type: "ScenarioReviewed" }>,
): Scenario {
  const { openAddress } = scenario;
  return {
    ...scenario,
    state: review.outcome === "PASSED" ? "REVIEWED" : "DRAFT",
    reviews: [...scenario.reviews, review],
    openAddress: openAddress && acceptedReason ? { ...openAddress, acceptedReason } : openAddress,
  };
}

function published(scenario: Scenario, number: number, { byId, at, names }: Publication): Scenario {
  return {
    ...scenario,
    state: "PUBLISHED",
    versionNumber: number,
    versions: [...scenario.versions, { number, title: scenario.title, publishedAt: at, byId }],
    authors: scenario.authors.map((author) => ({
      ...author,
      publishedName: author.publishedName ?? names[author.personId] ?? null,
    })),
  };
}
