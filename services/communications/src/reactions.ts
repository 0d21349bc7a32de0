import { systemCommand } from "@trame/kit/answer";
import type { Reactions } from "@trame/kit/consumer";
import {
  communicationsEvents,
  meetingsEvents,
  peopleEvents,
  peopleStateEvents,
  projectsEvents,
  scenariosEvents,
  topics,
} from "@trame/proto-schemas/topics";
import type { Tx } from "./database.ts";
import {
  academyRecorded,
  disciplineRecorded,
  mandateTold,
  personErased,
  personNamed,
  projectTold,
  themeTold,
} from "./reactions/names.ts";
import { editionPublished, noticeIssued, noticeSettled } from "./reactions/notices.ts";
import * as ofMeetings from "./reactions/notices-meetings.ts";
import * as ofPeople from "./reactions/notices-people.ts";
import * as ofProjects from "./reactions/notices-projects.ts";
import * as ofScenarios from "./reactions/notices-scenarios.ts";
import { synthesisOnline } from "./reactions/publications.ts";
import { scenariosMoved } from "./reactions/scenarios.ts";
import { feedbackTold, implementationTold, meetingTold, themeLaunched } from "./reactions/year.ts";
import { erasePerson } from "./store/erasure.ts";

/** Its own too: what it tells persons passes by the same door, whoever asks for it. */
export const follows = [
  topics.projects,
  topics.people,
  topics.peopleState,
  topics.scenarios,
  topics.meetings,
  topics.communications,
];

export const events = {
  ...projectsEvents,
  ...peopleEvents,
  ...peopleStateEvents,
  ...scenariosEvents,
  ...meetingsEvents,
  ...communicationsEvents,
};

/** What communications does about each event of the others; `[]` is a decision. Addresses begin with the public origin. */
export const reactions = (origin: string): Reactions<typeof events, Tx> => {
  const command = (at: Date) => ({ command: systemCommand("communications", at), origin });
  const scenarios = scenariosMoved(origin);
  return {
    CampaignPrepared: [],
    CallOpened: [],
    CallClosed: [],
    CampaignRevised: [],
    PhaseBegan: [],
    ThemeProposed: (tx, { message, version, at }) => themeTold(tx, command(at), message.theme, version),
    ThemeRevised: (tx, { message, version, at }) => themeTold(tx, command(at), message.theme, version),
    ThemeAgreed: (tx, { message, version, at }) => themeTold(tx, command(at), message.theme, version),
    ThemeOpened: (tx, { message, version, at }) => themeTold(tx, command(at), message.theme, version),
    ThemeClosed: (tx, { message, version, at }) => themeTold(tx, command(at), message.theme, version),
    WorkPlanSet: (tx, { message, version, at }) => themeTold(tx, command(at), message.theme, version),
    LeadAcademyNamed: (tx, { message, version, at }) => themeTold(tx, command(at), message.theme, version),
    ThemeLaunched: async (tx, event, context) => {
      await themeTold(tx, command(event.at), event.message.theme, event.version);
      await themeLaunched(tx, command(event.at), event.message.theme);
      await ofProjects.themeLaunched(tx, event, context);
    },
    ThemeAdvanced: async (tx, { message, version, at }) => {
      await themeTold(tx, command(at), message.theme, version);
      await themeLaunched(tx, command(at), message.theme);
    },
    ApplicationSubmitted: ofProjects.applicationSubmitted,
    ApplicationReturned: ofProjects.applicationReturned,
    ApplicationInadmissible: ofProjects.applicationDecided,
    ApplicationAdmitted: [],
    ApplicationHandedOver: [],
    ApplicationWithdrawn: [],
    ApplicationDecided: ofProjects.applicationDecided,
    ApplicationDecisionReversed: ofProjects.decisionReversed,
    ProjectOpened: (tx, { message, version }) => projectTold(tx, message.project, version),
    ProjectEngaged: async (tx, event, context) => {
      await projectTold(tx, event.message.project, event.version);
      await ofProjects.projectMoved(tx, event, context);
    },
    ProjectAdvanced: (tx, { message, version }) => projectTold(tx, message.project, version),
    ProjectAbandoned: async (tx, event, context) => {
      await projectTold(tx, event.message.project, event.version);
      await ofProjects.projectMoved(tx, event, context);
    },
    ProjectConformityChanged: [],
    DisciplineRecorded: (tx, { message, version, at }) =>
      disciplineRecorded(tx, command(at), message.discipline, version),

    AcademyRecorded: (tx, { message, version, at }) => academyRecorded(tx, command(at), message.academy, version),
    MandateStarted: async (tx, event, context) => {
      await mandateTold(tx, event);
      await ofPeople.mandateStarted(tx, event, context);
    },
    MandateChanged: mandateTold,
    MandateEnded: async (tx, event, context) => {
      await mandateTold(tx, event);
      await ofPeople.mandateEnded(tx, event, context);
    },
    AcademicGroupOpened: ofPeople.groupIncomplete,
    AcademicGroupChanged: [],
    AcademicGroupCompleted: ofPeople.groupCompleted,
    AcademicGroupIncomplete: ofPeople.groupIncomplete,
    NationalGroupOpened: [],
    NationalGroupChanged: [],
    NationalGroupCompleted: ofPeople.groupCompleted,
    NationalGroupIncomplete: ofPeople.groupIncomplete,
    DasenAgreementGiven: [],

    PersonState: async (tx, event) => {
      const { message, tombstone, at } = event;
      if (tombstone || !message.erasureId) return personNamed(tx, command(at), event);
      await personErased(tx, command(at), event);
      await erasePerson(tx, message, at, events);
    },

    ScenarioDrafted: scenarios,
    ScenarioProposed: scenarios,
    ScenarioReviewed: scenarios,
    ScenarioPublished: scenarios,
    ScenarioUpdated: scenarios,
    ScenarioWithdrawn: scenarios,
    ScenarioIndexed: scenarios,
    ImplementationRecorded: (tx, { message }) => implementationTold(tx, message),
    FeedbackGiven: async (tx, event, context) => {
      await feedbackTold(tx, event.message);
      await ofScenarios.feedbackGiven(tx, event, context);
    },
    SequenceShared: [],

    MeetingPlanned: [],
    MeetingRevised: ofMeetings.meetingConvened,
    MeetingConvened: ofMeetings.meetingConvened,
    MeetingCancelled: ofMeetings.meetingCancelled,
    MeetingHeld: async (tx, event, context) => {
      await meetingTold(tx, event.message.meeting, event.version);
      await ofMeetings.meetingHeld(tx, event, context);
    },
    MinutesApproved: async (tx, event, context) => {
      await meetingTold(tx, event.message.meeting, event.version);
      await ofMeetings.minutesApproved(tx, event, context);
    },
    SynthesisOnline: async (tx, { message, version, at }) => {
      await meetingTold(tx, message.meeting, version);
      await synthesisOnline(tx, command(at), message.meeting, version);
    },
    ProgressReported: ofMeetings.progressReported,

    PriorWorkReviewRecorded: [],
    LiteratureReviewRecorded: [],
    MaterialPublished: [],
    TrainingModulePublished: [],
    EditionPublished: editionPublished,
    RelayRecorded: [],
    SynthesisSigned: [],
    SynthesisDistributed: [],
    NoticeDelivered: [],

    NoticeIssued: noticeIssued,
    NoticeSettled: noticeSettled,
    PersonDataErased: [],
  };
};
