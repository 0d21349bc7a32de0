import type { Origin } from "./adaptation.ts";
import type { OpenAddress } from "./address.ts";
import type { DigitalService, Resource } from "./rights-of-use.ts";

export type ScenarioState = "DRAFT" | "IN_REVIEW" | "REVIEWED" | "PUBLISHED" | "WITHDRAWN";

/** From the simplest use to the most elaborate (R05): the order is the rule. */
export const PROGRESSIVITY = ["SIMPLE_USE", "GUIDED_USE", "AUTONOMOUS_USE", "ELABORATE_APPROACH"] as const;
export type Progressivity = (typeof PROGRESSIVITY)[number];

/** 1 to 4; what has no degree yet comes last. */
export const progressivityRank = (degree: Progressivity | null): number =>
  degree ? PROGRESSIVITY.indexOf(degree) + 1 : PROGRESSIVITY.length + 1;

export type ContributionRole = "DESIGN" | "IMPLEMENTATION" | "PROOFREADING" | "ILLUSTRATION";

export interface Contribution {
  personId: string;
  role: ContributionRole;
  /** The name as it stood when the person's contribution was first published. */
  publishedName: string | null;
}

/** A sequence tried in class (R03). */
export interface Implementation {
  id: string;
  teacherId: string;
  classLevel: string;
  establishment: string;
  startedOn: string;
  endedOn: string | null;
  pupilCount: number | null;
  adaptation: string | null;
  outcome: string;
  at: Date;
}

export interface Feedback {
  id: string;
  authorId: string;
  implementationId: string | null;
  text: string;
  at: Date;
}

export interface Review {
  reviewerId: string;
  outcome: "PASSED" | "RETURNED";
  comment: string | null;
  versionNumber: number;
  at: Date;
}

export interface PublishedVersion {
  number: number;
  title: string;
  publishedAt: Date;
  byId: string | null;
}

export type EdubaseState = "TO_INDEX" | "SUBMITTED" | "INDEXED";

/** The act of a participating academy (R11). */
export interface EdubaseIndexing {
  state: EdubaseState;
  number: number | null;
  url: string | null;
  academyCode: string | null;
  byId: string | null;
  at: Date | null;
}

/** What its authors write. */
export interface ScenarioText {
  title: string;
  summary: string;
  disciplineCodes: string[];
  levels: string[];
  competences: string[];
  progressivity: Progressivity | null;
  objectives: string;
  durationMinutes: number | null;
  setting: string;
  tools: string;
  course: string;
  assessment: string;
  generalisation: string;
  licence: string | null;
}

export interface Scenario extends ScenarioText {
  id: string;
  version: number;
  slug: string;
  state: ScenarioState;
  projectId: string;
  themeId: string;
  campaignId: string;
  /** The project's academy; `academyCodes` adds those of the co-authors (R07). */
  academyCode: string;
  academyCodes: string[];
  authors: Contribution[];
  implementations: Implementation[];
  feedback: Feedback[];
  resources: Resource[];
  digitalServices: DigitalService[];
  openAddress: OpenAddress | null;
  reviews: Review[];
  edubase: EdubaseIndexing;
  /** Rank of the version that is being written, or is published; from 1. */
  versionNumber: number;
  versions: PublishedVersion[];
  draftedAt: Date;
  publishedAt: Date | null;
  withdrawnAt: Date | null;
  withdrawalReason: string | null;
  /** What it was made from, the first first (R06). */
  origins: Origin[];
}

export type NewScenario = Pick<
  Scenario,
  "id" | "slug" | "title" | "projectId" | "themeId" | "campaignId" | "academyCode" | "disciplineCodes"
> & { authorId: string; at: Date };

/** Who publishes, when, and the names of the authors on that day. */
export interface Publication {
  byId: string | null;
  at: Date;
  names: Readonly<Record<string, string>>;
}

export type ScenarioFact =
  | { type: "ScenarioDrafted"; scenario: NewScenario }
  /** What it was made from, and what it takes over from it. */
  | {
      type: "ScenarioAdapted";
      origins: Origin[];
      text: ScenarioText;
      resources: Resource[];
      digitalServices: DigitalService[];
    }
  | { type: "ScenarioRevised"; text: Partial<ScenarioText>; authorship: Authorship | null }
  | { type: "ScenarioReopened" }
  /** Says where the words of the ScenarioRevised that follows come from. */
  | { type: "TextRestored"; keptTextId: string }
  | { type: "ResourceDeclared"; resource: Resource }
  | { type: "ResourceRemoved"; resourceId: string }
  | { type: "DigitalServiceDeclared"; digitalService: DigitalService }
  | { type: "OpenAddressSet"; openAddress: OpenAddress }
  | { type: "ImplementationRecorded"; implementation: Implementation }
  | { type: "ScenarioProposed" }
  | { type: "ScenarioReviewed"; review: Review; acceptedReason: string | null }
  | { type: "ScenarioPublished"; publication: Publication }
  | { type: "ScenarioUpdated"; publication: Publication }
  | { type: "ScenarioWithdrawn"; reason: string; at: Date }
  | { type: "FeedbackGiven"; feedback: Feedback }
  | { type: "ScenarioIndexed"; edubase: EdubaseIndexing };

/** The authors, and the academies that they bring (R07). */
export interface Authorship {
  authors: { personId: string; role: ContributionRole }[];
  academyCodes: string[];
}
