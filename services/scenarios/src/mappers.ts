import type { ProjectAnalysis as ProjectAnalysisState } from "./domain/analysis.ts";
import type { KeptText as KeptTextState } from "./domain/kept.ts";
import type { PreviewLink as PreviewLinkState } from "./domain/preview.ts";
import type { Resource as ResourceState } from "./domain/rights-of-use.ts";
import type { SavedSearch as SavedSearchState } from "./domain/saved-search.ts";
import type * as scenarios from "./domain/scenario.ts";
import type { EdubaseIndexing as EdubaseIndexingState } from "./domain/scenario.ts";
import type { Sequence as SequenceState } from "./domain/sequence.ts";
import type { Watch as WatchState } from "./domain/watch.ts";

/** What resolvers receive as the parent of each type. */
export type Scenario = scenarios.Scenario;
export type Contribution = scenarios.Contribution;
export type Implementation = scenarios.Implementation;
export type Feedback = scenarios.Feedback;
export type ScenarioReview = scenarios.Review;
/** A version, with the scenario whose words it may be asked for. */
export type ScenarioVersion = scenarios.PublishedVersion & { scenarioId: string };
export type ProjectAnalysis = ProjectAnalysisState;
export type KeptText = KeptTextState;
export type PreviewLink = PreviewLinkState;
export type ScenarioText = scenarios.ScenarioText;
export type EdubaseIndexing = EdubaseIndexingState;
export type AddressWatch = WatchState;
export type Resource = ResourceState;
export type UsageRight = ResourceState;
export type SavedSearch = SavedSearchState;
export type Sequence = SequenceState;
export type Theme = { id: string };
export type Project = { id: string };
export type Academy = { code: string };
export type Discipline = { code: string };
export type Person = { id: string };
export type Viewer = { id: string };
/** A value with the facet that says what it is. */
export type FacetCount = { value: string; count: number; facet: string };
