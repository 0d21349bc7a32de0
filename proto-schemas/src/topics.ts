import type { DescMessage } from "@bufbuild/protobuf";
import * as communications from "./gen/communications/v1/events_pb.ts";
import * as erasures from "./gen/erasures/v1/erasure_pb.ts";
import * as meetings from "./gen/meetings/v1/events_pb.ts";
import * as notices from "./gen/notices/v1/notice_pb.ts";
import * as people from "./gen/people/v1/events_pb.ts";
import * as peopleState from "./gen/people/v1/state_pb.ts";
import * as projects from "./gen/projects/v1/events_pb.ts";
import * as publications from "./gen/publications/v1/publications_pb.ts";
import * as scenarios from "./gen/scenarios/v1/events_pb.ts";

/** The topics of Trame. Each is written by one service, keyed by the id of what it tells. */
export const topics = {
  projects: "traam.projects.v1",
  people: "traam.people.v1",
  /** Compacted: the last names of each person, a tombstone once erased. */
  peopleState: "traam.people-state.v1",
  scenarios: "traam.scenarios.v1",
  meetings: "traam.meetings.v1",
  communications: "traam.communications.v1",
  /** Public and self-contained, for the newsletter tool and other programs. */
  publications: "traam.publications.v1",
} as const;

/** Topics that keep the last value of each key only. */
export const compactedTopics: readonly string[] = [topics.peopleState];

/** Any of the five may ask that persons be told something: communications delivers it. */
const noticeEvents = {
  NoticeIssued: notices.NoticeIssuedSchema,
  NoticeSettled: notices.NoticeSettledSchema,
} satisfies Record<string, DescMessage>;

/** Each of the five acknowledges that it has forgotten a person. */
const erasureEvents = { PersonDataErased: erasures.PersonDataErasedSchema } satisfies Record<string, DescMessage>;

/** The events of each service, by name: a reaction table is exhaustive over them. */
export const projectsEvents = {
  CampaignPrepared: projects.CampaignPreparedSchema,
  CallOpened: projects.CallOpenedSchema,
  CallClosed: projects.CallClosedSchema,
  CampaignRevised: projects.CampaignRevisedSchema,
  PhaseBegan: projects.PhaseBeganSchema,
  ThemeProposed: projects.ThemeProposedSchema,
  ThemeRevised: projects.ThemeRevisedSchema,
  ThemeAgreed: projects.ThemeAgreedSchema,
  ThemeOpened: projects.ThemeOpenedSchema,
  ThemeClosed: projects.ThemeClosedSchema,
  WorkPlanSet: projects.WorkPlanSetSchema,
  LeadAcademyNamed: projects.LeadAcademyNamedSchema,
  ThemeLaunched: projects.ThemeLaunchedSchema,
  ThemeAdvanced: projects.ThemeAdvancedSchema,
  ApplicationSubmitted: projects.ApplicationSubmittedSchema,
  ApplicationReturned: projects.ApplicationReturnedSchema,
  ApplicationInadmissible: projects.ApplicationInadmissibleSchema,
  ApplicationAdmitted: projects.ApplicationAdmittedSchema,
  ApplicationHandedOver: projects.ApplicationHandedOverSchema,
  ApplicationWithdrawn: projects.ApplicationWithdrawnSchema,
  ApplicationDecided: projects.ApplicationDecidedSchema,
  ApplicationDecisionReversed: projects.ApplicationDecisionReversedSchema,
  ProjectOpened: projects.ProjectOpenedSchema,
  ProjectEngaged: projects.ProjectEngagedSchema,
  ProjectAdvanced: projects.ProjectAdvancedSchema,
  ProjectAbandoned: projects.ProjectAbandonedSchema,
  ProjectConformityChanged: projects.ProjectConformityChangedSchema,
  DisciplineRecorded: projects.DisciplineRecordedSchema,
  ...noticeEvents,
  ...erasureEvents,
} satisfies Record<string, DescMessage>;

export const peopleEvents = {
  AcademyRecorded: people.AcademyRecordedSchema,
  MandateStarted: people.MandateStartedSchema,
  MandateChanged: people.MandateChangedSchema,
  MandateEnded: people.MandateEndedSchema,
  AcademicGroupOpened: people.AcademicGroupOpenedSchema,
  AcademicGroupChanged: people.AcademicGroupChangedSchema,
  AcademicGroupCompleted: people.AcademicGroupCompletedSchema,
  AcademicGroupIncomplete: people.AcademicGroupIncompleteSchema,
  NationalGroupOpened: people.NationalGroupOpenedSchema,
  NationalGroupChanged: people.NationalGroupChangedSchema,
  NationalGroupCompleted: people.NationalGroupCompletedSchema,
  NationalGroupIncomplete: people.NationalGroupIncompleteSchema,
  DasenAgreementGiven: people.DasenAgreementGivenSchema,
  ...noticeEvents,
  ...erasureEvents,
} satisfies Record<string, DescMessage>;

export const peopleStateEvents = {
  PersonState: peopleState.PersonStateSchema,
} satisfies Record<string, DescMessage>;

export const scenariosEvents = {
  ScenarioDrafted: scenarios.ScenarioDraftedSchema,
  ScenarioProposed: scenarios.ScenarioProposedSchema,
  ScenarioReviewed: scenarios.ScenarioReviewedSchema,
  ScenarioPublished: scenarios.ScenarioPublishedSchema,
  ScenarioUpdated: scenarios.ScenarioUpdatedSchema,
  ScenarioWithdrawn: scenarios.ScenarioWithdrawnSchema,
  ScenarioIndexed: scenarios.ScenarioIndexedSchema,
  ImplementationRecorded: scenarios.ImplementationRecordedSchema,
  FeedbackGiven: scenarios.FeedbackGivenSchema,
  SequenceShared: scenarios.SequenceSharedSchema,
  ...noticeEvents,
  ...erasureEvents,
} satisfies Record<string, DescMessage>;

export const meetingsEvents = {
  MeetingPlanned: meetings.MeetingPlannedSchema,
  MeetingRevised: meetings.MeetingRevisedSchema,
  MeetingConvened: meetings.MeetingConvenedSchema,
  MeetingCancelled: meetings.MeetingCancelledSchema,
  MeetingHeld: meetings.MeetingHeldSchema,
  MinutesApproved: meetings.MinutesApprovedSchema,
  SynthesisOnline: meetings.SynthesisOnlineSchema,
  ProgressReported: meetings.ProgressReportedSchema,
  ...noticeEvents,
  ...erasureEvents,
} satisfies Record<string, DescMessage>;

export const communicationsEvents = {
  PriorWorkReviewRecorded: communications.PriorWorkReviewRecordedSchema,
  LiteratureReviewRecorded: communications.LiteratureReviewRecordedSchema,
  MaterialPublished: communications.MaterialPublishedSchema,
  TrainingModulePublished: communications.TrainingModulePublishedSchema,
  EditionPublished: communications.EditionPublishedSchema,
  RelayRecorded: communications.RelayRecordedSchema,
  SynthesisSigned: communications.SynthesisSignedSchema,
  SynthesisDistributed: communications.SynthesisDistributedSchema,
  NoticeDelivered: communications.NoticeDeliveredSchema,
  ...noticeEvents,
  ...erasureEvents,
} satisfies Record<string, DescMessage>;

export const publicationsEvents = {
  PublicationPublished: publications.PublicationPublishedSchema,
  PublicationUpdated: publications.PublicationUpdatedSchema,
  PublicationWithdrawn: publications.PublicationWithdrawnSchema,
} satisfies Record<string, DescMessage>;
