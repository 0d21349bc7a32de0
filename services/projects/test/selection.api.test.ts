import type { Actor } from "@trame/kit/actor";
import { person } from "@trame/kit/testing/service";
import { NoticeIssuedSchema } from "@trame/proto-schemas/notices/v1/notice_pb";
import { MandateStartedSchema } from "@trame/proto-schemas/people/v1/events_pb";
import {
  ApplicationDecidedSchema,
  ApplicationDecisionReversedSchema,
  ProjectAbandonedSchema,
  ProjectConformityChangedSchema,
  ThemeProposedSchema,
} from "@trame/proto-schemas/projects/v1/events_pb";
import { ScenarioPublishedSchema } from "@trame/proto-schemas/scenarios/v1/events_pb";
import {
  academy,
  claireFor,
  complete,
  dominique,
  expertOf,
  inspectorOf,
  paulFor,
  persons,
  programme,
  projects,
  RENNES,
  visitor,
} from "./examples.ts";

const reader = (n: number) => person(`00000000-0000-7000-8000-0000000001${String(n).padStart(2, "0")}`);
const [rene, rosa, raoul] = [reader(1), reader(2), reader(3)];
const idOf = ({ personId }: Actor) => personId ?? "";

let it: Awaited<ReturnType<typeof projects>>;
let campaignId: string;
let themeId: string;

beforeEach(async () => {
  it = await projects();
  ({ campaignId, themeId } = await it.openCallWithTheme());
});
afterEach(() => it.stop());

const codes = (payload: { errors: { code: string; requirement?: string | null }[] }) =>
  payload.errors.map(({ code, requirement }) => `${code} ${requirement ?? ""}`.trim());

const noticesOf = async (kind: string) =>
  (await it.saidOf(NoticeIssuedSchema)).map(({ notice }) => notice).filter((notice) => notice?.kind === kind);

/** Another academy's application, admitted. */
async function otherApplication(code: string): Promise<string> {
  await academy(it, code, `académie ${code}`);
  const referent = person(persons.claire, { role: "REFERENT", academyCode: code, themeId });
  const dan = person(persons.dominique, { role: "DAN", academyCode: code });
  const { application } = await it.drafts(referent, themeId, { academyCode: code });
  await it.revises(referent, application.id, { ...complete, referentId: persons.claire });
  await it.submits(dan, application.id);
  await it.admits(programme, application.id);
  return application.id;
}

const STATE = `query($id: ID!) { application(id: $id) { state decision { outcome } pendingDecision { outcome }
  history { label } project { id state } } }`;
const see = async (actor: Actor, id: string) => (await it.query(actor, STATE, { id })).application;

test("R20: a decision is the office's alone until all are published together, each with its letter", async () => {
  const [id, other] = [await it.submitted(themeId), await otherApplication("01")];
  await it.decides(programme, id, "RETAINED");
  await it.decides(programme, other, "DECLINED");
  for (const actor of [claireFor(themeId), paulFor(themeId), expertOf(themeId), inspectorOf(themeId)]) {
    const seen = await see(actor, id);
    expect(seen).toMatchObject({ state: "UNDER_REVIEW", decision: null, pendingDecision: null, project: null });
    expect(seen.history.map(({ label }: { label: string }) => label)).not.toContain("Décision préparée");
  }
  const sneaking = "{ applications(filter: { pending: true }) { totalCount } }";
  expect((await it.ask(claireFor(themeId), sneaking)).errors?.[0]?.extensions?.code).toBe("FORBIDDEN");
  expect(await it.saidOf(ApplicationDecidedSchema)).toEqual([]);
  expect(codes(await it.publishes(expertOf(themeId), campaignId))).toEqual(["FORBIDDEN"]);
  await it.publishes(programme, campaignId);
  expect(await it.saidOf(ApplicationDecidedSchema)).toHaveLength(2);
  expect(await see(claireFor(themeId), id)).toMatchObject({ state: "RETAINED", project: { state: "FORMING" } });
  const letters = await noticesOf("APPLICATION_DECIDED");
  expect(letters.map((notice) => notice?.about).sort()).toEqual([id, other].sort());
  expect(letters[0]?.text).toContain("Projet mutualisé et bien encadré.");
  expect(codes(await it.publishes(programme, campaignId))).toEqual(["NOTHING_PENDING R20"]);
});

test("R20: of two decisions at once on one application one wins, and the other gets the current value", async () => {
  const id = await it.submitted(themeId);
  const both = await Promise.all([it.decides(programme, id, "RETAINED"), it.decides(programme, id, "DECLINED")]);
  const [won, lost] = both.sort((a, b) => a.errors.length - b.errors.length);
  expect(won?.errors).toEqual([]);
  expect(lost?.errors).toMatchObject([{ kind: "CONFLICT", code: "DECIDED_MEANWHILE" }]);
  expect(lost?.application.pendingDecision.outcome).toBe(won?.application.pendingDecision.outcome);
  const expectedVersion = won?.application.version;
  expect(codes(await it.decides(programme, id, "WAITLISTED", { expectedVersion }))).toEqual([]);
  expect(codes(await it.decides(programme, id, "DECLINED", { expectedVersion }))).toEqual(["CHANGED_MEANWHILE"]);
});

test("R20: a reversal is open: reason, trace, the project abandoned by event, and another decision possible", async () => {
  const id = await it.submitted(themeId);
  await it.retained(campaignId, id);
  expect(codes(await it.reverses(dominique, id, "Erreur"))).toEqual(["FORBIDDEN"]);
  expect(codes(await it.reverses(programme, id, " "))).toEqual(["REQUIRED R20"]);
  expect((await it.reverses(programme, id, "Erreur de dossier.")).application).toMatchObject({ state: "UNDER_REVIEW" });
  expect(await it.saidOf(ApplicationDecisionReversedSchema)).toMatchObject([{ reason: "Erreur de dossier." }]);
  expect(await it.saidOf(ProjectAbandonedSchema)).toMatchObject([{ project: { state: "ABANDONED" } }]);
  const seen = await see(claireFor(themeId), id);
  expect(seen.history.at(-1).label).toBe("Décision annulée");
  const { campaign } = await it.query(visitor, "query($id: ID!) { campaign(id: $id) { retainedCount } }", {
    id: campaignId,
  });
  expect(campaign.retainedCount).toBe(0);
  await it.retained(campaignId, id);
  expect(await see(claireFor(themeId), id)).toMatchObject({ state: "RETAINED", project: { state: "FORMING" } });
});

test("R17: a correction is asked for with its date, reminded of, and made after the call is closed", async () => {
  const id = await it.submitted(themeId);
  expect(codes(await it.returns(expertOf(themeId), id, "Précisez."))).toEqual(["FORBIDDEN"]);
  const dueAt = "2020-06-20T10:00:00.000Z";
  const { application } = await it.returns(programme, id, "Précisez l'évaluation.", dueAt);
  expect(application).toMatchObject({ state: "RETURNED", correction: { dueAt } });
  await it.passes("2020-06-19T08:00:00Z");
  expect(await noticesOf("APPLICATION_RETURNED")).toHaveLength(2);
  await it.revises(claireFor(themeId), id, { problem: "Mieux dit." });
  expect(codes(await it.submits(dominique, id))).toEqual([]);
  expect(codes(await it.refuses(programme, id, "Hors thème."))).toEqual([]);
  expect((await see(claireFor(themeId), id)).state).toBe("INADMISSIBLE");
});

test("an interest closes an application to its reviewer, in the page, the lists, the queue and every count", async () => {
  const [id, other] = [await it.submitted(themeId), await otherApplication("01")];
  await it.admits(programme, id);
  const held = { id: "m1", personId: idOf(rosa), role: "IAN", academyCode: RENNES, startsOn: "2019-09-01" };
  await it.hears(MandateStartedSchema, "m1", { mandate: held });
  await it.namesReviewers(programme, campaignId, [rene, rosa].map(idOf));
  const rows = await it.assigns(programme, [
    { applicationId: id, reviewerId: idOf(rene) },
    { applicationId: id, reviewerId: idOf(rosa) },
    { applicationId: other, reviewerId: idOf(rene) },
    { applicationId: other, reviewerId: idOf(raoul) },
  ]);
  expect(rows.rows.map((row: Parameters<typeof codes>[0]) => codes(row))).toEqual([
    [],
    ["CONFLICT_OF_INTEREST"],
    [],
    ["NOT_A_REVIEWER"],
  ]);
  const work = `query($c: ID!) { applications { totalCount } myReviews(campaignId: $c) {
    total done next { id } reviews { totalCount nodes { id application { id } } } } }`;
  const queue = async () => it.query(rene, work, { c: campaignId });
  expect(await queue()).toMatchObject({ applications: { totalCount: 2 }, myReviews: { total: 2, done: 0 } });
  const [first, second] = (await queue()).myReviews.reviews.nodes;
  const saved = await it.reviews(rene, first.id, 4);
  expect(saved).toMatchObject({ review: { state: "SUBMITTED", mark: 16 }, next: { id: second.id } });
  expect(codes(await it.reviews(rosa, second.id, 4))).toEqual(["FORBIDDEN"]);
  const closed = await it.declaresConflict(rene, second.id, "Mon frère y enseigne.");
  expect(closed.review).toEqual({ state: "CONFLICT", application: null });
  expect(await queue()).toMatchObject({
    applications: { totalCount: 1 },
    myReviews: { total: 1, done: 1, next: null, reviews: { totalCount: 1 } },
  });
  const refused = await it.ask(rene, "query($id: ID!) { application(id: $id) { id } }", { id: other });
  expect(refused.errors?.[0]?.extensions?.code).toBe("FORBIDDEN");
  // A mandate given later is an interest too: the opinion that was given counts no more.
  await it.hears(MandateStartedSchema, "m2", { mandate: { ...held, id: "m2", personId: idOf(rene) } });
  expect(await queue()).toMatchObject({ applications: { totalCount: 0 }, myReviews: { total: 0, done: 0 } });
  const summary = "query($id: ID!) { application(id: $id) { reviewSummary { count } reviews { conflict } } }";
  const { application } = await it.query(programme, summary, { id });
  expect(application).toEqual({ reviewSummary: { count: 0 }, reviews: [{ conflict: "SAME_ACADEMY" }] });
});

test("reviewers are assigned from a CSV with a result per line, by the office alone, and a file that is none changes nothing", async () => {
  const [id, other] = [await it.submitted(themeId), await otherApplication("01")];
  await it.admits(programme, id);
  await it.namesReviewers(programme, campaignId, [rene, rosa].map(idOf));
  const lines = (...rows: [string, Actor][]) => rows.map(([one, reviewer]) => `${one};${idOf(reviewer)}`).join("\r\n");
  const given = async () => {
    const { campaign } = await it.query(
      programme,
      "query($id: ID!) { campaign(id: $id) { reviewers { person { id } assigned } } }",
      { id: campaignId },
    );
    return campaign.reviewers.map(({ assigned }: { assigned: number }) => assigned);
  };
  const whole = await it.assignsFromCsv(programme, `candidature;évaluatrice\n${id};Rosa\n${other}\n`);
  expect(whole).toMatchObject({
    rows: [],
    errors: [{ code: "CSV_MALFORMED", field: "csv" }, { code: "CSV_MALFORMED" }],
  });
  expect(whole.errors.map(({ message }: { message: string }) => message.slice(0, 7))).toEqual(["Ligne 2", "Ligne 3"]);
  const refused = await it.assignsFromCsv(expertOf(themeId), lines([id, rene]));
  expect(refused.rows.map((row: Parameters<typeof codes>[0]) => codes(row))).toEqual([["FORBIDDEN"]]);
  expect(await given()).toEqual([0, 0]);

  const csv = `\uFEFFcandidature;évaluatrice\r\n${lines([id, rene], [id, raoul], [other, rosa])}\r\n`;
  for (const _time of ["once", "and again with the same key"]) {
    const { rows, errors } = await it.assignsFromCsv(programme, csv, "csv-1");
    expect(errors).toEqual([]);
    expect(rows.map((row: Parameters<typeof codes>[0]) => codes(row))).toEqual([[], ["NOT_A_REVIEWER"], []]);
    expect(await given()).toEqual([1, 1]);
  }
});

test("reviews are shared out evenly and summed up for the board, which only the office reads", async () => {
  const applications = [await otherApplication("01"), await otherApplication("03"), await otherApplication("06")];
  await it.namesReviewers(programme, campaignId, [rene, rosa, raoul].map(idOf));
  const { campaign } = await it.balances(programme, campaignId);
  expect(campaign.reviewers.map(({ assigned }: { assigned: number }) => assigned)).toEqual([2, 2, 2]);
  expect(codes(await it.balances(expertOf(themeId), campaignId))).toEqual(["FORBIDDEN"]);
  for (const [who, mark] of [
    [rene, 5],
    [rosa, 3],
    [raoul, 1],
  ] as const) {
    const { myReviews } = await it.query(
      who,
      "query($c: ID!) { myReviews(campaignId: $c) { reviews { nodes { id } } } }",
      { c: campaignId },
    );
    for (const { id } of myReviews.reviews.nodes) await it.reviews(who, id, mark);
  }
  await it.decides(programme, applications[0] ?? "", "RETAINED");
  const board = `query($id: ID!) { campaign(id: $id) { board { retainedCount pendingCount reviewsSubmitted
    standings { standing count } degrees { degree candidates retained } disciplines { discipline { code } candidates }
    academies { candidates retained } warnings { code } } }
    applications(filter: { campaignId: $id }, orderBy: MEAN_DESC) { nodes { reviewSummary { count mean spread } } } }`;
  const seen = await it.query(programme, board, { id: campaignId });
  expect(seen.campaign.board).toMatchObject({
    retainedCount: 1,
    pendingCount: 1,
    reviewsSubmitted: 6,
    degrees: [{ degree: "SECOND", candidates: 3, retained: 1 }],
    disciplines: [{ discipline: { code: "svt" }, candidates: 3 }],
  });
  const means = seen.applications.nodes.map(
    ({ reviewSummary }: { reviewSummary: { mean: number } }) => reviewSummary.mean,
  );
  expect(means).toEqual([...means].sort((a: number, b: number) => b - a));
  const hidden = await it.query(
    dominique,
    "query($id: ID!) { campaign(id: $id) { board { pendingCount } reviewers { assigned } } }",
    { id: campaignId },
  );
  expect(hidden.campaign).toEqual({ board: null, reviewers: null });
});

test("the thread is read by both sides, a note only by its own", async () => {
  const id = await it.submitted(themeId);
  const claire = claireFor(themeId);
  await it.writes(programme, id, "EVERYONE", "Deux précisions, s'il vous plaît.");
  await it.writes(programme, id, "OFFICE", "À comparer avec Nantes.");
  await it.writes(claire, id, "ACADEMY", "Qui répond ?");
  expect(codes(await it.writes(claire, id, "OFFICE", "Bonjour"))).toEqual(["FORBIDDEN"]);
  expect(codes(await it.writes(visitor, id, "EVERYONE", "Bonjour"))).toEqual(["FORBIDDEN"]);
  const thread = async (actor: Actor) => {
    const query = "query($id: ID!) { application(id: $id) { audiences messages { audience } } }";
    const { application } = await it.query(actor, query, { id });
    return [application.audiences, application.messages.map(({ audience }: { audience: string }) => audience)];
  };
  expect(await thread(claire)).toEqual([
    ["EVERYONE", "ACADEMY"],
    ["EVERYONE", "ACADEMY"],
  ]);
  expect(await thread(expertOf(themeId))).toEqual([
    ["EVERYONE", "OFFICE"],
    ["EVERYONE", "OFFICE"],
  ]);
});

test("R01, R17: phases begin by the scheduler, dates move together, and next year begins from this one", async () => {
  const phase = async () =>
    (await it.query(visitor, "query($id: ID!) { campaign(id: $id) { phase } }", { id: campaignId })).campaign.phase;
  expect(await phase()).toBe("CALL");
  expect(codes(await it.movesDates(expertOf(themeId), campaignId, 7))).toEqual(["FORBIDDEN"]);
  const moved = await it.movesDates(programme, campaignId, 7);
  expect(moved.campaign.call.closesAt).toBe("2020-06-19T21:59:00.000Z");
  await it.passes("2020-06-12T22:30:00Z");
  expect(await phase()).toBe("CALL");
  await it.passes("2020-06-20T08:00:00Z");
  expect(await phase()).toBe("ADMISSIBILITY");
  await it.passes("2020-07-01T08:00:00Z");
  expect(await phase()).toBe("REVIEW");
  const other = (await it.proposesTheme(expertOf(themeId), campaignId, { title: "Un autre thème" })).theme.id;
  expect(codes(await it.repeats(programme, campaignId, { themeIds: [themeId], groupThemeIds: [other] }))).toEqual([
    "GROUP_WITHOUT_THEME R01",
  ]);
  const { campaign } = await it.repeats(programme, campaignId, {
    themeIds: [themeId, other],
    groupThemeIds: [themeId],
  });
  const told = (await it.saidOf(ThemeProposedSchema)).flatMap(({ theme }) => (theme?.continuesThemeId ? [theme] : []));
  expect(new Map(told.map(({ continuesThemeId, keepsGroup }) => [continuesThemeId, keepsGroup]))).toEqual(
    new Map([
      [themeId, true],
      [other, false],
    ]),
  );
  expect(campaign).toMatchObject({
    label: "2021-2022",
    themes: {
      nodes: [
        { state: "DRAFT", continues: { id: themeId } },
        { state: "DRAFT", continues: { id: other } },
      ],
    },
  });
});

test("R17: a theme's own deadline closes it before the others, and its text is the expert's until it is agreed to", async () => {
  const draft = (await it.proposesTheme(expertOf(themeId), campaignId, { title: "Brouillon" })).theme.id;
  expect((await it.revisesTheme(expertOf(draft), draft, { title: "Un autre titre" })).theme.title).toBe(
    "Un autre titre",
  );
  expect(codes(await it.revisesTheme(expertOf(themeId), themeId, { title: "Trop tard" }))).toEqual([
    "THEME_AGREED_ALREADY R18",
  ]);
  expect(codes(await it.setsDeadline(programme, themeId, "2020-07-14T10:00:00Z"))).toEqual([
    "DEADLINE_OUTSIDE_CALL R17",
  ]);
  expect(codes(await it.setsDeadline(programme, themeId, "2020-05-29T16:00:00Z"))).toEqual([]);
  await it.passes("2020-05-29T16:00:01Z");
  expect(codes(await it.drafts(claireFor(themeId), themeId))).toEqual(["THEME_DEADLINE_PASSED R17"]);
});

test("R10: a team without a scenario is flagged when its year ends, told, and cleared by the event of one", async () => {
  const projectId = await it.retained(campaignId, await it.submitted(themeId));
  const flag = async () =>
    (await it.query(visitor, "query($id: ID!) { project(id: $id) { scenarioMissingAt } }", { id: projectId })).project
      .scenarioMissingAt;
  await it.passes("2021-08-31T20:00:00Z");
  expect(await flag()).toBeNull();
  await it.passes("2021-09-01T00:00:00Z");
  expect(await flag()).not.toBeNull();
  expect(await noticesOf("PROJECT_STEP")).toHaveLength(1);
  await it.hears(ScenarioPublishedSchema, "s1", { scenario: { id: "s1", projectId, themeId, state: "PUBLISHED" } });
  expect(await flag()).toBeNull();
  expect((await it.saidOf(ProjectConformityChangedSchema)).map(({ project }) => project?.scenarioMissing)).toEqual([
    true,
    false,
  ]);
});
