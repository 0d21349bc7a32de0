import { timestampFromDate } from "@bufbuild/protobuf/wkt";
import { type Actor, ANONYMOUS } from "@trame/kit/actor";
import { person, type TestedService, testService } from "@trame/kit/testing/service";
import {
  AcademicGroupChangedSchema,
  AcademyRecordedSchema,
  NationalGroupChangedSchema,
} from "@trame/proto-schemas/people/v1/events_pb";
import { PersonStateSchema } from "@trame/proto-schemas/people/v1/state_pb";
import {
  ProjectEngagedSchema,
  ThemeClosedSchema,
  ThemeLaunchedSchema,
} from "@trame/proto-schemas/projects/v1/events_pb";
import { service } from "../src/service.ts";

const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, "0")}`;

export const THEME = id(100);
export const OTHER_THEME = id(101);
export const PROJECT = id(200);
export const PROJECT_OF_NICE = id(201);
export const RENNES = "14";
export const NICE = "23";
export const REUNION = "28";

/** Nadia is the theme's expert, Irène its inspectrice générale, Claire référente in Rennes, Paul pilots her team. */
export const persons = {
  nadia: id(1),
  irene: id(2),
  claire: id(3),
  paul: id(4),
  thomas: id(5),
  nicolas: id(6),
  dominique: id(7),
  remi: id(8),
};

export const programme = person(id(10), { role: "PROGRAMME" });
export const nadia = person(persons.nadia, { role: "EXPERT", themeId: THEME });
export const otherExpert = person(id(11), { role: "EXPERT", themeId: OTHER_THEME });
export const irene = person(persons.irene, { role: "INSPECTOR_GENERAL", themeId: THEME });
export const claire = person(persons.claire, { role: "REFERENT", academyCode: RENNES, themeId: THEME });
export const nicolas = person(persons.nicolas, { role: "REFERENT", academyCode: NICE, themeId: THEME });
export const paul = person(persons.paul, { role: "PILOT", academyCode: RENNES, themeId: THEME });
export const thomas = person(persons.thomas, { role: "TEACHER", academyCode: RENNES, themeId: THEME });
export const dominique = person(persons.dominique, { role: "DAN", academyCode: RENNES });
export const remi = person(persons.remi);
export const visitor = ANONYMOUS;

export const SEPTEMBER = "2019-09-10T08:00:00Z";

const NATIONAL_SEATS = [
  { personId: persons.irene, role: "INSPECTOR_GENERAL" },
  { personId: persons.nadia, role: "EXPERT" },
  { personId: persons.claire, role: "REFERENT", academyCode: RENNES },
  { personId: persons.nicolas, role: "REFERENT", academyCode: NICE },
  { personId: persons.thomas, role: "TEACHER", academyCode: RENNES },
];

const ACADEMIC_SEATS = [
  { personId: persons.claire, role: "REFERENT" },
  { personId: persons.paul, role: "PILOT" },
  { personId: persons.thomas, role: "TEACHER" },
];

export const theme = (themeId = THEME, more: object = {}) => ({
  id: themeId,
  title: "Les métadonnées en SVT",
  state: "CLOSED",
  durationYears: 1,
  startsOn: "2019-09-01",
  endsOn: "2020-08-31",
  ...more,
});

const ERRORS = "errors { kind code message field requirement }";
const MEETING =
  "meeting { id version state title attendance { person { id } answer status replacedBy { id } } presentCount }";

/** The service with one theme, two teams and their groups, and what a test may ask of its persons. */
export async function meetings({ at = SEPTEMBER } = {}) {
  const tested = await testService(service, { at: new Date(at) });
  // A server that was never asked anything cannot be stopped.
  await tested.query(visitor, "{ __typename }");
  for (const [code, label, timeZone] of [
    [RENNES, "académie de Rennes", "Europe/Paris"],
    [NICE, "académie de Nice", "Europe/Paris"],
    [REUNION, "académie de La Réunion", "Indian/Reunion"],
  ] as const) {
    await tested.hears(AcademyRecordedSchema, code, { academy: { code, label, timeZone } });
  }
  await tested.hears(ThemeClosedSchema, THEME, { theme: theme() });
  await projectOf(tested, PROJECT, RENNES);
  await projectOf(tested, PROJECT_OF_NICE, NICE);
  await nationalGroup(tested, NATIONAL_SEATS);
  await academicGroup(tested, ACADEMIC_SEATS);
  return Object.assign(tested, capabilities(tested));
}

export const projectOf = (tested: TestedService, projectId: string, academyCode: string) =>
  tested.hears(ProjectEngagedSchema, projectId, {
    project: {
      id: projectId,
      themeId: THEME,
      academyCode,
      title: "Lire un paysage",
      state: "ENGAGED",
      startsOn: "2019-09-01",
      endsOn: "2020-08-31",
    },
  });

export const nationalGroup = (tested: TestedService, seats: object[]) =>
  tested.hears(NationalGroupChangedSchema, id(300), { group: { id: id(300), themeId: THEME, seats } });

export const academicGroup = (tested: TestedService, seats: object[], projectId = PROJECT) =>
  tested.hears(AcademicGroupChangedSchema, id(301), { group: { id: id(301), projectId, themeId: THEME, seats } });

/** A person whom people told of, in an academy. */
export const inAcademy = (tested: TestedService, personId: string, academyCode: string) =>
  tested.hears(PersonStateSchema, personId, { id: personId, displayName: personId, academyCode });

export const launched = (milestones: { title: string; dueOn: string }[] = [], at = "2019-09-02T07:00:00Z") => ({
  theme: theme(THEME, { state: "LAUNCHED", milestones, launchedAt: timestampFromDate(new Date(at)) }),
});

export const launch = (
  tested: TestedService,
  milestones: { title: string; dueOn: string }[] = [],
  at = "2019-09-02T07:00:00Z",
) => tested.hears(ThemeLaunchedSchema, THEME, launched(milestones, at), { at: new Date(at) });

export const seats = { national: NATIONAL_SEATS, academic: ACADEMIC_SEATS };

function capabilities(tested: TestedService) {
  const mutate = async (actor: Actor, name: string, input: object, fields = MEETING) => {
    const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
    const query = `mutation($input: ${type}!) { ${name}(input: $input) { ${fields} ${ERRORS} } }`;
    const { data, errors } = await tested.ask(actor, query, { input });
    // A person who may command may not be one who reads the inside: the payload is what a test looks at.
    if (errors?.some(({ extensions }) => extensions?.code !== "FORBIDDEN")) throw new Error(JSON.stringify(errors));
    return data?.[name] as Answer;
  };
  const it = {
    plansNational: (actor: Actor, input: object = {}) =>
      mutate(actor, "planMeeting", {
        level: "NATIONAL",
        mode: "IN_PERSON",
        themeId: THEME,
        title: "Réunion de lancement",
        purpose: "Lancement des travaux",
        startsAt: "2019-10-04T09:30:00+02:00",
        endsAt: "2019-10-04T16:30:00+02:00",
        atMinistry: true,
        ...input,
      }),
    plansAcademic: (actor: Actor, input: object = {}) =>
      mutate(actor, "planMeeting", {
        level: "ACADEMIC",
        mode: "IN_PERSON",
        themeId: THEME,
        projectId: PROJECT,
        title: "Première réunion de l'équipe",
        purpose: "Réflexion sur les séquences",
        startsAt: "2019-11-12T14:00:00+01:00",
        endsAt: "2019-11-12T17:00:00+01:00",
        place: "Rectorat",
        videoUrl: "https://visio.example.fr/rennes",
        ...input,
      }),
    revises: (actor: Actor, meetingId: string, input: object) =>
      mutate(actor, "reviseMeeting", { meetingId, ...input }),
    convenes: (actor: Actor, meetingId: string) => mutate(actor, "conveneMeeting", { meetingId }),
    cancels: (actor: Actor, meetingId: string, reason = "Grève des transports") =>
      mutate(actor, "cancelMeeting", { meetingId, reason }),
    answers: (actor: Actor, meetingId: string, answer: string, replacedById?: string) =>
      mutate(actor, "answerConvocation", { meetingId, answer, replacedById }),
    holds: (actor: Actor, meetingId: string, ...present: string[]) =>
      mutate(actor, "holdMeeting", {
        meetingId,
        attendance: present.map((personId) => ({ personId, status: "PRESENT" })),
      }),
    writes: (actor: Actor, meetingId: string, input: object = {}) =>
      mutate(actor, "writeMinutes", { meetingId, text: "Tour de table, puis travail en groupes.", ...input }),
    approves: (actor: Actor, meetingId: string) => mutate(actor, "approveMinutes", { meetingId }),
    publishes: (actor: Actor, meetingId: string, input: object = {}) =>
      mutate(actor, "publishMinutesSynthesis", {
        meetingId,
        text: "Les équipes ont ouvert l'année.",
        url: "https://eduscol.education.fr/traam/reunion-1",
        ...input,
      }),
    reports: (actor: Actor, input: object = {}) =>
      mutate(
        actor,
        "fileProgressReport",
        { projectId: PROJECT, text: "Deux séquences éprouvées.", ...input },
        "progressReport { id text links author { id } }",
      ),
  };
  return {
    ...it,
    /** Any command, with the fields that its payload is asked for. */
    commands: mutate,
    /** A national meeting of that day, held with everybody who is named. */
    async holdsNational(day: string, { mode = "IN_PERSON", present = [persons.nadia, persons.claire] } = {}) {
      const remote = mode === "REMOTE";
      const startsAt = `${day}T09:30:00+02:00`;
      const planned = await it.plansNational(programme, {
        mode,
        startsAt,
        endsAt: `${day}T12:30:00+02:00`,
        atMinistry: !remote,
      });
      const meetingId = idOf(planned);
      await it.convenes(nadia, meetingId);
      tested.setNow(`${day}T18:00:00+02:00`);
      return { meetingId, held: await it.holds(nadia, meetingId, ...present) };
    },
  };
}

export interface Answer {
  // biome-ignore lint/suspicious/noExplicitAny: tests read answers by shape
  meeting: any;
  // biome-ignore lint/suspicious/noExplicitAny: tests read answers by shape
  progressReport: any;
  // biome-ignore lint/suspicious/noExplicitAny: tests read answers by shape
  action: any;
  errors: { kind: string; code: string; message: string; field: string | null; requirement: string | null }[];
}

export function idOf({ meeting, errors }: Answer): string {
  if (!meeting) throw new Error(errors.map(({ code, message }) => `${code}: ${message}`).join("\n"));
  return meeting.id;
}

/** The codes of a refusal, with their requirement. */
export const refusedFor = ({ errors }: Pick<Answer, "errors">) =>
  errors.map(({ code, requirement }) => (requirement ? `${code} ${requirement}` : code));
