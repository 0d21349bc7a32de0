import type { Actor } from "@trame/kit/actor";
import {
  LiteratureReviewRecordedSchema,
  PriorWorkReviewRecordedSchema,
  SynthesisSignedSchema,
} from "@trame/proto-schemas/communications/v1/events_pb";
import { NoticeIssuedSchema } from "@trame/proto-schemas/notices/v1/notice_pb";
import {
  AcademicGroupCompletedSchema,
  AcademicGroupIncompleteSchema,
  NationalGroupCompletedSchema,
} from "@trame/proto-schemas/people/v1/events_pb";
import {
  ProjectEngagedSchema,
  ProjectOpenedSchema,
  ThemeLaunchedSchema,
} from "@trame/proto-schemas/projects/v1/events_pb";
import { ScenarioPublishedSchema, ScenarioWithdrawnSchema } from "@trame/proto-schemas/scenarios/v1/events_pb";
import {
  anyExpert,
  claireFor,
  complete,
  dominique,
  expertOf,
  inspectorOf,
  paulFor,
  programme,
  projects,
  RENNES,
  visitor,
} from "./examples.ts";

const ANOTHER_THEME = "00000000-0000-7000-8000-0000000000ff";

let it: Awaited<ReturnType<typeof projects>>;

beforeEach(async () => {
  it = await projects();
});
afterEach(() => it.stop());

const codes = (payload: { errors: { code: string; requirement: string | null }[] }) =>
  payload.errors.map(({ code, requirement }) => `${code} ${requirement ?? ""}`.trim());

test("R17, R18: the programme office opens the call, nobody else, and only with agreed themes", async () => {
  const { campaign } = await it.preparesCampaign(programme);
  const { theme } = await it.proposesTheme(anyExpert, campaign.id);
  for (const actor of [visitor, anyExpert, dominique, inspectorOf(theme.id)]) {
    expect(codes(await it.opensCall(actor, campaign.id))).toEqual(["FORBIDDEN"]);
  }
  expect(codes(await it.opensCall(programme, campaign.id, { themeIds: [theme.id] }))).toEqual(["THEME_NOT_AGREED R18"]);
  expect(codes(await it.opensCall(programme, campaign.id))).toEqual(["CALL_WITHOUT_THEME R18"]);
  expect(codes(await it.agrees(anyExpert, theme.id))).toEqual(["FORBIDDEN"]);
  expect((await it.agrees(inspectorOf(theme.id), theme.id)).theme.state).toBe("AGREED");
  expect((await it.opensCall(programme, campaign.id)).campaign.call.state).toBe("OPEN");
});

test("R17: the scheduler closes the call at the end of its window, and its themes with it", async () => {
  const { campaignId, themeId } = await it.openCallWithTheme();
  await it.passes("2020-06-12T23:59:00+02:00");
  const { campaign, theme } = await it.query(
    undefined,
    "query($c: ID!, $t: ID!) { campaign(id: $c) { call { state } } theme(id: $t) { state } }",
    { c: campaignId, t: themeId },
  );
  expect(campaign.call.state).toBe("CLOSED");
  expect(theme.state).toBe("CLOSED");
  expect(codes(await it.drafts(claireFor(themeId), themeId))).toEqual(["CALL_NOT_OPEN R17"]);
});

test("R19: the référent drafts, the pilot or the DAN submits, and what is missing comes back by field in French", async () => {
  const { themeId } = await it.openCallWithTheme();
  expect(codes(await it.drafts(visitor, themeId))).toEqual(["FORBIDDEN"]);
  expect(codes(await it.drafts(paulFor(themeId), themeId))).toEqual(["FORBIDDEN"]);
  const { application } = await it.drafts(claireFor(themeId), themeId);
  const early = await it.submits(paulFor(themeId), application.id);
  expect(early.errors.map((error: { field: string }) => error.field)).toEqual([
    "problem",
    "objectives",
    "levels",
    "members",
    "meetingCommitment",
  ]);
  expect(early.errors.at(-1)).toMatchObject({
    kind: "INVALID",
    requirement: "R43",
    message: expect.stringContaining("réunions en présentiel"),
  });
  await it.revises(claireFor(themeId), application.id, complete);
  expect(codes(await it.submits(claireFor(themeId), application.id))).toEqual(["FORBIDDEN"]);
  expect((await it.submits(dominique, application.id)).application.state).toBe("SUBMITTED");
});

test("R20, R21: the programme office retains with a reason, nobody else can, and the counter moves", async () => {
  const { campaignId, themeId } = await it.openCallWithTheme();
  const id = await it.submitted(themeId);
  for (const actor of [
    claireFor(themeId),
    paulFor(themeId),
    dominique,
    expertOf(themeId),
    inspectorOf(themeId),
    visitor,
  ]) {
    expect(codes(await it.decides(actor, id, "RETAINED"))).toEqual(["FORBIDDEN"]);
  }
  expect(codes(await it.decides(programme, id, "RETAINED", { reason: "" }))).toEqual(["REQUIRED R20"]);
  const prepared = await it.decides(programme, id, "RETAINED");
  expect(prepared.application).toMatchObject({ state: "UNDER_REVIEW", project: null });
  expect(await it.saidOf(ProjectOpenedSchema)).toEqual([]);
  await it.publishes(programme, campaignId);
  const read = "query($id: ID!) { application(id: $id) { state project { state } } }";
  const { application } = await it.query(programme, read, { id });
  expect(application).toMatchObject({ state: "RETAINED", project: { state: "FORMING" } });
  const { campaign } = await it.query(
    undefined,
    "query($id: ID!) { campaign(id: $id) { target retainedCount submittedCount } }",
    { id: campaignId },
  );
  expect(campaign).toEqual({ target: 100, retainedCount: 1, submittedCount: 1 });
  const [opened] = await it.saidOf(ProjectOpenedSchema);
  expect(opened?.application?.members).toHaveLength(3);
});

test("R30: the team is engaged by the event of its complete group, twice told or not, and forms again when somebody leaves", async () => {
  const { campaignId, themeId } = await it.openCallWithTheme();
  const projectId = await it.retained(campaignId, await it.submitted(themeId));
  const group = { id: "g", projectId, themeId, academyCode: RENNES, complete: true };
  expect(await it.hears(AcademicGroupCompletedSchema, "g", { group }, { id: "event-1" })).toBe("applied");
  expect(await it.hears(AcademicGroupCompletedSchema, "g", { group }, { id: "event-1" })).toBe("duplicate");
  await it.hears(AcademicGroupCompletedSchema, "g", { group });
  expect(await it.saidOf(ProjectEngagedSchema)).toHaveLength(1);
  await it.hears(AcademicGroupIncompleteSchema, "g", { group: { ...group, complete: false } });
  const { project } = await it.query(undefined, "query($id: ID!) { project(id: $id) { state } }", { id: projectId });
  expect(project.state).toBe("FORMING");
});

test("R50, R52, R54, R22: a theme is launched when its group and both reviews are there, and not before", async () => {
  const { campaignId, themeId } = await it.openCallWithTheme();
  const projectId = await it.retained(campaignId, await it.submitted(themeId));
  await it.hears(AcademicGroupCompletedSchema, "g", {
    group: { id: "g", projectId, themeId, academyCode: RENNES, complete: true },
  });
  await it.closesCall(programme, campaignId);
  expect(codes(await it.launches(programme, themeId))).toEqual([
    "NO_NATIONAL_GROUP R22",
    "NO_PRIOR_WORK_REVIEW R52",
    "NO_LITERATURE_REVIEW R54",
  ]);
  await it.hears(NationalGroupCompletedSchema, "n", { group: { id: "n", themeId, complete: true } });
  await it.hears(PriorWorkReviewRecordedSchema, themeId, { themeId });
  expect(codes(await it.launches(programme, themeId))).toEqual(["NO_LITERATURE_REVIEW R54"]);
  await it.hears(LiteratureReviewRecordedSchema, themeId, { themeId });
  expect(codes(await it.launches(expertOf(themeId), themeId))).toEqual(["FORBIDDEN"]);
  expect((await it.launches(programme, themeId)).theme.state).toBe("LAUNCHED");
  expect(await it.saidOf(ThemeLaunchedSchema)).toHaveLength(1);
  await it.passes("2020-09-01T08:00:00+02:00");
  const { theme, project } = await it.query(
    undefined,
    "query($t: ID!, $p: ID!) { theme(id: $t) { state } project(id: $p) { state } }",
    { t: themeId, p: projectId },
  );
  expect([theme.state, project.state]).toEqual(["YEAR_1", "RUNNING"]);
});

test.each([true, false])(
  "R46, R92: where the campaign asks for it, the office alone renews a theme of two years, which then waits for the intermediate synthesis: %s",
  async (granted) => {
    const { campaignId, themeId } = await it.openCallWithTheme({ durationYears: 2 });
    const { application: draft } = await it.drafts(claireFor(themeId), themeId);
    await it.revises(claireFor(themeId), draft.id, { ...complete, durationYears: 2 });
    await it.signs(dominique, draft.id);
    await it.submits(paulFor(themeId), draft.id);
    const projectId = await it.retained(campaignId, draft.id);
    await it.revisesCampaign(programme, campaignId, { settings: { renewal: true } });
    await it.closesCall(programme, campaignId);
    await it.hears(NationalGroupCompletedSchema, "n", { group: { id: "n", themeId, complete: true } });
    await it.hears(PriorWorkReviewRecordedSchema, themeId, { themeId });
    await it.hears(LiteratureReviewRecordedSchema, themeId, { themeId });
    await it.launches(programme, themeId);
    expect(codes(await it.renews(programme, themeId, granted, "Bilan de l'année."))).toEqual(["NOT_IN_FIRST_YEAR R46"]);
    await it.passes("2021-06-15T08:00:00+02:00");
    for (const actor of [visitor, expertOf(themeId), paulFor(themeId)])
      expect(codes(await it.renews(actor, themeId, granted, "Bilan de l'année."))).toEqual(["FORBIDDEN"]);
    expect(codes(await it.renews(programme, themeId, granted, " "))).toEqual(["REQUIRED R46"]);
    const { theme } = await it.renews(programme, themeId, granted, "Bilan de l'année.");
    expect(theme).toEqual({ state: "YEAR_1", renewal: { granted } });
    expect(codes(await it.renews(programme, themeId, !granted, "Autre avis."))).toEqual(["RENEWAL_DECIDED R46"]);
    await it.passes("2021-09-01T08:00:00+02:00");
    const read = "query($t: ID!) { theme(id: $t) { state secondYearGaps { code requirement } } }";
    const stateNow = async () => (await it.query(undefined, read, { t: themeId })).theme;
    const waits = [{ code: "NO_INTERMEDIATE_SYNTHESIS", requirement: "R92" }];
    expect(await stateNow()).toEqual({ state: "YEAR_1", secondYearGaps: granted ? waits : [] });
    const notices = (await it.saidOf(NoticeIssuedSchema)).filter(
      ({ notice }) => notice?.title === "La seconde année attend",
    );
    expect(notices).toHaveLength(granted ? 1 : 0);
    const synthesis = { id: `s-${themeId}`, themeId, kind: "INTERMEDIATE", state: "SIGNED" };
    await it.hears(SynthesisSignedSchema, synthesis.id, { synthesis }, { at: new Date("2021-09-10T08:00:00Z") });
    const later = await stateNow();
    expect(later.secondYearGaps).toEqual([]);
    const { endsOn } = await it.db.project.findUniqueOrThrow({ where: { id: projectId } });
    expect([later.state, endsOn]).toEqual(granted ? ["YEAR_2", "2022-08-31"] : ["YEAR_1", "2021-08-31"]);
  },
);

test("R48, R49: one lead academy, with a team of its own and a justification, named by the programme office", async () => {
  const { campaignId, themeId } = await it.openCallWithTheme();
  expect(codes(await it.namesLead(programme, themeId, RENNES, "Expertise"))).toEqual(["LEAD_WITHOUT_TEAM R48"]);
  await it.retained(campaignId, await it.submitted(themeId));
  expect(codes(await it.namesLead(programme, themeId, RENNES, ""))).toEqual(["REQUIRED R49"]);
  expect(codes(await it.namesLead(programme, themeId, RENNES, "Expertise"))).toEqual(["LEAD_NOT_PROPOSED R48"]);
  expect(codes(await it.proposesLead(programme, themeId, RENNES, "Expertise"))).toEqual(["FORBIDDEN"]);
  expect(codes(await it.proposesLead(expertOf(themeId), themeId, RENNES, ""))).toEqual(["REQUIRED R49"]);
  const proposed = await it.proposesLead(expertOf(themeId), themeId, RENNES, "Trois ans de travaux.");
  expect(proposed.theme.leadProposal.academy.code).toBe(RENNES);
  expect(codes(await it.namesLead(expertOf(themeId), themeId, RENNES, "Expertise"))).toEqual(["FORBIDDEN"]);
  expect(
    (await it.namesLead(programme, themeId, RENNES, "Trois ans de travaux sur le sujet.")).theme.leadAcademy.code,
  ).toBe(RENNES);
});

test("R47: the expert of the theme sets the work plan, nobody else", async () => {
  const { themeId } = await it.openCallWithTheme();
  const milestones = [{ title: "Premier point d'étape", dueOn: "2021-01-22" }];
  expect(codes(await it.plansWork(programme, themeId, milestones))).toEqual(["FORBIDDEN"]);
  expect(codes(await it.plansWork(expertOf(ANOTHER_THEME), themeId, milestones))).toEqual(["FORBIDDEN"]);
  expect((await it.plansWork(expertOf(themeId), themeId, milestones)).theme.workPlan.milestones).toEqual(milestones);
});

test("R10: the team's published scenarios are counted by event, whatever the order in which the events come", async () => {
  const { campaignId, themeId } = await it.openCallWithTheme();
  const projectId = await it.retained(campaignId, await it.submitted(themeId));
  const scenario = { id: "s1", projectId, themeId, state: "WITHDRAWN" };
  await it.hears(ScenarioWithdrawnSchema, "s1", { scenario }, { version: 5 });
  await it.hears(ScenarioPublishedSchema, "s1", { scenario: { ...scenario, state: "PUBLISHED" } }, { version: 4 });
  await it.hears(
    ScenarioPublishedSchema,
    "s2",
    { scenario: { ...scenario, id: "s2", state: "PUBLISHED" } },
    { version: 2 },
  );
  const { project } = await it.query(undefined, "query($id: ID!) { project(id: $id) { publishedScenarioCount } }", {
    id: projectId,
  });
  expect(project.publishedScenarioCount).toBe(1);
});

test("R19: an application is read by its academy, the theme's experts and inspection, and the programme office, and by nobody else", async () => {
  const { themeId } = await it.openCallWithTheme();
  const id = await it.submitted(themeId);
  const read = "query($id: ID!) { application(id: $id) { id } applications { totalCount } }";
  for (const actor of [
    programme,
    claireFor(themeId),
    paulFor(themeId),
    dominique,
    expertOf(themeId),
    inspectorOf(themeId),
  ]) {
    expect((await it.query(actor, read, { id })).applications.totalCount).toBe(1);
  }
  for (const actor of [visitor, expertOf(ANOTHER_THEME), claireFor(ANOTHER_THEME)]) {
    const { data, errors } = await it.ask(actor, read, { id });
    expect(errors?.map(({ extensions }) => extensions?.code)).toEqual(["FORBIDDEN"]);
    expect(data).toMatchObject({ application: null, applications: { totalCount: 0 } });
  }
});

test("a version that somebody else has passed is a conflict that brings the current value", async () => {
  const { themeId } = await it.openCallWithTheme();
  const claire = claireFor(themeId);
  const { application } = await it.drafts(claire, themeId);
  await it.revises(claire, application.id, { problem: "Une première main", expectedVersion: application.version });
  const late = await it.revises(claire, application.id, {
    problem: "Une seconde main",
    expectedVersion: application.version,
  });
  expect(late.errors).toMatchObject([{ kind: "CONFLICT", code: "CHANGED_MEANWHILE" }]);
  expect(late.application.version).toBe(application.version + 1);
});

test("a command sent twice with its idempotency key has one effect and one answer", async () => {
  const { themeId } = await it.openCallWithTheme();
  const input = { idempotencyKey: "once" };
  const first = await it.drafts(claireFor(themeId), themeId, input);
  const again = await it.drafts(claireFor(themeId), themeId, input);
  expect(again.application.id).toBe(first.application.id);
  const other = await it.drafts(claireFor(themeId), themeId, { ...input, title: "Un autre titre" });
  expect(codes(other)).toEqual(["IDEMPOTENCY_KEY_REUSED"]);
});

test("the SQL statements of a list do not grow with the list", async () => {
  const { campaignId, themeId } = await it.openCallWithTheme();
  const list = `query($id: ID!) { campaign(id: $id) { themes(first: 100) { totalCount nodes {
    title campaign { label } disciplines { label } launchGaps { code } retainedCount submittedCount
    projects(first: 10) { nodes { title campaign { label } application { id } } } } } } }`;
  const statements = () => it.countingStatements(() => it.query(programme, list, { id: campaignId }));
  await it.retained(campaignId, await it.submitted(themeId));
  const few = await statements();
  for (let n = 0; n < 20; n++) await it.proposesTheme(anyExpert, campaignId, { title: `Thème ${n}` });
  expect(await statements()).toBeLessThanOrEqual(few);
});

test("R17: the open call is a task of the référent until the application is begun, then of those who complete and submit it", async () => {
  const { themeId } = await it.openCallWithTheme();
  const tasks = async (actor: Actor) => {
    const query = `query($r: [_Any!]!) { _entities(representations: $r) { ... on Viewer { projectTasks { title dueAt href } } } }`;
    const { _entities } = await it.query(actor, query, { r: [{ __typename: "Viewer", id: actor.personId }] });
    return _entities[0].projectTasks;
  };
  const claire = claireFor(themeId);
  expect(await tasks(claire)).toMatchObject([
    {
      title: "Commencer la candidature de l'académie",
      dueAt: "2020-06-12T21:59:00.000Z",
      href: `/espace/candidatures/nouvelle?theme=${themeId}`,
    },
  ]);
  const { application } = await it.drafts(claire, themeId);
  const href = `/espace/candidatures/${application.id}`;
  expect(await tasks(claire)).toMatchObject([{ title: "Compléter la candidature", href }]);
  expect(await tasks(paulFor(themeId))).toMatchObject([{ title: "Relire et déposer la candidature", href }]);
  it.setNow("2020-06-13T00:00:00+02:00");
  expect(await tasks(claire)).toEqual([]);
});
