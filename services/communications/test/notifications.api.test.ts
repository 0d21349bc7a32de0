import { timestampFromDate } from "@bufbuild/protobuf/wkt";
import type { Actor } from "@trame/kit/actor";
import { silentLogger } from "@trame/kit/log";
import { NoticeDeliveredSchema } from "@trame/proto-schemas/communications/v1/events_pb";
import {
  MeetingConvenedSchema,
  MeetingRevisedSchema,
  ProgressReportedSchema,
} from "@trame/proto-schemas/meetings/v1/events_pb";
import { NoticeIssuedSchema, NoticeSettledSchema } from "@trame/proto-schemas/notices/v1/notice_pb";
import {
  AcademyRecordedSchema,
  MandateEndedSchema,
  MandateStartedSchema,
} from "@trame/proto-schemas/people/v1/events_pb";
import { PersonStateSchema } from "@trame/proto-schemas/people/v1/state_pb";
import { ApplicationDecidedSchema } from "@trame/proto-schemas/projects/v1/events_pb";
import { ScenarioReviewedSchema } from "@trame/proto-schemas/scenarios/v1/events_pb";
import Fastify from "fastify";
import { routesWith } from "../src/routes.ts";
import { claimMails, recordBounce, recordOutcome } from "../src/store/mail-queue.ts";
import {
  claire,
  communications,
  known,
  nadia,
  ORIGIN,
  programme,
  RENNES,
  sylvie,
  type Tested,
  visitor,
  yann,
} from "./examples.ts";

let it: Tested;
beforeAll(async () => {
  it = await communications();
  await known(it);
  for (const [id, role, academyCode] of [
    ["claire", "REFERENT", RENNES],
    ["yann", "TEACHER", RENNES],
    ["nadia", "EXPERT", ""],
    ["dominique", "DAN", RENNES],
  ] as const) {
    await mandate(id, role, { academyCode, themeId: role === "DAN" ? "" : "theme-svt" });
  }
});
beforeEach(async () => {
  it.setNow("2020-05-18T07:00:00Z");
  await it.db.notification.deleteMany();
  await it.db.mail.deleteMany();
  await it.db.notificationPreference.deleteMany();
});
afterAll(() => it.stop());

const mandate = (personId: string, role: string, scope: object = {}) =>
  it.hears(MandateStartedSchema, `${personId}-${role}`, {
    mandate: { id: `${personId}-${role}`, personId, role, startsOn: "2019-09-01", ...scope },
  });

const notify = (id: string, notice: object, at?: Date) =>
  it.hears(
    NoticeIssuedSchema,
    id,
    { notice: { id, kind: "TASK", title: `Tâche ${id}`, path: "/espace", about: id, ...notice } },
    at ? { at } : {},
  );

const ITEM = "id kind kindLabel title text href dueAt issuedAt readAt settledAt";

async function told(actor: Actor, args = "") {
  const { _entities } = await it.query(
    actor,
    `query($id: ID!) { _entities(representations: [{ __typename: "Viewer", id: $id }]) { ... on Viewer {
       unreadNotifications digestHour notifications${args} { totalCount nodes { ${ITEM} } pageInfo { hasNextPage endCursor } }
       notificationPreferences { kind label delivery byDefault } } } }`,
    { id: actor.personId },
  );
  return _entities[0];
}

const titles = async (actor: Actor) =>
  (await told(actor)).notifications.nodes.map(({ title }: { title: string }) => title);

const ERRORS = "errors { kind code field }";

const reads = (actor: Actor, ids?: string[]) =>
  it.query(
    actor,
    `mutation($input: MarkNotificationsReadInput!) { markNotificationsRead(input: $input) { viewer { unreadNotifications } ${ERRORS} } }`,
    { input: ids ? { ids } : {} },
  );

const chooses = async (actor: Actor, input: object) =>
  (
    await it.query(
      actor,
      `mutation($input: SetNotificationPreferencesInput!) { setNotificationPreferences(input: $input) { viewer { id digestHour } ${ERRORS} } }`,
      { input },
    )
  ).setNotificationPreferences;

const mails = () => it.db.mail.findMany({ orderBy: { id: "asc" } });

const meeting = (attendance: object[], more: object = {}) => ({
  meeting: {
    id: "r1",
    title: "Point d'étape",
    themeId: "theme-svt",
    state: "CONVENED",
    startsAt: timestampFromDate(new Date("2020-06-12T08:00:00Z")),
    attendance,
    ...more,
  },
});

test("whoever is convened is told once, is reminded three days before, and not once he or she has answered", async () => {
  const pending = (personId: string) => ({ personId, answer: "PENDING" });
  await it.hears(MeetingConvenedSchema, "r1", meeting([pending("claire"), pending("yann")]));
  await it.hears(MeetingConvenedSchema, "r1", meeting([pending("claire"), pending("yann")]));
  expect(await titles(claire)).toEqual(["Convocation : Point d'étape"]);
  await it.hears(MeetingRevisedSchema, "r1", meeting([{ personId: "claire", answer: "WILL_ATTEND" }, pending("yann")]));
  expect((await told(claire)).notifications.nodes[0]).toMatchObject({
    href: "/espace/reunions/r1",
    dueAt: "2020-06-12T08:00:00.000Z",
    settledAt: expect.any(String),
    readAt: expect.any(String),
  });
  await it.passes("2020-06-10T08:00:00Z");
  expect(await titles(claire)).toEqual(["Convocation : Point d'étape"]);
  expect(await titles(yann)).toEqual(["Rappel : Convocation : Point d'étape", "Convocation : Point d'étape"]);
  await it.passes("2020-06-12T07:00:00Z");
  expect(await titles(yann)).toHaveLength(2);
});

test("R36: every member of the theme's national group hears of a progress report, but for its author", async () => {
  await it.hears(ProgressReportedSchema, "report", {
    id: "report",
    projectId: "project-rennes",
    themeId: "theme-svt",
    academyCode: RENNES,
    authorId: "claire",
  });
  expect(await titles(nadia)).toEqual(["Avancement : académie de Rennes"]);
  expect(await titles(yann)).toEqual(["Avancement : académie de Rennes"]);
  expect(await titles(claire)).toEqual([]);
  expect(await it.db.notification.count({ where: { personId: "dominique" } })).toBe(0);
});

test("R24: what a replaced référent was asked is recalled to the successor, and no more to him or her; what was told stays", async () => {
  const [audience] = [{ role: "REFERENT", themeId: "theme-svt", academyCode: RENNES }];
  const dueAt = timestampFromDate(new Date("2020-06-12T08:00:00Z"));
  await notify("bilan", { audiences: [audience], dueAt });
  await notify("nommee", { personIds: ["claire"], dueAt });
  const scope = { academyCode: RENNES, themeId: "theme-svt" };
  const held = { id: "claire-REFERENT", personId: "claire", role: "REFERENT", startsOn: "2019-09-01", ...scope };
  await it.hears(MandateEndedSchema, held.id, { mandate: { ...held, endsOn: "2020-05-31" } });
  await mandate("remi", "REFERENT", { ...scope, startsOn: "2020-06-01" });
  await it.passes("2020-06-09T08:00:00Z");
  const ofTasks = async (personId: string) =>
    (await it.db.notification.findMany({ where: { personId, about: { in: ["bilan", "nommee"] } } }))
      .map(({ title }) => title)
      .sort();
  expect(await ofTasks("claire")).toEqual(["Rappel : Tâche nommee", "Tâche bilan", "Tâche nommee"]);
  expect(await ofTasks("remi")).toEqual(["Rappel : Tâche bilan"]);
  await it.hears(MandateEndedSchema, "remi-REFERENT", {
    mandate: { id: "remi-REFERENT", personId: "remi", role: "REFERENT", startsOn: "2020-06-01", endsOn: "2020-06-09" },
  });
  await mandate("claire", "REFERENT", scope);
});

test("R20: a decision is told to the référent, the pilot and the academy's DAN", async () => {
  const application = {
    id: "a1",
    themeId: "theme-svt",
    academyCode: RENNES,
    title: "Cartes vivantes",
    state: "RETAINED",
    referentId: "claire",
    pilotId: "paul",
  };
  await it.hears(ApplicationDecidedSchema, "a1", { application, reason: "Très bon", decidedById: "pierre" });
  const rows = await it.db.notification.findMany({ orderBy: { personId: "asc" } });
  expect(rows.map(({ personId, title, path }) => [personId, title, path])).toEqual(
    ["claire", "dominique", "paul"].map((who) => [
      who,
      "Candidature retenue : Cartes vivantes",
      "/espace/candidatures/a1",
    ]),
  );
});

test("a review is told to the authors and settles what the reviewers were asked", async () => {
  await notify("n1", { kind: "SCENARIO_TO_REVIEW", personIds: ["sylvie"], about: "s1" });
  const scenario = { id: "s1", slug: "s1", title: "Métadonnées", themeId: "theme-svt", academyCodes: [RENNES] };
  await it.hears(ScenarioReviewedSchema, "s1", {
    scenario: { ...scenario, authors: [{ personId: "yann", role: "DESIGN" }] },
    reviewerId: "sylvie",
    outcome: "RETURNED",
  });
  expect(await titles(yann)).toEqual(["Scénario à reprendre : Métadonnées"]);
  expect(await titles(claire)).toEqual(["Scénario à reprendre : Métadonnées"]);
  expect((await told(sylvie)).notifications.nodes[0].settledAt).not.toBeNull();
});

test("a shared watch is told to the national group, by our own topic", async () => {
  await it.shares(claire);
  const [issued] = await it.saidOf(NoticeIssuedSchema);
  expect(issued?.notice).toMatchObject({ kind: "WATCH_SHARED", exceptPersonIds: ["claire"] });
});

test("R86: of a notice to the superiors its sender is told back what became of it, person by person", async () => {
  await it.hears(PersonStateSchema, "dominique", { id: "dominique", displayName: "D", email: "d@example.org" });
  await it.db.notificationPreference.create({
    data: { personId: "claire", kind: "SUPERIORS_INFORMED", delivery: "NONE" },
  });
  const audiences = [{ role: "DAN", academyCode: RENNES }];
  await notify("to-superiors", { kind: "SUPERIORS_INFORMED", personIds: ["claire"], audiences });
  const of = async (personId: string) =>
    (await it.saidOf(NoticeDeliveredSchema))
      .filter(({ delivery }) => delivery?.personId === personId)
      .map(({ delivery }) => `${delivery?.noticeId} ${delivery?.state}`);
  expect(await of("claire")).toEqual(["to-superiors TOLD"]);
  const [mail] = await claimMails(it.db, 50);
  if (!mail) throw new Error("no mail");
  await recordOutcome(it.db, mail, { type: "later", answer: "451" });
  await recordOutcome(it.db, mail, { type: "sent", answer: "250 ok" });
  expect(await of("dominique")).toEqual(["to-superiors TO_SEND"]);
  await it.db.mail.updateMany({ data: { state: "SENDING" } });
  await recordOutcome(it.db, mail, { type: "sent", answer: "250 ok" });
  await recordBounce(it.db, { mailId: mail.id, status: "5.1.1", answer: "550 5.1.1" });
  expect(await of("dominique")).toEqual(["to-superiors TO_SEND", "to-superiors SENT", "to-superiors FAILED"]);
});

test("notifications are counted, filtered, paged and read, each person his or her own", async () => {
  for (const n of [1, 2, 3]) await notify(`n${n}`, { personIds: ["claire"], kind: n === 3 ? "UNHEARD_OF" : "TASK" });
  const all = await told(claire, "(first: 2)");
  expect(all).toMatchObject({ unreadNotifications: 3, digestHour: 7, notifications: { totalCount: 3 } });
  const rest = await told(claire, `(first: 2, after: "${all.notifications.pageInfo.endCursor}")`);
  expect(rest.notifications.nodes).toHaveLength(1);
  const [first] = all.notifications.nodes;
  await reads(yann, [first.id]);
  expect((await reads(claire, [first.id])).markNotificationsRead.viewer.unreadNotifications).toBe(2);
  expect((await told(claire, '(filter: { unread: true, kinds: ["OTHER", "TASK"] })')).notifications.totalCount).toBe(2);
  expect((await told(claire, '(filter: { kinds: ["OTHER"] })')).notifications.nodes[0].kindLabel).toBe(
    "Autres informations",
  );
  await reads(claire);
  expect((await told(claire)).unreadNotifications).toBe(0);
  expect((await reads(visitor)).markNotificationsRead.errors[0]).toMatchObject({ kind: "FORBIDDEN" });
});

test("mail follows each person's choice: at once, in one letter a day at his or her hour, or not at all", async () => {
  await it.hears(AcademyRecordedSchema, "28", {
    academy: { code: "28", name: "La Réunion", label: "académie de La Réunion", timeZone: "Indian/Reunion" },
  });
  await it.hears(PersonStateSchema, "yann", {
    id: "yann",
    displayName: "Yann",
    email: "y@example.org",
    academyCode: "28",
  });
  await chooses(claire, { preferences: [{ kind: "TASK", delivery: "NONE" }] });
  await chooses(yann, { preferences: [{ kind: "TASK", delivery: "DAILY_DIGEST" }], digestHour: 18 });
  for (const n of [1, 2]) await notify(`n${n}`, { personIds: ["claire", "yann", "nadia"] });
  expect((await mails()).map(({ personId, kind }) => [personId, kind])).toEqual([
    ["nadia", "TASK"],
    ["nadia", "TASK"],
  ]);
  await it.passes("2020-05-18T13:59:00Z");
  expect(await mails()).toHaveLength(2);
  await it.passes("2020-05-18T14:00:00Z");
  const [letter, ...others] = (await mails()).filter(({ kind }) => kind === "DIGEST");
  expect(others).toEqual([]);
  expect(letter).toMatchObject({
    personId: "yann",
    content: { subject: "2 nouvelles de vos travaux", timeZone: "Indian/Reunion" },
  });
  await it.passes("2020-05-20T14:00:00Z");
  expect(await mails()).toHaveLength(3);
});

test("what was read or settled before the hour is not in the daily letter", async () => {
  for (const n of [1, 2]) await notify(`n${n}`, { personIds: ["claire"], kind: "GROUP_COMPLETED" });
  await reads(claire, [(await told(claire)).notifications.nodes[0].id]);
  await it.hears(NoticeSettledSchema, "settled", { noticeId: "n1" });
  await it.hears(NoticeSettledSchema, "settled", { noticeId: "n2" });
  await it.passes("2020-05-19T06:00:00Z");
  expect(await mails()).toEqual([]);
});

test("a year that is loaded or republished writes to nobody", async () => {
  await notify("last-week", { personIds: ["claire"] }, new Date("2020-05-10T08:00:00Z"));
  await notify("last-year", { personIds: ["claire"] }, new Date("2019-10-10T08:00:00Z"));
  expect(await titles(claire)).toEqual(["Tâche last-week"]);
  expect(await mails()).toEqual([]);
  expect(await it.db.notification.count({ where: { digestAt: { not: null } } })).toBe(0);
});

test("a choice that does not exist is refused, and nothing is chosen", async () => {
  const { errors } = await chooses(claire, { preferences: [{ kind: "NOTHING", delivery: "NONE" }], digestHour: 24 });
  expect(errors).toEqual([
    { kind: "INVALID", code: "UNKNOWN_NOTICE_KIND", field: "preferences.0.kind" },
    { kind: "INVALID", code: "HOUR_OUT_OF_DAY", field: "digestHour" },
  ]);
  expect((await chooses(visitor, { preferences: [] })).errors[0].kind).toBe("FORBIDDEN");
});

test("one click stops the mails of a kind without signing in, the page asks first, and it can be undone", async () => {
  await it.db.unsubscribeToken.createMany({
    data: [
      { token: "secret-task", personId: "nadia", kind: "TASK" },
      { token: "secret-digest", personId: "nadia", kind: "DIGEST" },
    ],
  });
  const http = Fastify();
  routesWith()(http, { db: it.db, clock: { now: () => new Date() }, origin: ORIGIN, logger: silentLogger });
  const form = { "content-type": "application/x-www-form-urlencoded" };
  const post = (url: string, payload: string) => http.inject({ method: "POST", url, headers: form, payload });
  const chosen = async (kind: string) =>
    (await told(nadia)).notificationPreferences.find((one: { kind: string }) => one.kind === kind).delivery;

  const asked = await http.inject("/desabonnement/secret-task");
  expect(asked.body).toContain('<form method="post" action="/desabonnement/secret-task">');
  expect(asked.headers).toMatchObject({ "cache-control": "no-store", "referrer-policy": "no-referrer" });
  expect(await chosen("TASK")).toBe("AT_ONCE");
  expect((await post("/desabonnement/secret-task", "List-Unsubscribe=One-Click")).statusCode).toBe(200);
  expect(await chosen("TASK")).toBe("NONE");
  await notify("n1", { personIds: ["nadia"] });
  expect(await mails()).toEqual([]);
  expect(await titles(nadia)).toEqual(["Tâche n1"]);
  await post("/desabonnement/secret-task", "choix=reprendre");
  expect(await chosen("TASK")).toBe("AT_ONCE");
  await post("/desabonnement/secret-digest", "choix=arreter");
  expect(await chosen("WATCH_SHARED")).toBe("NONE");
  expect(await chosen("MEETING_CONVENED")).toBe("AT_ONCE");
  expect((await post("/desabonnement/unknown", "")).statusCode).toBe(404);
  await http.close();
});

test("whoever is erased leaves no address, notification, choice or mail behind, and nothing late is kept again", async () => {
  await chooses(claire, { preferences: [{ kind: "MANDATE", delivery: "NONE" }], digestHour: 8 });
  await notify("n1", { personIds: ["claire"] });
  await it.db.unsubscribeToken.create({ data: { token: "t", personId: "claire", kind: "TASK" } });
  await it.hears(PersonStateSchema, "claire", null);
  await notify("n2", { personIds: ["claire"], audiences: [{ themeId: "theme-svt" }] });
  const where = { personId: "claire" };
  expect(await it.db.person.count({ where: { id: "claire" } })).toBe(0);
  expect(
    await Promise.all([
      it.db.notification.count({ where }),
      it.db.mail.count({ where }),
      it.db.notificationPreference.count({ where }),
      it.db.digestHour.count({ where }),
      it.db.unsubscribeToken.count({ where }),
    ]),
  ).toEqual([0, 0, 0, 0, 0]);
});

test("what failed or perhaps left is shown to those who look after it, who decide", async () => {
  const content = { subject: "Objet", items: [], more: 0, reason: "", timeZone: "Europe/Paris" };
  await it.db.mail.create({
    data: { id: "m1", kind: "TASK", personId: "claire", content, state: "UNCERTAIN", attempts: 1 },
  });
  const queue =
    "{ mailQueue { waiting failed uncertain sent troubled { id subject state attempts recipient { id } } } }";
  expect((await it.query(programme, queue)).mailQueue).toBeNull();
  expect((await it.query(sylvie, queue)).mailQueue).toMatchObject({
    uncertain: 1,
    troubled: [{ id: "m1", subject: "Objet", state: "UNCERTAIN", recipient: { id: "claire" } }],
  });
  const decides = async (actor: Actor) =>
    (
      await it.query(
        actor,
        `mutation { decideMail(input: { mailId: "m1", sendAgain: true }) { mail { state } ${ERRORS} } }`,
      )
    ).decideMail;
  expect((await decides(programme)).errors[0].kind).toBe("FORBIDDEN");
  expect((await decides(sylvie)).mail.state).toBe("QUEUED");
  expect((await decides(sylvie)).errors[0].code).toBe("MAIL_NOT_IN_TROUBLE");
});
