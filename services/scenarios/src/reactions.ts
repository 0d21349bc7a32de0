import type { Reactions } from "@trame/kit/consumer";
import type { Mandate } from "@trame/proto-schemas/people/v1/events_pb";
import type { Campaign, Project, Theme } from "@trame/proto-schemas/projects/v1/events_pb";
import { peopleEvents, peopleStateEvents, projectsEvents, scenariosEvents, topics } from "@trame/proto-schemas/topics";
import type { Tx } from "./database.ts";
import { erasePerson } from "./store/erasure.ts";
import * as projections from "./store/projections.ts";

export const follows = [topics.projects, topics.people, topics.peopleState];

export const events = { ...projectsEvents, ...peopleEvents, ...peopleStateEvents };

type Kept<F extends string, T> = { message: { [K in F]?: T }; version: number };

const campaign = (tx: Tx, { message, version }: Kept<"campaign", Campaign>) =>
  keep(message.campaign, (state) => projections.keepCampaign(tx, state, version));
const theme = (tx: Tx, { message, version }: Kept<"theme", Theme>) =>
  keep(message.theme, (state) => projections.keepTheme(tx, state, version));
const project = (tx: Tx, { message, version }: Kept<"project", Project>) =>
  keep(message.project, (state) => projections.keepProject(tx, state, version));
const mandate = (tx: Tx, { message, version }: Kept<"mandate", Mandate>) =>
  keep(message.mandate, (state) => projections.keepMandate(tx, state, version));

/** What scenarios does about each event of the others; `[]` is a decision. */
export const reactions: Reactions<typeof events, Tx> = {
  CampaignPrepared: campaign,
  CallOpened: campaign,
  CallClosed: campaign,
  CampaignRevised: campaign,
  PhaseBegan: campaign,

  ThemeProposed: theme,
  ThemeRevised: theme,
  ThemeAgreed: theme,
  ThemeOpened: theme,
  ThemeClosed: theme,
  WorkPlanSet: theme,
  LeadAcademyNamed: theme,
  ThemeLaunched: theme,
  ThemeAdvanced: theme,

  // A scenario hangs on a project, never on an application.
  ApplicationSubmitted: [],
  ApplicationReturned: [],
  ApplicationInadmissible: [],
  ApplicationAdmitted: [],
  ApplicationHandedOver: [],
  ApplicationWithdrawn: [],
  ApplicationDecided: [],
  ApplicationDecisionReversed: [],

  ProjectOpened: project,
  ProjectEngaged: project,
  ProjectAdvanced: project,
  ProjectAbandoned: project,
  ProjectConformityChanged: project,

  DisciplineRecorded: (tx, { message, version }) =>
    keep(message.discipline, (state) => projections.keepDiscipline(tx, state, version)),

  AcademyRecorded: (tx, { message, version }) =>
    keep(message.academy, (state) => projections.keepAcademy(tx, state, version)),

  MandateStarted: mandate,
  MandateChanged: mandate,
  MandateEnded: mandate,

  // Rights follow mandates, not seats.
  AcademicGroupOpened: [],
  AcademicGroupChanged: [],
  AcademicGroupCompleted: [],
  AcademicGroupIncomplete: [],
  NationalGroupOpened: [],
  NationalGroupChanged: [],
  NationalGroupCompleted: [],
  NationalGroupIncomplete: [],
  DasenAgreementGiven: [],

  PersonState: async (tx, { key, message, version, tombstone, at }) => {
    if (tombstone) return projections.forgetPerson(tx, key, version);
    if (!message.erasureId) return projections.keepPerson(tx, message, version);
    await projections.forgetPerson(tx, key, version);
    await erasePerson(tx, message, at, { ...events, ...scenariosEvents });
  },
  PersonDataErased: [],

  // communications tells the persons.
  NoticeIssued: [],
  NoticeSettled: [],
};

async function keep<T>(state: T | undefined, work: (state: T) => Promise<void>): Promise<void> {
  if (state) await work(state);
}
