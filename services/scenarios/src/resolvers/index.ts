import type { Resolvers } from "../gen/schema.ts";
import { FacetCount } from "./FacetCount.ts";
import { adaptScenario } from "./Mutation/adaptScenario.ts";
import { changeSavedSearch } from "./Mutation/changeSavedSearch.ts";
import { createPreviewLink } from "./Mutation/createPreviewLink.ts";
import { declareDigitalService } from "./Mutation/declareDigitalService.ts";
import { declareResource } from "./Mutation/declareResource.ts";
import { deleteSavedSearch } from "./Mutation/deleteSavedSearch.ts";
import { draftScenario } from "./Mutation/draftScenario.ts";
import { giveFeedback } from "./Mutation/giveFeedback.ts";
import { proposeScenario } from "./Mutation/proposeScenario.ts";
import { publishScenario } from "./Mutation/publishScenario.ts";
import { recordEdubaseIndexing } from "./Mutation/recordEdubaseIndexing.ts";
import { recordImplementation } from "./Mutation/recordImplementation.ts";
import { removeResource } from "./Mutation/removeResource.ts";
import { restoreScenarioText } from "./Mutation/restoreScenarioText.ts";
import { reviewScenario } from "./Mutation/reviewScenario.ts";
import { reviseScenario } from "./Mutation/reviseScenario.ts";
import { revokePreviewLink } from "./Mutation/revokePreviewLink.ts";
import { saveSearch } from "./Mutation/saveSearch.ts";
import { sayScenarioUsed } from "./Mutation/sayScenarioUsed.ts";
import { setOpenAddress } from "./Mutation/setOpenAddress.ts";
import { shareSequence } from "./Mutation/shareSequence.ts";
import { withdrawScenario } from "./Mutation/withdrawScenario.ts";
import { writeProjectAnalysis } from "./Mutation/writeProjectAnalysis.ts";
import { Academy, Discipline, Person, Project, ProjectAnalysis, Sequence, Theme, Viewer } from "./parents.ts";
import { previewedScenario } from "./Query/previewedScenario.ts";
import { scenario, scenarioFacets, scenarioSpelling, scenarios } from "./Query/scenarios.ts";
import { sequence, sequences } from "./Query/sequences.ts";
import { vocabulary } from "./Query/vocabulary.ts";
import {
  AddressWatch,
  Contribution,
  EdubaseIndexing,
  Feedback,
  Implementation,
  KeptText,
  PreviewLink,
  Resource,
  Scenario,
  ScenarioReview,
  ScenarioText,
  ScenarioVersion,
  UsageRight,
} from "./Scenario.ts";
import { SavedSearch } from "./searches.ts";

export const resolvers: Resolvers = {
  Query: { previewedScenario, scenario, scenarios, scenarioFacets, scenarioSpelling, vocabulary, sequence, sequences },
  Mutation: {
    draftScenario,
    reviseScenario,
    restoreScenarioText,
    recordImplementation,
    declareResource,
    removeResource,
    declareDigitalService,
    setOpenAddress,
    proposeScenario,
    reviewScenario,
    publishScenario,
    withdrawScenario,
    giveFeedback,
    sayScenarioUsed,
    recordEdubaseIndexing,
    shareSequence,
    adaptScenario,
    writeProjectAnalysis,
    createPreviewLink,
    revokePreviewLink,
    saveSearch,
    changeSavedSearch,
    deleteSavedSearch,
  },
  Scenario,
  AddressWatch,
  Contribution,
  Implementation,
  Feedback,
  ScenarioReview,
  ScenarioVersion,
  KeptText,
  PreviewLink,
  ScenarioText,
  Resource,
  UsageRight,
  EdubaseIndexing,
  FacetCount,
  SavedSearch,
  Sequence,
  Theme,
  Project,
  ProjectAnalysis,
  Academy,
  Person,
  Discipline,
  Viewer,
};
