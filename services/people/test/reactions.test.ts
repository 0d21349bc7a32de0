import { timestampFromDate } from "@bufbuild/protobuf/wkt";
import { MeetingHeldSchema, MinutesApprovedSchema } from "@trame/proto-schemas/meetings/v1/events_pb";
import { AcademicGroupOpenedSchema, MandateStartedSchema } from "@trame/proto-schemas/people/v1/events_pb";
import { ProjectAdvancedSchema, ThemeProposedSchema } from "@trame/proto-schemas/projects/v1/events_pb";
import {
  FeedbackGivenSchema,
  ImplementationRecordedSchema,
  ScenarioPublishedSchema,
  ScenarioWithdrawnSchema,
} from "@trame/proto-schemas/scenarios/v1/events_pb";
import {
  analyst,
  CAMPAIGN,
  dominique,
  gapsOf,
  id,
  type People,
  PROJECT,
  paul,
  people,
  programme,
  RENNES,
  someone,
  THEME,
  teacher,
  visitor,
} from "./examples.ts";

let it: People;

beforeEach(async () => {
  it = await people();
});
afterEach(() => it.stop());

test("R01, R22, R25: the group of a theme that is taken up again goes on with it where the office chose so, once", async () => {
  const [general = "", expert = "", gone = ""] = await it.knowsSome(3);
  await it.themeIsAgreed();
  for (const [personId, role, endsOn] of [
    [general, "INSPECTOR_GENERAL", "2020-08-31"],
    [expert, "EXPERT", "2020-08-31"],
    [gone, "EXPERT", "2019-09-10"],
  ]) {
    await it.appoints(programme, { personId, role, themeId: THEME, startsOn: "2019-09-01", endsOn });
  }
  const proposes = (themeId: string, keepsGroup: boolean, version: number) => {
    const theme = { id: themeId, title: "Suite", continuesThemeId: THEME, keepsGroup, endsOn: "2021-08-31" };
    return it.hears(ThemeProposedSchema, themeId, { theme }, { version });
  };
  const select = { personId: true, role: true, startsOn: true, endsOn: true, state: true };
  const held = (themeId: string) => it.db.mandate.findMany({ where: { themeId }, orderBy: { role: "desc" }, select });
  await proposes(id(901), false, 1);
  expect(await held(id(901))).toEqual([]);
  await proposes(id(902), true, 1);
  await proposes(id(902), true, 2);
  const term = { startsOn: "2019-09-16", endsOn: "2021-08-31", state: "STARTED" };
  expect(await held(id(902))).toEqual([
    { personId: general, role: "INSPECTOR_GENERAL", ...term },
    { personId: expert, role: "EXPERT", ...term },
  ]);
});

test("R24, R34: a retained application opens a group whose persons sit by mandate, the référent in both groups", async () => {
  await it.themeIsAgreed();
  const [referentId = "", pilotId = "", cardieId = "", a = "", b = "", c = ""] = await it.knowsSome(6);
  await it.projectOpens({ referentId, pilotId, cardieId, members: [teacher(a), teacher(b), teacher(c)] });
  const group = await it.groupOf();
  expect(group.compositionCheck).toEqual({ complete: true, gaps: [] });
  expect(group.seats.map(({ role }: { role: string }) => role)).toEqual([
    "REFERENT",
    "PILOT",
    "TEACHER",
    "TEACHER",
    "TEACHER",
    "CARDIE",
  ]);
  expect(group.seats[2].mandate).toEqual({ startsOn: "2019-09-01", endsOn: "2020-08-31", implementsInClass: true });
  const national = await it.nationalGroupOf();
  expect(national.seats).toEqual([{ role: "REFERENT", person: { id: referentId }, academy: { code: RENNES } }]);
  expect(national.diversity).toEqual({
    academies: 1,
    disciplines: 1,
    firstDegreeTeachers: 0,
    secondDegreeTeachers: 3,
    vocationalTeachers: 0,
  });
});

test("a project that opens before its year gives mandates at once", async () => {
  await it.themeIsAgreed();
  it.setNow("2019-06-21T09:00:00Z");
  const [a = ""] = await it.knowsSome(1);
  await it.projectOpens({ members: [teacher(a)] });
  expect((await it.groupOf()).seats[0].mandate.startsOn).toBe("2019-06-21");
});

test("the same event twice, or the same news in another event, opens one group", async () => {
  await it.themeIsAgreed();
  const [a = ""] = await it.knowsSome(1);
  const team = { members: [teacher(a)] };
  expect(await it.projectOpens(team, { id: "event-1", version: 1 })).toBe("applied");
  expect(await it.projectOpens(team, { id: "event-1", version: 1 })).toBe("duplicate");
  expect(await it.projectOpens(team, { id: "event-2", version: 1 })).toBe("applied");
  expect(await it.saidOf(AcademicGroupOpenedSchema)).toHaveLength(1);
  expect(await it.saidOf(MandateStartedSchema)).toHaveLength(1);
});

test("a project that arrives before its theme is no failure, and the national group finds it", async () => {
  const [referentId = "", a = ""] = await it.knowsSome(2);
  expect(await it.projectOpens({ referentId, members: [teacher(a)] })).toBe("applied");
  expect(await it.nationalGroupOf()).toBeNull();
  await it.themeIsAgreed();
  const national = await it.nationalGroupOf();
  expect(national.academicGroups).toHaveLength(1);
  expect(gapsOf(national)).toEqual(["NO_INSPECTOR_GENERAL R22", "NO_EXPERT R25"]);
});

test("R32: a teacher who already has the mandate keeps it, as the application says it", async () => {
  await it.themeIsAgreed();
  const [a = ""] = await it.knowsSome(1);
  const { degree, track, disciplineCode, departement } = teacher(a);
  await it.appoints(paul, {
    personId: a,
    role: "TEACHER",
    academyCode: RENNES,
    themeId: THEME,
    degree,
    track,
    disciplineCode,
    departement,
    implementsInClass: false,
  });
  await it.projectOpens({ members: [teacher(a)] });
  const { seats } = await it.groupOf();
  expect(seats).toHaveLength(1);
  expect(seats[0].mandate.implementsInClass).toBe(true);
});

test("R23: whoever is référent by mandate stays it, whatever the application once named", async () => {
  await it.themeIsAgreed();
  const [named = "", holder = ""] = await it.knowsSome(2);
  await it.appoints(paul, { personId: holder, role: "REFERENT", academyCode: RENNES, themeId: THEME });
  await it.projectOpens({ referentId: named, members: [] });
  expect((await it.groupOf()).referent.id).toBe(holder);
});

test("R23: an abandoned team leaves the national group's duties; a stale event does not bring it back", async () => {
  await it.themeIsAgreed();
  await it.projectOpens({ members: [] }, { version: 1 });
  expect(gapsOf(await it.nationalGroupOf())).toContain("ACADEMY_WITHOUT_REFERENT R23");
  const project = { id: PROJECT, themeId: THEME, academyCode: RENNES };
  await it.hears(ProjectAdvancedSchema, PROJECT, { project: { ...project, state: "ABANDONED" } }, { version: 3 });
  await it.hears(ProjectAdvancedSchema, PROJECT, { project: { ...project, state: "RUNNING" } }, { version: 2 });
  expect(gapsOf(await it.nationalGroupOf())).not.toContain("ACADEMY_WITHOUT_REFERENT R23");
});

const figures = "persons mandated attended authored implemented gaveFeedback";
const ask = `query($by: ParticipationAxis!, $filter: ParticipationFilter) {
  participation(by: $by, filter: $filter) { rows { key label hidden figures { ${figures} } } total { ${figures} } } }`;

const participation = async (by: string, filter: object = {}, actor = analyst) =>
  (await it.query(actor, ask, { by, filter })).participation;

const instant = (text: string) => timestampFromDate(new Date(text));

async function aYear() {
  await it.themeIsAgreed();
  await it.disciplineIsKnown();
  const team = await it.knowsSome(6);
  const [a = "", b = "", c = "", d = "", e = "", f = ""] = team;
  await it.projectOpens({ referentId: a, pilotId: f, members: [b, c, d, e].map((one) => teacher(one)) });
  const meeting = {
    id: id(800),
    themeId: THEME,
    academyCode: RENNES,
    startsAt: instant("2019-11-20T13:00:00Z"),
    state: "HELD",
    attendance: [
      { personId: a, status: "PRESENT" },
      { personId: b, status: "PRESENT_REMOTELY" },
      { personId: c, status: "EXCUSED" },
    ],
  };
  await it.hears(MeetingHeldSchema, id(800), { meeting }, { version: 3 });
  const scenario = {
    id: id(801),
    themeId: THEME,
    campaignId: CAMPAIGN,
    state: "PUBLISHED",
    academyCodes: [RENNES],
    disciplineCodes: ["svt"],
    authors: [{ personId: b }, { personId: c }],
    publishedAt: instant("2020-03-04T09:00:00Z"),
  };
  await it.hears(ScenarioPublishedSchema, id(801), { scenario }, { version: 4 });
  await it.hears(
    ImplementationRecordedSchema,
    id(801),
    { scenario, implementationId: id(802), teacherId: b, startedOn: "2020-02-10" },
    { version: 2 },
  );
  await it.hears(
    FeedbackGivenSchema,
    id(801),
    { scenario, feedbackId: id(803), authorId: d },
    { version: 5, at: new Date("2020-04-02T08:00:00Z") },
  );
  it.setNow("2020-05-18T07:00:00Z");
  return { team, meeting, scenario };
}

test("participation counts distinct persons, each figure by its definition", async () => {
  await aYear();
  const { rows, total } = await participation("ACADEMY");
  expect(total).toEqual({ persons: 6, mandated: 6, attended: 2, authored: 2, implemented: 1, gaveFeedback: 1 });
  expect(rows).toEqual([{ key: RENNES, label: "académie de Rennes", hidden: false, figures: total }]);
  expect((await participation("THEME")).rows).toMatchObject([{ key: THEME, label: "Les métadonnées en SVT" }]);
  expect((await participation("DISCIPLINE")).rows).toMatchObject([
    { key: "svt", label: "Sciences de la vie et de la Terre", figures: { persons: 4 } },
  ]);
  expect(
    (await participation("ROLE")).rows.map(
      ({ key, figures: { persons } }: { key: string; figures: { persons: number } }) => [key, persons],
    ),
  ).toEqual([
    ["TEACHER", 4],
    ["PILOT", 1],
    ["REFERENT", 1],
  ]);
  const months = (await participation("MONTH")).rows;
  expect(months).toHaveLength(9);
  expect(months.find(({ key }: { key: string }) => key === "2020-03")).toMatchObject({
    label: "mars 2020",
    figures: { persons: 6, authored: 2, attended: 0 },
  });
  expect((await participation("MONTH", { fromMonth: "2020-02", toMonth: "2020-02" })).total).toMatchObject({
    implemented: 1,
    authored: 0,
  });
  expect((await participation("THEME", { campaignId: CAMPAIGN })).rows).toHaveLength(1);
  expect((await participation("THEME", { campaignId: id(999) })).rows).toHaveLength(0);
});

test("what is taken back or corrected is no longer counted, and a stale event changes nothing", async () => {
  const { meeting, scenario, team } = await aYear();
  await it.hears(ScenarioWithdrawnSchema, id(801), { scenario: { ...scenario, state: "WITHDRAWN" } }, { version: 7 });
  await it.hears(ScenarioPublishedSchema, id(801), { scenario }, { version: 6 });
  await it.hears(
    MinutesApprovedSchema,
    id(800),
    { meeting: { ...meeting, attendance: [{ personId: team[2] ?? "", status: "PRESENT" }] } },
    { version: 4 },
  );
  await it.hears(MeetingHeldSchema, id(800), { meeting }, { version: 3 });
  expect((await participation("ACADEMY")).total).toMatchObject({ authored: 0, attended: 1, implemented: 1 });
});

test("groups under five persons are hidden from the public, in rows and in the total", async () => {
  await aYear();
  const seen = (await participation("ROLE", {}, visitor)).rows;
  expect(seen.map(({ hidden, figures }: { hidden: boolean; figures: object | null }) => [hidden, figures])).toEqual([
    [true, null],
    [true, null],
    [true, null],
  ]);
  expect((await participation("ACADEMY", {}, visitor)).rows[0].hidden).toBe(false);
  expect((await participation("ACADEMY", { disciplineCode: "svt" }, visitor)).total).toBeNull();
  expect((await participation("ACADEMY", { disciplineCode: "svt" }, programme)).total.persons).toBe(4);
  const expert = { ...someone, mandates: [{ role: "EXPERT", themeId: THEME }] };
  expect((await participation("ROLE", { themeId: THEME }, expert)).rows[0].hidden).toBe(false);
  expect((await participation("ROLE", {}, expert)).rows[0].hidden).toBe(true);
  expect((await participation("ROLE", { academyCode: RENNES }, dominique)).rows[0].hidden).toBe(false);
  expect((await participation("ROLE", { academyCode: "24" }, dominique)).rows).toEqual([]);
});

test("series of Caen and Rouen go on in Normandie", async () => {
  await it.themeIsAgreed();
  const [a = "", b = ""] = await it.knowsSome(2);
  await it.projectOpens({ projectId: id(710), academyCode: "05", members: [teacher(a)] });
  await it.projectOpens({ projectId: id(711), academyCode: "21", members: [teacher(b)] });
  it.setNow("2020-05-18T07:00:00Z");
  const { rows } = await participation("ACADEMY");
  expect(rows).toMatchObject([{ key: "70", label: "académie de Normandie", figures: { persons: 2 } }]);
  expect((await participation("THEME", { academyCode: "05" })).total.persons).toBe(2);
  const { academy } = await it.query(
    analyst,
    `{ academy(code: "70") { participation(by: THEME) { total { persons } } } }`,
  );
  expect(academy.participation.total.persons).toBe(2);
});
