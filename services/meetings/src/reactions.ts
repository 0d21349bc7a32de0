import { systemCommand } from "@trame/kit/answer";
import type { Reactions } from "@trame/kit/consumer";
import type { AcademicGroup, NationalGroup } from "@trame/proto-schemas/people/v1/events_pb";
import type { Project, Theme } from "@trame/proto-schemas/projects/v1/events_pb";
import {
  communicationsEvents,
  meetingsEvents,
  peopleEvents,
  peopleStateEvents,
  projectsEvents,
  topics,
} from "@trame/proto-schemas/topics";
import type { Tx } from "./database.ts";
import { erasePerson } from "./store/erasure.ts";
import { followAcademicGroup, followNationalGroup, proposeYear } from "./store/following.ts";
import {
  forgetPerson,
  keepAcademicGroup,
  keepAcademy,
  keepNationalGroup,
  keepPerson,
  keepProject,
  keepTheme,
} from "./store/projections.ts";
import { listenTo } from "./store/silences.ts";
import { keepDelivery } from "./store/superiors.ts";

export const follows = [topics.projects, topics.people, topics.peopleState, topics.communications];

export const events = { ...projectsEvents, ...peopleEvents, ...peopleStateEvents, ...communicationsEvents };

/** What meetings does about each event of the others; `[]` is a decision. */
export const reactions: Reactions<typeof events, Tx> = {
  // A theme's own period says what its school years are.
  CampaignPrepared: [],
  CallOpened: [],
  CallClosed: [],
  CampaignRevised: [],
  PhaseBegan: [],

  ThemeProposed: (tx, { message, version }) => themeTold(tx, message.theme, version),
  ThemeRevised: (tx, { message, version }) => themeTold(tx, message.theme, version),
  ThemeAgreed: (tx, { message, version }) => themeTold(tx, message.theme, version),
  ThemeOpened: (tx, { message, version }) => themeTold(tx, message.theme, version),
  ThemeClosed: (tx, { message, version }) => themeTold(tx, message.theme, version),
  LeadAcademyNamed: (tx, { message, version }) => themeTold(tx, message.theme, version),
  WorkPlanSet: (tx, { message, version }, { at }) => themeTold(tx, message.theme, version, at),
  ThemeLaunched: (tx, { message, version }, { at }) => themeTold(tx, message.theme, version, at),
  // A second school year begins with its own three meetings.
  ThemeAdvanced: (tx, { message, version }, { at }) => themeTold(tx, message.theme, version, at),

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
  DisciplineRecorded: [],

  AcademyRecorded: (tx, { message, version }) => told(message.academy, (academy) => keepAcademy(tx, academy, version)),
  // Rights come with each request; seats come with the groups.
  MandateStarted: [],
  MandateChanged: [],
  MandateEnded: [],

  AcademicGroupOpened: (tx, { message, version }, { at }) => academicGroupTold(tx, message.group, version, at),
  AcademicGroupChanged: (tx, { message, version }, { at }) => academicGroupTold(tx, message.group, version, at),
  AcademicGroupCompleted: (tx, { message, version }, { at }) => academicGroupTold(tx, message.group, version, at),
  AcademicGroupIncomplete: (tx, { message, version }, { at }) => academicGroupTold(tx, message.group, version, at),
  NationalGroupOpened: (tx, { message, version }, { at }) => nationalGroupTold(tx, message.group, version, at),
  NationalGroupChanged: (tx, { message, version }, { at }) => nationalGroupTold(tx, message.group, version, at),
  NationalGroupCompleted: (tx, { message, version }, { at }) => nationalGroupTold(tx, message.group, version, at),
  NationalGroupIncomplete: (tx, { message, version }, { at }) => nationalGroupTold(tx, message.group, version, at),
  DasenAgreementGiven: [],

  PriorWorkReviewRecorded: [],
  LiteratureReviewRecorded: [],
  MaterialPublished: [],
  TrainingModulePublished: [],
  EditionPublished: [],
  RelayRecorded: [],
  SynthesisSigned: [],
  SynthesisDistributed: [],
  NoticeDelivered: (tx, { message, version }) =>
    told(message.delivery, (delivery) => keepDelivery(tx, delivery, version)),

  // communications tells the persons.
  NoticeIssued: [],
  NoticeSettled: [],

  PersonState: async (tx, { key, message, version, at, tombstone }) => {
    if (tombstone) return forgetPerson(tx, key, version);
    if (!message.erasureId) return keepPerson(tx, message, version);
    await forgetPerson(tx, key, version);
    await erasePerson(tx, message, at, { ...events, ...meetingsEvents });
  },
  PersonDataErased: [],
};

async function told<T>(state: T | undefined, work: (state: T) => Promise<void>): Promise<void> {
  if (state) await work(state);
}

const command = (at: Date) => systemCommand("meetings", at);

/** With a date, the event may make the year's national meetings due. */
async function themeTold(tx: Tx, theme: Theme | undefined, version: number, at?: Date): Promise<void> {
  if (theme && (await keepTheme(tx, theme, version)) && at) await proposeYear(tx, command(at), theme.id);
}

async function projectTold(tx: Tx, project: Project | undefined, version: number): Promise<void> {
  if (project && (await keepProject(tx, project, version))) await listenTo(tx, project.id);
}

async function nationalGroupTold(tx: Tx, group: NationalGroup | undefined, version: number, at: Date): Promise<void> {
  if (group && (await keepNationalGroup(tx, group, version))) await followNationalGroup(tx, command(at), group.themeId);
}

async function academicGroupTold(tx: Tx, group: AcademicGroup | undefined, version: number, at: Date): Promise<void> {
  if (group && (await keepAcademicGroup(tx, group, version))) {
    await followAcademicGroup(tx, command(at), group.projectId);
  }
}
