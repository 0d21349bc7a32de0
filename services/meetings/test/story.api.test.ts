import * as proto from "@trame/proto-schemas/meetings/v1/events_pb";
import {
  academicGroup,
  claire,
  dominique,
  idOf,
  inAcademy,
  irene,
  launch,
  meetings,
  NICE,
  nadia,
  nicolas,
  otherExpert,
  PROJECT,
  PROJECT_OF_NICE,
  paul,
  persons,
  programme,
  projectOf,
  REUNION,
  refusedFor,
  remi,
  SEPTEMBER,
  seats,
  THEME,
  thomas,
  visitor,
} from "./examples.ts";

let it: Awaited<ReturnType<typeof meetings>>;

beforeEach(async () => {
  it = await meetings();
});
afterEach(() => it.stop());

test("R82: the programme office plans the meeting at the ministry, and nobody else", async () => {
  for (const actor of [nadia, irene, claire, paul, dominique, remi, visitor]) {
    expect(refusedFor(await it.plansNational(actor))).toEqual(["FORBIDDEN"]);
  }
  const planned = await it.plansNational(programme);
  expect(planned).toMatchObject({ errors: [], meeting: { state: "PLANNED", version: 1 } });
  expect(await it.saidOf(proto.MeetingPlannedSchema)).toMatchObject([
    {
      meeting: {
        id: planned.meeting.id,
        level: "NATIONAL",
        atMinistry: true,
        place: expect.stringContaining("Grenelle"),
      },
    },
  ]);
});

test("R44: the référent plans the team's meetings, a third one too, and nobody else does", async () => {
  for (const actor of [programme, nadia, nicolas, paul, dominique, thomas, visitor]) {
    expect(refusedFor(await it.plansAcademic(actor))).toEqual(["FORBIDDEN"]);
  }
  for (const day of ["2019-11-12", "2020-01-14", "2020-03-10"]) {
    const answer = await it.plansAcademic(claire, {
      startsAt: `${day}T14:00:00+01:00`,
      endsAt: `${day}T17:00:00+01:00`,
    });
    expect(answer.errors).toEqual([]);
  }
  const { _entities } = await it.query(
    visitor,
    "query($r: [_Any!]!) { _entities(representations: $r) { ... on Project { meetingGaps { code requirement } } } }",
    { r: [{ __typename: "Project", id: PROJECT }] },
  );
  expect(_entities[0].meetingGaps).toEqual([{ code: "MORE_THAN_TWO", requirement: "R44" }]);
});

test("R44: an academic meeting is one of a project of its theme", async () => {
  expect(refusedFor(await it.plansAcademic(claire, { projectId: null }))).toEqual(["PROJECT_NEEDED R44"]);
  expect(refusedFor(await it.plansAcademic(claire, { projectId: "nulle part" }))).toEqual(["NOT_FOUND"]);
});

test("The expert convenes the national group by its seats; each person answers for himself or herself", async () => {
  const meetingId = idOf(await it.plansNational(programme));
  for (const actor of [programme, otherExpert, irene, claire, visitor]) {
    expect(refusedFor(await it.convenes(actor, meetingId))).toEqual(["FORBIDDEN"]);
  }
  const convened = await it.convenes(nadia, meetingId);
  expect(convened.meeting.attendance.map((line: { person: { id: string } }) => line.person.id)).toEqual([
    persons.irene,
    persons.nadia,
    persons.claire,
    persons.nicolas,
  ]);
  expect(refusedFor(await it.answers(thomas, meetingId, "WILL_ATTEND"))).toEqual(["NOT_CONVOKED"]);
  expect(refusedFor(await it.answers(claire, meetingId, "PENDING"))).toEqual(["ANSWER_MISSING"]);
  expect((await it.answers(claire, meetingId, "WILL_ATTEND")).errors).toEqual([]);
  await inAcademy(it, persons.nicolas, NICE);
  await inAcademy(it, persons.remi, NICE);
  const replaced = await it.answers(nicolas, meetingId, "REPLACED", persons.remi);
  expect(replaced.meeting.attendance).toContainEqual({
    person: { id: persons.remi },
    answer: "PENDING",
    status: null,
    replacedBy: null,
  });
  // The replacement, who belongs to no group, reads what concerns the meeting.
  const { meeting } = await it.query(remi, "query($id: ID!) { meeting(id: $id) { place attendance { answer } } }", {
    id: meetingId,
  });
  expect(meeting.attendance).toHaveLength(5);
  expect(await it.saidOf(proto.MeetingConvenedSchema)).toHaveLength(1);
});

test("R82, R85, R87, R88: from the ministry to the synthesis online, each step by its person", async () => {
  const { meetingId, held } = await it.holdsNational("2019-10-04");
  expect(held).toMatchObject({ errors: [], meeting: { state: "HELD", presentCount: 2 } });
  expect(refusedFor(await it.writes(claire, meetingId))).toEqual(["FORBIDDEN"]);
  expect((await it.writes(nadia, meetingId)).errors).toEqual([]);
  expect(refusedFor(await it.approves(nadia, meetingId))).toEqual(["APPROVAL_NEEDS_MODALITIES R85"]);
  // Amended by somebody who was there, not by somebody who was not.
  expect(refusedFor(await it.writes(nicolas, meetingId))).toEqual(["NOT_AMONG_PRESENT"]);
  expect((await it.writes(claire, meetingId, { modalities: "Un pad par thème" })).errors).toEqual([]);
  const writers = "query($id: ID!) { meeting(id: $id) { minutes { writtenBy { id } writers { person { id } } } } }";
  expect((await it.query(claire, writers, { id: meetingId })).meeting.minutes).toEqual({
    writtenBy: { id: persons.nadia },
    writers: [{ person: { id: persons.claire } }, { person: { id: persons.nadia } }],
  });
  expect(refusedFor(await it.approves(programme, meetingId))).toEqual(["FORBIDDEN"]);
  expect((await it.approves(nadia, meetingId)).meeting.state).toBe("MINUTES_APPROVED");
  expect(refusedFor(await it.publishes(claire, meetingId))).toEqual(["FORBIDDEN"]);
  expect(refusedFor(await it.publishes(nadia, meetingId, { url: "https://ent.example.fr" }))).toEqual([
    "NOT_ON_EDUSCOL R88",
  ]);
  expect((await it.publishes(nadia, meetingId)).meeting.state).toBe("SYNTHESIS_ONLINE");
  const types = (await it.said()).map(({ type }) => type.split(".").at(-1));
  expect(types).toEqual(["MeetingPlanned", "MeetingConvened", "MeetingHeld", "MinutesApproved", "SynthesisOnline"]);
  const [online] = await it.saidOf(proto.SynthesisOnlineSchema);
  expect(online?.meeting).toMatchObject({
    synthesisUrl: "https://eduscol.education.fr/traam/reunion-1",
    synthesisText: "Les équipes ont ouvert l'année.",
  });
});

test("R85: a later national meeting of the theme and year is not held before the modalities are in the first one's minutes", async () => {
  const first = await it.holdsNational("2019-10-04");
  it.setNow(SEPTEMBER);
  const second = await it.holdsNational("2020-01-24", { mode: "REMOTE" });
  expect(refusedFor(second.held)).toEqual(["MODALITIES_MISSING R85"]);
  await it.writes(nadia, first.meetingId, { modalities: "Un pad par thème" });
  const held = await it.holds(nadia, second.meetingId, persons.claire);
  expect(held.meeting).toMatchObject({ state: "HELD", presentCount: 1 });
  expect(held.meeting.attendance).toContainEqual(expect.objectContaining({ status: "PRESENT_REMOTELY" }));
});

test("holdMeeting is refused before the meeting's time, and to the others", async () => {
  const meetingId = idOf(await it.plansNational(programme));
  await it.convenes(nadia, meetingId);
  expect(refusedFor(await it.holds(nadia, meetingId, persons.nadia))).toEqual(["NOT_YET_BEGUN"]);
  it.setNow("2019-10-04T09:30:00+02:00");
  expect(refusedFor(await it.holds(claire, meetingId, persons.nadia))).toEqual(["FORBIDDEN"]);
  expect((await it.holds(nadia, meetingId, persons.nadia)).errors).toEqual([]);
});

test("R44, R87: the référent leads the academic meeting, the pilot approves its minutes", async () => {
  const meetingId = idOf(await it.plansAcademic(claire));
  expect(refusedFor(await it.convenes(paul, meetingId))).toEqual(["FORBIDDEN"]);
  await it.convenes(claire, meetingId);
  it.setNow("2019-11-12T18:00:00+01:00");
  await it.holds(claire, meetingId, persons.claire, persons.thomas);
  await it.writes(claire, meetingId);
  for (const actor of [claire, dominique, programme, nadia]) {
    expect(refusedFor(await it.approves(actor, meetingId))).toEqual(["FORBIDDEN"]);
  }
  expect((await it.approves(paul, meetingId)).meeting.state).toBe("MINUTES_APPROVED");
  expect(refusedFor(await it.publishes(nadia, meetingId))).toEqual(["SYNTHESIS_IS_NATIONAL R88"]);
});

test("R31, R87: in a group without a pilot the DAN approves", async () => {
  await academicGroup(
    it,
    seats.academic.filter(({ role }) => role !== "PILOT"),
  );
  const meetingId = idOf(await it.plansAcademic(claire));
  await it.convenes(claire, meetingId);
  it.setNow("2019-11-12T18:00:00+01:00");
  await it.holds(claire, meetingId, persons.claire);
  await it.writes(claire, meetingId);
  expect((await it.approves(dominique, meetingId)).meeting.state).toBe("MINUTES_APPROVED");
});

test("A planned meeting is revised and cancelled by whoever plans it, with the version that was seen", async () => {
  const meetingId = idOf(await it.plansNational(programme));
  expect(refusedFor(await it.revises(nadia, meetingId, { title: "Autre" }))).toEqual(["FORBIDDEN"]);
  const revised = await it.revises(programme, meetingId, { title: "Séminaire de lancement", expectedVersion: 1 });
  expect(revised.meeting).toMatchObject({ title: "Séminaire de lancement", version: 2 });
  const late = await it.revises(programme, meetingId, { title: "Trop tard", expectedVersion: 1 });
  expect(late).toMatchObject({ errors: [{ kind: "CONFLICT" }], meeting: { version: 2 } });
  expect(refusedFor(await it.cancels(nadia, meetingId))).toEqual(["FORBIDDEN"]);
  expect(refusedFor(await it.cancels(programme, meetingId, " "))).toEqual(["REQUIRED"]);
  expect((await it.cancels(programme, meetingId)).meeting.state).toBe("CANCELLED");
  expect(await it.saidOf(proto.MeetingCancelledSchema)).toMatchObject([{ reason: "Grève des transports" }]);
});

test("R35: only the référent reports progress; R36: the whole national group reads it", async () => {
  for (const actor of [programme, nadia, nicolas, paul, thomas, dominique, visitor]) {
    expect(refusedFor(await it.reports(actor))).toEqual(["FORBIDDEN"]);
  }
  const { progressReport } = await it.reports(claire, { links: ["https://pad.example.fr/p/1"] });
  expect(progressReport).toMatchObject({ author: { id: persons.claire }, links: ["https://pad.example.fr/p/1"] });
  expect(await it.saidOf(proto.ProgressReportedSchema)).toMatchObject([
    { projectId: PROJECT, authorId: persons.claire },
  ]);
  const query =
    "query($r: [_Any!]!) { _entities(representations: $r) { ... on Theme { progress { text academy { code } } } } }";
  const variables = { r: [{ __typename: "Theme", id: THEME }] };
  for (const actor of [programme, nadia, irene, claire, nicolas, paul, thomas]) {
    expect((await it.query(actor, query, variables))._entities[0].progress).toHaveLength(1);
  }
  for (const actor of [otherExpert, remi, dominique, visitor]) {
    const { data, errors } = await it.ask(actor, query, variables);
    expect(data?._entities).toEqual([{ progress: null }]);
    expect(errors?.[0]?.extensions?.code).toBe("FORBIDDEN");
  }
});

test("R84: the meeting lists every academy, those without a report too", async () => {
  await it.reports(claire);
  const meetingId = idOf(await it.plansNational(programme));
  const { meeting } = await it.query(
    nicolas,
    "query($id: ID!) { meeting(id: $id) { progress { academy { code } report { text } } } }",
    { id: meetingId },
  );
  expect(meeting.progress).toEqual([
    { academy: { code: NICE }, report: null },
    { academy: { code: "14" }, report: { text: "Deux séquences éprouvées." } },
  ]);
});

const FACTS = "id title level mode startsAt state presentCount timeZone theme { id } synthesis { url }";

test("A meeting's facts are public once it is convened, its inside stays with its group", async () => {
  const meetingId = idOf(await it.plansAcademic(claire));
  const ask = `query($id: ID!) { meeting(id: $id) { ${FACTS} } }`;
  const hidden = await it.ask(visitor, ask, { id: meetingId });
  expect(hidden).toMatchObject({ data: { meeting: null }, errors: [{ extensions: { code: "FORBIDDEN" } }] });
  await it.convenes(claire, meetingId);
  expect((await it.query(visitor, ask, { id: meetingId })).meeting).toMatchObject({ state: "CONVENED" });
  const inside = "query($id: ID!) { meeting(id: $id) { title place videoUrl attendance { answer } minutes { text } } }";
  for (const actor of [visitor, nicolas, remi, otherExpert]) {
    const { data, errors } = await it.ask(actor, inside, { id: meetingId });
    expect(data?.meeting).toMatchObject({ place: null, videoUrl: null, attendance: null, minutes: null });
    expect(errors?.map(({ extensions }) => extensions?.code)).toEqual(["FORBIDDEN", "FORBIDDEN"]);
  }
  for (const actor of [programme, claire, paul, thomas, nadia, irene, dominique]) {
    expect((await it.query(actor, inside, { id: meetingId })).meeting).toMatchObject({ place: "Rectorat" });
  }
});

test("Lists show what the person may know of, with its filters, page by page", async () => {
  const convened = idOf(await it.plansNational(programme));
  await it.convenes(nadia, convened);
  await it.plansAcademic(claire);
  const count = async (actor: typeof visitor, filter: object = {}) =>
    (await it.query(actor, "query($f: MeetingFilter) { meetings(filter: $f) { totalCount } }", { f: filter })).meetings
      .totalCount;
  expect(await count(visitor)).toBe(1);
  expect(await count(nicolas)).toBe(1);
  expect(await count(claire)).toBe(2);
  expect(await count(programme)).toBe(2);
  expect(await count(programme, { level: "ACADEMIC", academyCode: "14", states: ["PLANNED"] })).toBe(1);
  expect(await count(programme, { from: "2019-11-01T00:00:00Z" })).toBe(1);
  expect(await count(claire, { mine: true })).toBe(1);
  expect(await count(visitor, { mine: true })).toBe(0);
  const page = (after: string | null) =>
    it.query(
      claire,
      "query($after: String) { meetings(first: 1, after: $after, orderBy: STARTS_DESC) { nodes { level } pageInfo { hasNextPage endCursor } } }",
      { after },
    );
  const { meetings: one } = await page(null);
  expect(one).toMatchObject({ nodes: [{ level: "ACADEMIC" }], pageInfo: { hasNextPage: true } });
  expect((await page(one.pageInfo.endCursor)).meetings).toMatchObject({
    nodes: [{ level: "NATIONAL" }],
    pageInfo: { hasNextPage: false },
  });
});

test("An academic meeting is shown on its academy's clock", async () => {
  await projectOf(it, "projet-reunion", REUNION);
  const referent = { ...claire, mandates: [{ role: "REFERENT", academyCode: REUNION, themeId: THEME }] };
  const meetingId = idOf(await it.plansAcademic(referent, { projectId: "projet-reunion" }));
  const { meeting } = await it.query(referent, "query($id: ID!) { meeting(id: $id) { timeZone } }", { id: meetingId });
  expect(meeting.timeZone).toBe("Indian/Reunion");
});

test("R35, R87: the viewer's tasks follow the meeting, each person his or her own", async () => {
  await launch(it);
  const tasks = async (actor: typeof claire) =>
    (
      await it.query(
        actor,
        "query($r: [_Any!]!) { _entities(representations: $r) { ... on Viewer { meetingTasks { id title href } } } }",
        { r: [{ __typename: "Viewer", id: actor.personId }] },
      )
    )._entities[0].meetingTasks.map(({ title }: { title: string }) => title);
  const { meetings: found } = await it.query(programme, "{ meetings { nodes { id mode startsAt } } }");
  expect(found.nodes.map(({ mode }: { mode: string }) => mode)).toEqual(["IN_PERSON", "REMOTE", "REMOTE"]);
  const meetingId = found.nodes[0].id;
  expect(await tasks(nadia)).toEqual(["Convoquer une réunion"]);
  await it.convenes(nadia, meetingId);
  expect(await tasks(claire)).toEqual(["Répondre à une convocation"]);
  await it.answers(claire, meetingId, "WILL_ATTEND");
  expect(await tasks(claire)).toEqual([]);
  it.setNow("2019-10-04T18:00:00+02:00");
  expect(await tasks(nadia)).toEqual(["Constater la tenue et les présences"]);
  await it.holds(nadia, meetingId, persons.claire);
  expect(await tasks(nadia)).toEqual(["Rédiger le compte rendu"]);
  it.setNow("2020-01-10T08:00:00Z");
  expect(await tasks(claire)).toEqual(["Rendre compte de l'avancement au groupe national"]);
  await it.reports(claire);
  expect(await tasks(claire)).toEqual([]);
  expect(await tasks(nicolas)).toEqual(["Rendre compte de l'avancement au groupe national"]);
});

test("A person's convocations are for that person", async () => {
  const meetingId = idOf(await it.plansNational(programme));
  await it.convenes(nadia, meetingId);
  const ask = "query($r: [_Any!]!) { _entities(representations: $r) { ... on Person { meetings { totalCount } } } }";
  const variables = { r: [{ __typename: "Person", id: persons.claire }] };
  expect((await it.query(claire, ask, variables))._entities[0].meetings.totalCount).toBe(1);
  const { errors } = await it.ask(programme, ask, variables);
  expect(errors?.[0]?.extensions?.code).toBe("FORBIDDEN");
});

test("R82, R83: a launched theme counts what was held against what is due", async () => {
  const ask =
    "query($r: [_Any!]!) { _entities(representations: $r) { ... on Theme { meetingQuotas { schoolYear inPersonHeld inPersonDue remoteHeld remoteDue gaps { code } } } } }";
  const quotas = async () =>
    (await it.query(visitor, ask, { r: [{ __typename: "Theme", id: THEME }] }))._entities[0].meetingQuotas;
  expect(await quotas()).toEqual([]);
  await it.holdsNational("2019-10-04");
  await launch(it);
  expect(await quotas()).toEqual([
    {
      schoolYear: "2019-2020",
      inPersonHeld: 1,
      inPersonDue: 1,
      remoteHeld: 0,
      remoteDue: 2,
      gaps: [{ code: "REMOTE_MEETINGS_MISSING" }],
    },
  ]);
});

test("The statements of a list do not grow with it, nested fields and all", async () => {
  const QUERY = `{ meetings(first: 50) { nodes { ${FACTS} gaps { code } attendance { answer } progress { report { text } }
    project { id meetingGaps { code } meetings { totalCount nodes { title gaps { code } } } }
    theme { id meetings { nodes { title } } meetingQuotas { gaps { code } } progress { text } } } totalCount } }`;
  const plan = async (day: string) => {
    await it.plansNational(programme, { startsAt: `${day}T09:00:00Z`, endsAt: `${day}T10:00:00Z` });
    await it.plansAcademic(claire, { startsAt: `${day}T09:00:00Z`, endsAt: `${day}T10:00:00Z` });
  };
  await plan("2019-11-04");
  await it.query(programme, QUERY);
  const few = await it.countingStatements(() => it.query(programme, QUERY));
  for (const day of ["2019-11-05", "2019-11-06", "2019-11-07", "2019-11-08", "2019-11-12"]) await plan(day);
  const many = await it.countingStatements(() => it.query(programme, QUERY));
  expect(many).toBe(few);
  const entities = (count: number) =>
    it.query(
      visitor,
      "query($r: [_Any!]!) { _entities(representations: $r) { ... on Project { meetings { nodes { title } } meetingGaps { code } } } }",
      {
        r: [PROJECT, PROJECT_OF_NICE, "c", "d", "e"].slice(0, count).map((id) => ({ __typename: "Project", id })),
      },
    );
  expect(await it.countingStatements(() => entities(5))).toBe(await it.countingStatements(() => entities(1)));
});
