import { timestampDate } from "@bufbuild/protobuf/wkt";
import { systemCommand } from "@trame/kit/answer";
import type { Reactions } from "@trame/kit/consumer";
import { dayIn } from "@trame/kit/day";
import type { Meeting } from "@trame/proto-schemas/meetings/v1/events_pb";
import type { Application, Project, Theme } from "@trame/proto-schemas/projects/v1/events_pb";
import type { Scenario } from "@trame/proto-schemas/scenarios/v1/events_pb";
import {
  communicationsEvents,
  meetingsEvents,
  projectsEvents,
  scenariosEvents,
  topics,
} from "@trame/proto-schemas/topics";
import type { Tx } from "./database.ts";
import type { Holder } from "./domain/erasure.ts";
import type { Degree, Track } from "./domain/role.ts";
import { carryNational } from "./store/carrying.ts";
import { recomposeGroups } from "./store/composing.ts";
import { acknowledge } from "./store/erasures.ts";
import { openAcademic, openNational, type RetainedTeam } from "./store/opening.ts";
import { addDeeds, replaceDeeds } from "./store/participation.ts";
import { keepDiscipline, keepProject, keepTheme } from "./store/projections.ts";

export const follows = [topics.projects, topics.scenarios, topics.meetings, topics.communications];

export const events = { ...projectsEvents, ...scenariosEvents, ...meetingsEvents, ...communicationsEvents };

type Heard<M> = { message: M; version: number; at: Date };
type AboutTheme = Heard<{ theme?: Theme }>;
type AboutScenario = Heard<{ scenario?: Scenario }>;
type AboutMeeting = Heard<{ meeting?: Meeting }>;

const theme = (tx: Tx, { message, version }: AboutTheme) =>
  keep(message.theme, (state) => keepTheme(tx, state, version));

/** Its national group goes on with a theme that is taken up again, where the office chose so. */
const proposed = async (tx: Tx, heard: AboutTheme) => {
  await theme(tx, heard);
  await keep(heard.message.theme, async ({ id: themeId, continuesThemeId: from, keepsGroup, endsOn }) => {
    if (keepsGroup && from) await carryNational(tx, systemCommand("people", heard.at), { themeId, from, endsOn });
  });
};

const agreed = async (tx: Tx, heard: AboutTheme) => {
  await theme(tx, heard);
  await keep(heard.message.theme, ({ id }) => openNational(tx, systemCommand("people", heard.at), id));
};

const authors = (tx: Tx, { message, version, at }: AboutScenario) =>
  keep(message.scenario, (scenario) => countAuthors(tx, scenario, version, at));

const attendance = (tx: Tx, { message, version, at }: AboutMeeting) =>
  keep(message.meeting, (meeting) => countAttendance(tx, meeting, version, at));

/** What people does about each event of the others; `[]` is a decision. */
export const reactions: Reactions<typeof events, Tx> = {
  CampaignPrepared: [],
  CallOpened: [],
  CallClosed: [],
  CampaignRevised: [],
  PhaseBegan: [],
  ThemeProposed: proposed,
  ThemeRevised: theme,
  ThemeAgreed: agreed,
  ThemeOpened: theme,
  ThemeClosed: theme,
  WorkPlanSet: theme,
  LeadAcademyNamed: theme,
  ThemeLaunched: theme,
  ThemeAdvanced: theme,
  ApplicationSubmitted: [],
  ApplicationReturned: [],
  ApplicationInadmissible: [],
  ApplicationAdmitted: [],
  ApplicationHandedOver: [],
  ApplicationWithdrawn: [],
  ApplicationDecided: [],
  // What hung on it is undone by the abandoned project.
  ApplicationDecisionReversed: [],
  ProjectOpened: async (tx, { message: { project, application }, version, at }) => {
    if (!project || !application) return;
    await keepProject(tx, project, version);
    await openAcademic(tx, systemCommand("people", at), teamOf(project, application));
  },
  ProjectEngaged: (tx, { message, version }) =>
    keep(message.project, async (project) => void (await keepProject(tx, project, version))),
  ProjectAdvanced: (tx, { message, version, at }) =>
    keep(message.project, (project) => advance(tx, project, version, at)),
  ProjectAbandoned: (tx, { message, version, at }) =>
    keep(message.project, (project) => advance(tx, project, version, at)),
  ProjectConformityChanged: [],
  DisciplineRecorded: (tx, { message, version }) =>
    keep(message.discipline, (discipline) => keepDiscipline(tx, discipline, version)),

  ScenarioDrafted: [],
  ScenarioProposed: [],
  ScenarioReviewed: [],
  ScenarioPublished: authors,
  ScenarioUpdated: authors,
  ScenarioWithdrawn: authors,
  ScenarioIndexed: [],
  ImplementationRecorded: (tx, { message, at }) =>
    keep(message.scenario, (scenario) => {
      const { implementationId: key, teacherId: personId, startedOn } = message;
      return addDeeds(tx, `scenario/${scenario.id}`, "IMPLEMENTED", [
        { key, personId, ...placeOf(scenario), happenedOn: startedOn || dayIn(at) },
      ]);
    }),
  FeedbackGiven: (tx, { message, at }) =>
    keep(message.scenario, (scenario) => {
      const { feedbackId: key, authorId: personId } = message;
      return addDeeds(tx, `scenario/${scenario.id}`, "GAVE_FEEDBACK", [
        // Whoever comments may be of another academy than the scenario's.
        { key, personId, ...placeOf(scenario), academyCode: null, happenedOn: dayIn(at) },
      ]);
    }),
  SequenceShared: [],

  MeetingPlanned: [],
  MeetingRevised: [],
  MeetingConvened: [],
  MeetingCancelled: [],
  MeetingHeld: attendance,
  MinutesApproved: attendance,
  SynthesisOnline: attendance,
  ProgressReported: [],

  PriorWorkReviewRecorded: [],
  LiteratureReviewRecorded: [],
  MaterialPublished: [],
  TrainingModulePublished: [],
  EditionPublished: [],
  RelayRecorded: [],
  SynthesisSigned: [],
  SynthesisDistributed: [],
  NoticeDelivered: [],

  // communications tells the persons.
  NoticeIssued: [],
  NoticeSettled: [],

  PersonDataErased: (tx, { message, at }) =>
    acknowledge(tx, systemCommand("people", at), message.erasureId, {
      service: message.service as Holder,
      at: message.at ? timestampDate(message.at) : at,
      places: message.places,
    }),
};

async function keep<T>(state: T | undefined, work: (state: T) => Promise<void>): Promise<void> {
  if (state) await work(state);
}

const teamOf = (project: Project, application: Application): RetainedTeam => ({
  projectId: project.id,
  themeId: project.themeId,
  academyCode: project.academyCode,
  startsOn: project.startsOn,
  endsOn: project.endsOn,
  referentId: application.referentId || null,
  pilotId: application.pilotId || null,
  cardieId: application.cardieId || null,
  members: application.members.map((member) => ({
    personId: member.personId,
    degree: member.degree as Degree,
    track: member.track as Track,
    disciplineCode: member.disciplineCode || null,
    departement: member.departement || null,
    implementsInClass: member.implementsInClass,
  })),
});

/** An abandoned team leaves the national group's duties (R23). */
async function advance(tx: Tx, project: Project, version: number, at: Date): Promise<void> {
  const learnt = await keepProject(tx, project, version);
  if (learnt && project.state === "ABANDONED") {
    await recomposeGroups(tx, systemCommand("people", at), project.themeId, null);
  }
}

const placeOf = ({ themeId, academyCodes, disciplineCodes }: Scenario) => ({
  themeId: themeId || null,
  academyCode: academyCodes[0] ?? null,
  disciplineCode: disciplineCodes[0] ?? null,
});

async function countAuthors(tx: Tx, scenario: Scenario, version: number, at: Date): Promise<void> {
  const { id, state, authors: contributions, publishedAt } = scenario;
  const happenedOn = dayIn(publishedAt ? timestampDate(publishedAt) : at);
  const persons = state === "PUBLISHED" ? [...new Set(contributions.map(({ personId }) => personId))] : [];
  const place = placeOf(scenario);
  // Authors of one scenario may come from several academies (R07): their own counts, unless there is only one.
  const academyCode = scenario.academyCodes.length === 1 ? place.academyCode : null;
  const deeds = persons.map((personId) => ({ key: personId, personId, ...place, academyCode, happenedOn }));
  await replaceDeeds(tx, `scenario/${id}`, version, "AUTHORED", deeds);
}

const PRESENT = ["PRESENT", "PRESENT_REMOTELY"];

async function countAttendance(tx: Tx, meeting: Meeting, version: number, at: Date): Promise<void> {
  const { id, themeId, academyCode, startsAt } = meeting;
  const happenedOn = dayIn(startsAt ? timestampDate(startsAt) : at);
  const present = meeting.attendance.filter(({ status }) => PRESENT.includes(status));
  const place = { themeId: themeId || null, academyCode: academyCode || null, disciplineCode: null };
  const deeds = present.map(({ personId }) => ({ key: personId, personId, ...place, happenedOn }));
  await replaceDeeds(tx, `meeting/${id}`, version, "ATTENDED", deeds);
}
