import { create } from "@bufbuild/protobuf";
import { timestampFromDate } from "@bufbuild/protobuf/wkt";
import { type Told, tell } from "@trame/kit/aggregate";
import * as proto from "@trame/proto-schemas/scenarios/v1/events_pb";
import type { Scenario, ScenarioFact } from "./domain/scenario.ts";
import type { Sequence, SequenceFact } from "./domain/sequence.ts";
import { labelOf } from "./vocabularies.ts";

/** What each fact says to the others: a new fact does not compile until it is decided here. */
export function tellScenario(fact: ScenarioFact, state: Scenario): Told | null {
  const scenario = scenarioMessage(state);
  switch (fact.type) {
    case "ScenarioDrafted":
    case "ScenarioReopened":
      return tell(proto.ScenarioDraftedSchema, create(proto.ScenarioDraftedSchema, { scenario }));
    // The words of a draft are nobody else's business; on a published one ScenarioUpdated follows.
    case "ScenarioAdapted":
    case "ScenarioRevised":
    case "TextRestored":
    case "ResourceDeclared":
    case "ResourceRemoved":
    case "DigitalServiceDeclared":
    case "OpenAddressSet":
      return null;
    case "ImplementationRecorded": {
      const { id, teacherId, startedOn } = fact.implementation;
      const message = { scenario, implementationId: id, teacherId, startedOn };
      return tell(proto.ImplementationRecordedSchema, create(proto.ImplementationRecordedSchema, message));
    }
    case "ScenarioProposed":
      return tell(proto.ScenarioProposedSchema, create(proto.ScenarioProposedSchema, { scenario }));
    case "ScenarioReviewed": {
      const { reviewerId, outcome } = fact.review;
      return tell(
        proto.ScenarioReviewedSchema,
        create(proto.ScenarioReviewedSchema, { scenario, reviewerId, outcome }),
      );
    }
    case "ScenarioPublished":
      return tell(proto.ScenarioPublishedSchema, create(proto.ScenarioPublishedSchema, { scenario }));
    case "ScenarioUpdated":
      return tell(proto.ScenarioUpdatedSchema, create(proto.ScenarioUpdatedSchema, { scenario }));
    case "ScenarioWithdrawn": {
      const { reason } = fact;
      return tell(proto.ScenarioWithdrawnSchema, create(proto.ScenarioWithdrawnSchema, { scenario, reason }));
    }
    case "FeedbackGiven": {
      const { id, authorId } = fact.feedback;
      const message = { scenario, feedbackId: id, authorId };
      return tell(proto.FeedbackGivenSchema, create(proto.FeedbackGivenSchema, message));
    }
    case "ScenarioIndexed": {
      const academyCode = fact.edubase.academyCode ?? "";
      return tell(proto.ScenarioIndexedSchema, create(proto.ScenarioIndexedSchema, { scenario, academyCode }));
    }
  }
}

export function tellSequence(_: SequenceFact, sequence: Sequence): Told {
  const { id, title, projectId, themeId, authorId } = sequence;
  return tell(
    proto.SequenceSharedSchema,
    create(proto.SequenceSharedSchema, { id, title, projectId, themeId, authorId }),
  );
}

const concept = (uri: string) => ({ uri, label: labelOf(uri) });

const scenarioMessage = (scenario: Scenario) =>
  create(proto.ScenarioSchema, {
    id: scenario.id,
    slug: scenario.slug,
    title: scenario.title,
    summary: scenario.summary,
    state: scenario.state,
    projectId: scenario.projectId,
    themeId: scenario.themeId,
    campaignId: scenario.campaignId,
    academyCodes: scenario.academyCodes,
    disciplineCodes: scenario.disciplineCodes,
    levels: scenario.levels.map(concept),
    competences: scenario.competences.map(concept),
    progressivity: scenario.progressivity ?? "",
    authors: scenario.authors.map(({ personId, role }) => ({ personId, role })),
    licence: scenario.licence ?? "",
    openAddress: scenario.openAddress?.url ?? "",
    versionNumber: scenario.versionNumber,
    publishedAt: scenario.publishedAt ? timestampFromDate(scenario.publishedAt) : undefined,
    withdrawnAt: scenario.withdrawnAt ? timestampFromDate(scenario.withdrawnAt) : undefined,
    edubaseState: scenario.edubase.state,
    edubaseUrl: scenario.edubase.url ?? "",
  });
