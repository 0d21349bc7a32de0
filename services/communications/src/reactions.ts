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
  personErased,
  personNamed,
  projectTold,
  themeTold,
} from "./reactions/names.ts";
import { scenarioPublished, scenarioWithdrawn, synthesisOnline } from "./reactions/publications.ts";
import { erasePerson } from "./store/erasure.ts";
import { keepMandate } from "./store/projections.ts";

export const follows = [topics.projects, topics.people, topics.peopleState, topics.scenarios, topics.meetings];

export const events = {
  ...projectsEvents,
  ...peopleEvents,
  ...peopleStateEvents,
  ...scenariosEvents,
  ...meetingsEvents,
};

/** What communications does about each event of the others; `[]` is a decision. Addresses begin with the public origin. */
export const reactions = (origin: string): Reactions<typeof events, Tx> => {
  const command = (at: Date) => ({ command: systemCommand("communications", at), origin });
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
    ThemeLaunched: (tx, { message, version, at }) => themeTold(tx, command(at), message.theme, version),
    ThemeAdvanced: (tx, { message, version, at }) => themeTold(tx, command(at), message.theme, version),
    ApplicationSubmitted: [],
    ApplicationReturned: [],
    ApplicationInadmissible: [],
    ApplicationAdmitted: [],
    ApplicationHandedOver: [],
    ApplicationWithdrawn: [],
    ApplicationDecided: [],
    ApplicationDecisionReversed: [],
    ProjectOpened: (tx, { message, version }) => projectTold(tx, message.project, version),
    ProjectEngaged: (tx, { message, version }) => projectTold(tx, message.project, version),
    ProjectAdvanced: (tx, { message, version }) => projectTold(tx, message.project, version),
    ProjectAbandoned: (tx, { message, version }) => projectTold(tx, message.project, version),
    ProjectConformityChanged: [],
    DisciplineRecorded: (tx, { message, version, at }) =>
      disciplineRecorded(tx, command(at), message.discipline, version),

    AcademyRecorded: (tx, { message, version, at }) => academyRecorded(tx, command(at), message.academy, version),
    MandateStarted: async (tx, { message, version }) => message.mandate && keepMandate(tx, message.mandate, version),
    MandateChanged: async (tx, { message, version }) => message.mandate && keepMandate(tx, message.mandate, version),
    MandateEnded: async (tx, { message, version }) => message.mandate && keepMandate(tx, message.mandate, version),
    AcademicGroupOpened: [],
    AcademicGroupChanged: [],
    AcademicGroupCompleted: [],
    AcademicGroupIncomplete: [],
    NationalGroupOpened: [],
    NationalGroupChanged: [],
    NationalGroupCompleted: [],
    NationalGroupIncomplete: [],
    DasenAgreementGiven: [],

    PersonState: async (tx, event) => {
      const { message, tombstone, at } = event;
      if (tombstone || !message.erasureId) return personNamed(tx, command(at), event);
      await personErased(tx, command(at), event);
      await erasePerson(tx, message, at, { ...events, ...communicationsEvents });
    },

    ScenarioDrafted: [],
    ScenarioProposed: [],
    ScenarioReviewed: [],
    ScenarioPublished: (tx, { message, version, at }) => scenarioPublished(tx, command(at), message.scenario, version),
    ScenarioUpdated: (tx, { message, version, at }) => scenarioPublished(tx, command(at), message.scenario, version),
    ScenarioWithdrawn: (tx, { message, version, at }) => scenarioWithdrawn(tx, command(at), message, version),
    ScenarioIndexed: [],
    ImplementationRecorded: [],
    FeedbackGiven: [],
    SequenceShared: [],

    MeetingPlanned: [],
    MeetingRevised: [],
    MeetingConvened: [],
    MeetingCancelled: [],
    MeetingHeld: [],
    MinutesApproved: [],
    SynthesisOnline: (tx, { message, version, at }) => synthesisOnline(tx, command(at), message.meeting, version),
    ProgressReported: [],

    NoticeIssued: [],
    NoticeSettled: [],
    PersonDataErased: [],
  };
};
