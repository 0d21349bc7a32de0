import { type Refusal, refuse, refuseAll, required } from "@trame/kit/refusal";
import { refusals } from "../errors.ts";
import type { OpenAddress } from "./address.ts";
import { evolveScenario } from "./evolve.ts";
import { type KeptText, textOf } from "./kept.ts";
import { asRefusals, publicationGaps } from "./publication.ts";
import { checkDigitalService, checkResource, type DigitalService, type Resource } from "./rights-of-use.ts";
import type {
  Authorship,
  Feedback,
  Implementation,
  NewScenario,
  Publication,
  Scenario,
  ScenarioFact,
  ScenarioText,
} from "./scenario.ts";

/** A retained project produces it (R10): one that was abandoned does not. */
export function draftScenario(scenario: NewScenario, projectState: string): ScenarioFact[] {
  if (projectState === "ABANDONED") refuse(refusals.projectNotRetained());
  if (scenario.title.trim() === "") refuse(required("title", "Le titre du scénario"));
  return [{ type: "ScenarioDrafted", scenario }];
}

export const isAuthor = ({ authors }: Scenario, personId: string | undefined): boolean =>
  personId !== undefined && authors.some((author) => author.personId === personId);

/**
 * Several hands write (R58). Words that were under review, or passed it, are no longer those that were read: the
 * scenario is a draft again. On a published scenario it is a correction, published as a new version.
 */
export function reviseScenario(
  scenario: Scenario,
  change: { text: Partial<ScenarioText>; authorship: Authorship | null },
  publication: Publication,
): ScenarioFact[] {
  const { title, durationMinutes } = change.text;
  const found: Refusal[] = [];
  if (title !== undefined && title.trim() === "") found.push(required("title", "Le titre du scénario"));
  if (durationMinutes !== undefined && durationMinutes !== null && durationMinutes < 1) {
    found.push(refusals.durationTooShort());
  }
  if (change.authorship) found.push(...authorsFit(change.authorship));
  refuseAll(found);
  const revised: ScenarioFact = { type: "ScenarioRevised", ...change };
  if (scenario.state !== "IN_REVIEW" && scenario.state !== "REVIEWED") return settle(scenario, revised, publication);
  return [{ type: "ScenarioReopened" }, revised];
}

/** Earlier words come back as a revision does (R58); words that stand already are no change. */
export function restoreText(scenario: Scenario, kept: KeptText, publication: Publication): ScenarioFact[] {
  if (scenario.state === "WITHDRAWN") refuse(refusals.withdrawnForGood());
  if (JSON.stringify(textOf(scenario)) === JSON.stringify(textOf(kept.text))) return [];
  const revised = reviseScenario(scenario, { text: textOf(kept.text), authorship: null }, publication);
  return [{ type: "TextRestored", keptTextId: kept.id }, ...revised];
}

function authorsFit({ authors }: Authorship): Refusal[] {
  const contributions = new Set(authors.map(({ personId, role }) => `${personId}/${role}`));
  return [
    ...(authors.length === 0 ? [required("authors", "Au moins un auteur", "R07")] : []),
    ...(contributions.size < authors.length ? [refusals.authorTwice()] : []),
  ];
}

export function declareResource(scenario: Scenario, resource: Resource, publication: Publication): ScenarioFact[] {
  checkResource(resource);
  return settle(scenario, { type: "ResourceDeclared", resource }, publication);
}

export function removeResource(scenario: Scenario, resourceId: string, publication: Publication): ScenarioFact[] {
  if (!scenario.resources.some(({ id }) => id === resourceId)) return [];
  return settle(scenario, { type: "ResourceRemoved", resourceId }, publication);
}

export function declareDigitalService(
  scenario: Scenario,
  digitalService: DigitalService,
  publication: Publication,
): ScenarioFact[] {
  checkDigitalService(digitalService);
  return settle(scenario, { type: "DigitalServiceDeclared", digitalService }, publication);
}

/** The address was visited before (R68): its result is a fact, kept whatever it is, unless the scenario is public. */
export const setOpenAddress = (scenario: Scenario, openAddress: OpenAddress, publication: Publication) =>
  settle(scenario, { type: "OpenAddressSet", openAddress }, publication);

/** What is public stays publishable: a correction that opens a gap is refused, another is a new version at once. */
function settle(scenario: Scenario, fact: ScenarioFact, publication: Publication): ScenarioFact[] {
  if (scenario.state === "WITHDRAWN") refuse(refusals.withdrawnForGood());
  if (scenario.state !== "PUBLISHED") return [fact];
  refuseAll(asRefusals(publicationGaps(evolveScenario(scenario, fact))));
  return [fact, { type: "ScenarioUpdated", publication }];
}

/** Tried in class by the person who says so (R03); a class yet to come is none. */
export function recordImplementation(
  scenario: Scenario,
  implementation: Implementation,
  today: string,
): ScenarioFact[] {
  if (scenario.state === "WITHDRAWN") refuse(refusals.withdrawnForGood());
  const { classLevel, establishment, outcome, startedOn, endedOn, pupilCount } = implementation;
  const found: Refusal[] = [];
  if (classLevel.trim() === "") found.push(required("classLevel", "Le niveau de la classe", "R03"));
  if (establishment.trim() === "") found.push(required("establishment", "L'établissement", "R03"));
  if (outcome.trim() === "") found.push(required("outcome", "Ce qui a été constaté", "R03"));
  if (startedOn > today) found.push(refusals.classesInTheFuture());
  if (endedOn !== null && endedOn < startedOn) found.push(refusals.endsBeforeItStarts());
  if (pupilCount !== null && pupilCount < 1) found.push(refusals.pupilsNegative());
  refuseAll(found);
  return [{ type: "ImplementationRecorded", implementation }];
}

/** What a colleague makes of a published scenario, of one of its implementations if he or she says which (R59). */
export function giveFeedback(scenario: Scenario, feedback: Feedback): ScenarioFact[] {
  if (scenario.state !== "PUBLISHED") refuse(refusals.feedbackBeforePublication());
  if (feedback.text.trim() === "") refuse(required("text", "Le retour d'expérience", "R59"));
  const { implementationId } = feedback;
  if (implementationId && !scenario.implementations.some(({ id }) => id === implementationId)) {
    refuse({
      kind: "INVALID",
      code: "NOT_FOUND",
      message: "Cette mise en œuvre est introuvable.",
      field: "implementationId",
      requirement: "R59",
    });
  }
  return [{ type: "FeedbackGiven", feedback }];
}
