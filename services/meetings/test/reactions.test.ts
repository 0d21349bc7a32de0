import { person } from "@trame/kit/testing/service";
import * as proto from "@trame/proto-schemas/meetings/v1/events_pb";
import { NationalGroupChangedSchema } from "@trame/proto-schemas/people/v1/events_pb";
import {
  ThemeAdvancedSchema,
  ThemeLaunchedSchema,
  WorkPlanSetSchema,
} from "@trame/proto-schemas/projects/v1/events_pb";
import {
  academicGroup,
  claire,
  idOf,
  launch,
  launched,
  meetings,
  nadia,
  nationalGroup,
  persons,
  programme,
  RENNES,
  refusedFor,
  seats,
  THEME,
  theme,
} from "./examples.ts";

let it: Awaited<ReturnType<typeof meetings>>;

beforeEach(async () => {
  it = await meetings();
});
afterEach(() => it.stop());

const planned = async () =>
  (await it.db.meeting.findMany({ orderBy: { startsAt: "asc" } })).map(
    ({ startsAt, mode, schoolYear, state }) => `${startsAt.toISOString().slice(0, 10)} ${mode} ${schoolYear} ${state}`,
  );

const attendees = async (id: string) => (await it.db.meeting.findUniqueOrThrow({ where: { id } })).attendeeIds;

test("R82, R83: the launch of a theme plans the year's three national meetings, once", async () => {
  const milestones = [
    { title: "Réunion au ministère", dueOn: "2019-10-08" },
    { title: "Premier point d'étape", dueOn: "2020-01-27" },
    { title: "Bilan", dueOn: "2020-06-30" },
  ];
  await launch(it, milestones);
  const expected = [
    "2019-10-08 IN_PERSON 2019-2020 PLANNED",
    "2020-01-27 REMOTE 2019-2020 PLANNED",
    "2020-04-03 REMOTE 2019-2020 PLANNED",
  ];
  expect(await planned()).toEqual(expected);
  expect(await it.saidOf(proto.MeetingPlannedSchema)).toHaveLength(3);
  await it.hears(WorkPlanSetSchema, THEME, launched(milestones.slice(1)));
  expect(await planned()).toEqual(expected);
});

test("R82: the same launch heard twice plans nothing twice, and a stale event brings nothing back", async () => {
  const id = "11111111-1111-4111-8111-111111111111";
  expect(await it.hears(ThemeLaunchedSchema, THEME, launched(), { id, version: 5 })).toBe("applied");
  expect(await it.hears(ThemeLaunchedSchema, THEME, launched(), { id, version: 5 })).toBe("duplicate");
  await it.hears(WorkPlanSetSchema, THEME, { theme: theme(THEME, { title: "Ancien titre" }) }, { version: 3 });
  expect((await it.db.theme.findUniqueOrThrow({ where: { id: THEME } })).title).toBe("Les métadonnées en SVT");
  expect(await planned()).toHaveLength(3);
});

test("R47: a theme that is not launched has no meeting planned for it", async () => {
  await it.hears(WorkPlanSetSchema, THEME, { theme: theme() });
  expect(await planned()).toEqual([]);
});

test("R82, R83: a cancelled proposal does not come back", async () => {
  await launch(it);
  const rows = await it.db.meeting.findMany();
  for (const { id } of rows) await it.cancels(programme, id);
  await it.hears(WorkPlanSetSchema, THEME, launched());
  expect((await planned()).every((line) => line.endsWith("CANCELLED"))).toBe(true);
});

test("R46, R82: the second school year of a theme has three meetings of its own", async () => {
  const twoYears = { ...launched().theme, durationYears: 2, endsOn: "2021-08-31" };
  await it.hears(ThemeLaunchedSchema, THEME, { theme: twoYears }, { at: new Date("2019-09-02T07:00:00Z") });
  await it.hears(
    ThemeAdvancedSchema,
    THEME,
    { theme: { ...twoYears, state: "YEAR_2" } },
    { at: new Date("2020-09-01T07:00:00Z") },
  );
  expect((await planned()).slice(3)).toEqual([
    "2020-10-02 IN_PERSON 2020-2021 PLANNED",
    "2021-01-22 REMOTE 2020-2021 PLANNED",
    "2021-04-02 REMOTE 2020-2021 PLANNED",
  ]);
});

test("A convened national meeting follows its group until it is held", async () => {
  const id = idOf(await it.plansNational(programme));
  await it.convenes(nadia, id);
  await it.answers(claire, id, "EXCUSED");
  const newcomer = { personId: persons.remi, role: "REFERENT", academyCode: "28" };
  await nationalGroup(
    it,
    [seats.national[0], seats.national[1], newcomer].map((seat) => seat ?? newcomer),
  );
  // Nicolas left and had not answered; Claire left and had.
  expect(await attendees(id)).toEqual([persons.irene, persons.nadia, persons.claire, persons.remi]);
  // Once for the answer, once for the newcomer.
  const convened = { meeting: { id, state: "CONVENED" } };
  expect(await it.saidOf(proto.MeetingRevisedSchema)).toMatchObject([convened, convened]);
  it.setNow("2019-10-04T18:00:00+02:00");
  await it.holds(nadia, id, persons.nadia);
  await nationalGroup(it, seats.national);
  expect(await attendees(id)).toHaveLength(4);
});

test("A group that is told late does not undo a later one", async () => {
  const id = idOf(await it.plansNational(programme));
  await it.convenes(nadia, id);
  const before = await attendees(id);
  const group = { id: "g", themeId: THEME, seats: seats.national.slice(0, 1) };
  await it.hears(NationalGroupChangedSchema, "another-key", { group }, { version: 1 });
  expect(await attendees(id)).toEqual(before);
});

test("A convened academic meeting follows the team, and a planned one waits for its convocation", async () => {
  const id = idOf(await it.plansAcademic(claire));
  await academicGroup(it, seats.academic.slice(0, 2));
  expect(await attendees(id)).toEqual([]);
  await it.convenes(claire, id);
  await academicGroup(it, seats.academic);
  expect(await attendees(id)).toEqual([persons.claire, persons.paul, persons.thomas]);
});

test("R24: a replaced référent leaves the convocations and the reports to the successor; what was lived stays", async () => {
  const { meetingId: lived } = await it.holdsNational("2019-10-04");
  const { progressReport } = await it.reports(claire);
  const national = idOf(
    await it.plansNational(programme, {
      mode: "REMOTE",
      atMinistry: false,
      startsAt: "2019-12-06T09:30:00+01:00",
      endsAt: "2019-12-06T12:30:00+01:00",
    }),
  );
  const academic = idOf(await it.plansAcademic(claire));
  await it.convenes(nadia, national);
  await it.convenes(claire, academic);
  const reseat = (list: readonly object[]) =>
    list.map((seat) => ({ ...seat, ...("personId" in seat && seat.personId === persons.claire ? remiSits : {}) }));
  const remiSits = { personId: persons.remi };
  await nationalGroup(it, reseat(seats.national));
  await academicGroup(it, reseat(seats.academic));
  for (const id of [national, academic]) {
    const now = await attendees(id);
    expect([now.includes(persons.remi), now.includes(persons.claire)]).toEqual([true, false]);
  }
  expect(await attendees(lived)).toContain(persons.claire);
  const successor = person(persons.remi, { role: "REFERENT", academyCode: RENNES, themeId: THEME });
  const gone = person(persons.claire);
  expect(refusedFor(await it.reports(gone))).toEqual(["FORBIDDEN"]);
  expect((await it.reports(successor, { text: "La suite." })).progressReport.author.id).toBe(persons.remi);
  const first = await it.db.progressReport.findUniqueOrThrow({ where: { id: progressReport.id } });
  expect(first.authorId).toBe(persons.claire);
  const tasksOf = async (actor: typeof successor) => {
    const query = `query($id: ID!) { _entities(representations: [{ __typename: "Viewer", id: $id }]) { ... on Viewer { meetingTasks { href } } } }`;
    const { _entities } = await it.query(actor, query, { id: actor.personId });
    const tasks: { href: string }[] = _entities[0].meetingTasks;
    return new Set(tasks.map(({ href }) => href.split("/").at(-1)));
  };
  expect([...(await tasksOf(successor))]).toEqual(expect.arrayContaining([national, academic]));
  expect([...(await tasksOf(gone))].filter((id) => id === national || id === academic)).toEqual([]);
});

test("Groups told before their theme and project are kept, never refused", async () => {
  expect(await nationalGroup(it, seats.national)).toBe("applied");
  expect(await academicGroup(it, seats.academic, "projet-inconnu")).toBe("applied");
  expect(await it.parked()).toEqual([]);
});
