import { setTimeout as pause } from "node:timers/promises";
import { silentLogger } from "@trame/kit/log";
import { MandateStartedSchema } from "@trame/proto-schemas/people/v1/events_pb";
import { PersonStateSchema } from "@trame/proto-schemas/people/v1/state_pb";
import Fastify, { type FastifyInstance } from "fastify";
import type { ParsedMail } from "mailparser";
import { startSender } from "../src/mail/sender.ts";
import { routesWith } from "../src/routes.ts";
import { nextGathering } from "../src/store/gathered.ts";
import { claire, communications, known, ORIGIN, sylvie, type Tested, visitor } from "./examples.ts";
import { openMailbox } from "./mailbox.ts";

const TOKEN = "what-came-back-0123456789";
const MAY = new Date("2020-05-18T07:00:00Z");

let it: Tested;
let http: FastifyInstance;
let mailbox: Awaited<ReturnType<typeof openMailbox>>;
let sender: ReturnType<typeof startSender>;

beforeAll(async () => {
  it = await communications();
  await known(it);
  http = Fastify();
  const base = { db: it.db, clock: { now: () => MAY }, origin: ORIGIN, logger: silentLogger };
  routesWith({ token: TOKEN })(http, base);
  mailbox = await openMailbox({ refuses: { "gone@example.org": 550 } });
  sender = startSender({
    ...{ db: it.db, logger: silentLogger, smtpUrl: mailbox.url, pollMs: 20, lines: 3 },
    sender: { from: "Trame <trame@example.org>", returnPath: "retours@example.org", origin: ORIGIN },
  });
});
afterAll(async () => {
  await sender.stop();
  await http.close();
  await mailbox.close();
  await it.stop();
});

const post = (url: string, fields: [string, string][]) =>
  http.inject({
    method: "POST",
    url,
    headers: { "content-type": "application/x-www-form-urlencoded" },
    payload: new URLSearchParams(fields).toString(),
  });
const asks = (email: string, more: [string, string][] = []) =>
  post("/abonnement", [["email", email], ["function", "TRAINER"], ["frequency", "EACH"], ["consent", "oui"], ...more]);
const mailTo = async (address: string, index = 0) => {
  while (mailbox.to(address).length <= index) await pause(10);
  return mailbox.to(address)[index] as ParsedMail;
};
const headerOf = (mail: ParsedMail, key: string) => mail.headerLines.find((line) => line.key === key)?.line;
/** Without questions and notices. */
const letters = (address: string) => mailbox.to(address).filter(({ subject }) => subject?.startsWith("Lettre Édu_Num"));
const letterTo = async (address: string) => {
  while (letters(address).length === 0) await pause(10);
  return letters(address)[0] as ParsedMail;
};
const reader = (email: string) => it.db.subscriber.findUniqueOrThrow({ where: { email } });
const becomesReader = async (email: string, more: [string, string][] = []) => {
  await asks(email, more);
  const { token } = await reader(email);
  await post(`/abonnement/confirmer/${token}`, []);
  return token;
};
const edition = async (title: string) => {
  await it.hearsScenario(`of-${title}`);
  const draft = await it.draft("svt");
  await it.edits(sylvie, { editionId: draft.id, title, editorial: "Bonjour.\n\nVoici <b>la lettre</b>." });
  return draft.id as string;
};
/** The scheduler's turn, and the sender's. */
const leaves = async (id: string) => {
  await it.passes(MAY);
  await settles(id);
};
const settles = async (editionId: string) => {
  while ((await it.db.mail.count({ where: { editionId, state: { in: ["QUEUED", "SENDING"] } } })) > 0) await pause(10);
};
const sending = async (id: string, actor = sylvie) =>
  (
    await it.query(
      actor,
      `query($id: ID!) { edition(id: $id) { sending { whole queued sent failed uncertain waiting } } }`,
      { id },
    )
  ).edition?.sending;

test("R78: double opt-in: nothing but the question is sent before the address has answered, and the consent is kept", async () => {
  expect((await asks(" Anne@Example.org ")).body).toContain("Un courriel vous attend");
  const mail = await mailTo("anne@example.org");
  expect(mail.subject).toBe("Confirmez votre abonnement à la lettre Édu_Num");
  const { token, ...asked } = await reader("anne@example.org");
  expect(asked).toMatchObject({ state: "PENDING", function: "TRAINER", confirmedAt: null });
  expect(asked.consent).toContain("J'accepte de recevoir");
  expect(mail.text).toContain(`${ORIGIN}/abonnement/confirmer/${token}`);
  expect(mail.headers.get("list-unsubscribe")).toBeUndefined();
  // A filter that follows links confirms nothing.
  expect((await http.inject(`/abonnement/confirmer/${token}`)).statusCode).toBe(200);
  expect((await reader("anne@example.org")).state).toBe("PENDING");
  expect((await post(`/abonnement/confirmer/${token}`, [])).body).toContain("confirmé");
  expect(await reader("anne@example.org")).toMatchObject({ state: "CONFIRMED", confirmedAt: expect.any(Date) });
});

test("whoever types an address learns nothing of it, and can have one mail an hour sent to it", async () => {
  const before = mailbox.to("anne@example.org").length;
  expect((await asks("anne@example.org")).body).toContain("Un courriel vous attend");
  await pause(100);
  expect(mailbox.to("anne@example.org")).toHaveLength(before);
  expect((await reader("anne@example.org")).state).toBe("CONFIRMED");
});

test("every reason is given at once, beside its field, without script", async () => {
  const { statusCode, body, headers } = await post("/abonnement", [
    ["email", "no"],
    ["function", "OTHER"],
    ["academyCode", "99"],
    ["consent", "oui"],
  ]);
  expect(statusCode).toBe(422);
  for (const field of ["email", "otherFunction", "academyCode"]) expect(body).toContain(`id="erreur-${field}"`);
  expect(body).not.toContain("<script");
  expect(headers["content-security-policy"]).toContain("default-src 'none'");
  expect(
    (
      await post("/abonnement", [
        ["email", "a@b.fr"],
        ["function", "IAN"],
      ])
    ).body,
  ).toContain("Cochez la case");
  expect((await asks("robot@example.org", [["website", "x"]])).statusCode).toBe(200);
  expect(await it.db.subscriber.count({ where: { email: "robot@example.org" } })).toBe(0);
});

test("R71: a published edition goes to its readers as mail with both parts and one-click unsubscription, once", async () => {
  const token = await becomesReader("bruno@example.org", [
    ["newsletterIds", (await it.db.newsletter.findUniqueOrThrow({ where: { slug: "svt" } })).id],
  ]);
  await becomesReader("carole@example.org", [
    ["newsletterIds", (await it.db.newsletter.findUniqueOrThrow({ where: { slug: "thematique" } })).id],
  ]);
  const id = await edition("Juin");
  await it.publishes(sylvie, { editionId: id });
  await leaves(id);
  const mail = await letterTo("bruno@example.org");
  expect(mail.subject).toBe("Lettre Édu_Num SVT n° 1 : Juin");
  expect(mail.html).toContain("Voici &lt;b&gt;la lettre&lt;/b&gt;.");
  expect(mail.html).toContain(`href="${ORIGIN}/scenarios/of-Juin"`);
  expect(mail.html).not.toMatch(/\{\{|<!-- each/);
  expect(mail.text).toContain("Scénario of-Juin");
  expect(mail.text).toContain(`${ORIGIN}/lettres/svt/1`);
  expect(mail.headers.get("list")).toMatchObject({
    unsubscribe: { url: `${ORIGIN}/desabonnement/${token}` },
    id: { name: "svt.lettres.localhost" },
  });
  expect(headerOf(mail, "list-unsubscribe-post")).toBe("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
  expect(letters("carole@example.org")).toEqual([]);
  const again = await it.query(sylvie, `mutation { sendEdition(input: { editionId: "${id}" }) { errors { code } } }`);
  expect(again.sendEdition.errors).toEqual([{ code: "EDITION_SENT" }]);
  expect(await sending(id)).toMatchObject({ whole: true, failed: 0, waiting: 0, uncertain: 0 });
  expect(await sending(id, visitor)).toBeNull();
});

test("RFC 8058: one POST, without a page, and the reader is written to no more", async () => {
  const token = await becomesReader("denis@example.org");
  const answer = await post(`/desabonnement/${token}`, [["List-Unsubscribe", "One-Click"]]);
  expect(answer.statusCode).toBe(200);
  const id = await edition("Juillet");
  await it.publishes(sylvie, { editionId: id });
  await leaves(id);
  expect(letters("denis@example.org")).toEqual([]);
  expect((await reader("denis@example.org")).state).toBe("UNSUBSCRIBED");
  await post(`/desabonnement/${token}`, [["choix", "reprendre"]]);
  expect((await reader("denis@example.org")).state).toBe("CONFIRMED");
});

test("preferences by letter and frequency: gathered letters come on Monday in one mail", async () => {
  const token = await becomesReader("emma@example.org");
  expect(
    (
      await post(`/abonnement/preferences/${token}`, [
        ["function", "ADVISER"],
        ["frequency", "WEEKLY"],
      ])
    ).body,
  ).toContain("enregistrés");
  const sent: string[] = [];
  for (const title of ["Août", "Septembre"]) {
    const id = await edition(title);
    await it.db.subscriber.updateMany({ data: { digestedAt: new Date("2020-05-17T07:00:00Z") } });
    await it.publishes(sylvie, { editionId: id });
    await leaves(id);
    sent.push(id);
  }
  expect(letters("emma@example.org")).toEqual([]);
  expect(nextGathering(MAY, "WEEKLY").toISOString()).toBe("2020-05-25T06:00:00.000Z");
  expect(nextGathering(MAY, "MONTHLY").toISOString()).toBe("2020-06-01T06:00:00.000Z");
  await it.passes("2020-05-25T06:00:00Z");
  const mail = await mailTo("emma@example.org", 1);
  expect(mail.text).toContain("n° 3 : Août");
  expect(mail.text).toContain(`${ORIGIN}/lettres/svt/4`);
  expect(headerOf(mail, "list-unsubscribe-post")).toBe("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
  it.setNow(MAY);
});

test("bounces: an address that does not exist is given up, and a message that came back is taken in", async () => {
  const lost = await becomesReader("gone@example.org");
  const token = await becomesReader("full@example.org");
  // Also the question was refused.
  while ((await it.db.mail.count({ where: { address: "gone@example.org", state: "FAILED" } })) === 0) await pause(10);
  await it.db.subscriber.updateMany({ where: { token: lost }, data: { bounces: 2, state: "CONFIRMED" } });
  const id = await edition("Octobre");
  await it.publishes(sylvie, { editionId: id });
  await leaves(id);
  expect((await reader("gone@example.org")).state).toBe("BOUNCED");
  const mail = await it.db.mail.findFirstOrThrow({ where: { editionId: id, address: "full@example.org" } });
  const hands = (message: string, authorization = `Bearer ${TOKEN}`) =>
    http.inject({
      method: "POST",
      url: "/retours",
      headers: { "content-type": "message/rfc822", authorization },
      payload: message,
    });
  expect((await hands(notification(mail.id), "Bearer no")).statusCode).toBe(401);
  expect((await hands(notification(mail.id, { action: "delayed", status: "4.2.2" }))).json()).toEqual({
    recorded: false,
  });
  expect((await hands(notification("somebody-else"))).json()).toEqual({ recorded: false });
  expect((await hands(notification(mail.id))).json()).toEqual({ recorded: true });
  expect((await hands(notification(mail.id))).json()).toEqual({ recorded: false });
  expect(await reader("full@example.org")).toMatchObject({ state: "BOUNCED", token });
  expect(await sending(id)).toMatchObject({ failed: 2 });
});

test("R75, R76: whoever a mandate makes an audience receives the letter of the discipline, unless he or she said no", async () => {
  await it.hears(
    PersonStateSchema,
    "yann",
    { id: "yann", displayName: "Yann Morvan", email: "yann@example.org" },
    { version: 9 },
  );
  await it.hears(PersonStateSchema, "ines", { id: "ines", displayName: "Inès", email: "ines@example.org" });
  const mandate = (id: string, personId: string, more: object) =>
    it.hears(MandateStartedSchema, id, {
      mandate: { id, personId, academyCode: "14", startsOn: "2019-09-01", ...more },
    });
  await mandate("m1", "yann", { role: "TEACHER", themeId: "theme-svt" });
  await mandate("m2", "ines", { role: "IAN", disciplineCode: "svt" });
  const { letterAudiences } = await it.query(
    sylvie,
    "{ letterAudiences { function requirement confirmed byMandate } }",
  );
  expect(letterAudiences[0]).toEqual({ function: "ACADEMIC_TEAM", requirement: "R75", confirmed: 0, byMandate: 1 });
  expect(letterAudiences[1]).toMatchObject({ function: "IAN", byMandate: 1 });
  const id = await edition("Novembre");
  await it.publishes(sylvie, { editionId: id });
  await leaves(id);
  const mail = await letterTo("ines@example.org");
  expect(mail.text).toContain("parce que vous participez aux travaux");
  expect(letters("yann@example.org")).toHaveLength(1);
  const row = await it.db.unsubscribeToken.findFirstOrThrow({ where: { personId: "ines", kind: "LETTER" } });
  await post(`/desabonnement/${row.token}`, [["List-Unsubscribe", "One-Click"]]);
  const next = await edition("Décembre");
  await it.publishes(sylvie, { editionId: next });
  await leaves(next);
  expect([letters("ines@example.org").length, letters("yann@example.org").length]).toEqual([1, 2]);
});

test("R77, R79, R80, R81: a directory is taken in after a look; nobody who left is brought back", async () => {
  await post(`/desabonnement/${(await reader("bruno@example.org")).token}`, [["List-Unsubscribe", "One-Click"]]);
  const csv = [
    "Courriel;Fonction;Académie;Lettres",
    "gael@example.org;DIGITAL_REFERENT;Rennes;svt",
    "hana@example.org;Animateur ou animatrice d'un atelier Canopé;14;",
    "iris@example.org;Conseiller ou conseillère pédagogique;;",
    "jo@example.org;FIRST_DEGREE_DIGITAL;;",
    "bruno@example.org;TEACHER;;",
    "pas-une-adresse;TEACHER;;",
    "gael@example.org;TEACHER;;",
  ].join("\n");
  const imports = async (apply: boolean, actor = sylvie, text = csv) =>
    (
      await it.query(
        actor,
        `mutation($input: ImportLetterDirectoryInput!) { importLetterDirectory(input: $input) { import { applied lines { line outcome } } errors { code kind } } }`,
        { input: { csv: text, origin: "annuaire de mai 2020", apply } },
      )
    ).importLetterDirectory;
  const outcomes = ["ADDED", "ADDED", "ADDED", "ADDED", "KEPT", "REFUSED", "REFUSED"];
  const seen = await imports(false);
  expect(seen.import.lines.map((one: { outcome: string }) => one.outcome)).toEqual(outcomes);
  expect(await it.db.subscriber.count({ where: { source: "IMPORT" } })).toBe(0);
  await imports(true);
  expect(await reader("gael@example.org")).toMatchObject({
    ...{ state: "CONFIRMED", function: "DIGITAL_REFERENT", academyCode: "14" },
    consent: "Annuaire professionnel : annuaire de mai 2020",
  });
  expect((await reader("bruno@example.org")).state).toBe("UNSUBSCRIBED");
  expect((await imports(true)).import.lines[0].outcome).toBe("CHANGED");
  expect((await imports(true, sylvie, "nom;prenom\na;b")).errors).toMatchObject([{ code: "DIRECTORY_COLUMNS" }]);
  expect((await imports(false, claire)).errors).toMatchObject([{ kind: "FORBIDDEN" }]);
  const read = (await it.query(sylvie, "{ letterAudiences { requirement confirmed } }")).letterAudiences;
  const confirmed = Object.fromEntries(
    read.map((one: { requirement: string; confirmed: number }) => [one.requirement, one.confirmed]),
  );
  // One of them had subscribed before.
  expect(confirmed).toMatchObject({ R77: 1, R79: 1, R80: 2, R81: 1 });
});

test("a test goes to the editor alone, also of a draft", async () => {
  await it.hears(PersonStateSchema, "sylvie", { id: "sylvie", displayName: "Sylvie", email: "sylvie@example.org" });
  const id = await edition("Essai");
  await it.query(sylvie, `mutation { sendEditionTest(input: { editionId: "${id}" }) { errors { code } } }`);
  const mail = await mailTo("sylvie@example.org");
  expect(mail.subject).toMatch(/^\[Essai\] Lettre Édu_Num SVT n° \d+ : Essai$/);
  expect(await sending(id)).toBeNull();
});

test("a scheduled edition publishes and sends itself; what stands against it meanwhile is told", async () => {
  const id = await edition("Programmé");
  const schedules = async (publishAt: string | null) =>
    (
      await it.query(
        sylvie,
        `mutation($input: ScheduleEditionInput!) { scheduleEdition(input: $input) { edition { scheduledAt } errors { code } } }`,
        { input: { editionId: id, publishAt } },
      )
    ).scheduleEdition;
  expect((await schedules("2020-05-17T08:00:00Z")).errors).toEqual([{ code: "SCHEDULE_IN_THE_PAST" }]);
  expect((await schedules("2020-05-20T08:00:00Z")).edition.scheduledAt).toBe("2020-05-20T08:00:00.000Z");
  expect((await schedules(null)).edition.scheduledAt).toBeNull();
  await schedules("2020-05-20T08:00:00Z");
  await it.edits(sylvie, { editionId: id, title: "" });
  await it.passes("2020-05-20T08:00:00Z");
  const said = await it.said();
  expect(said.at(-1)?.type).toBe("notices.v1.NoticeIssued");
  await it.edits(sylvie, { editionId: id, title: "Enfin" });
  await schedules("2020-05-21T08:00:00Z");
  await it.passes("2020-05-21T08:00:00Z");
  await settles(id);
  expect((await it.query(visitor, `{ edition(id: "${id}") { state publishedAt } }`)).edition).toEqual({
    state: "PUBLISHED",
    publishedAt: "2020-05-21T08:00:00.000Z",
  });
  expect((await sending(id)).sent).toBeGreaterThan(0);
});

test("an erased person who read the letter under the same address is forgotten as a reader too", async () => {
  await becomesReader("ines@example.org");
  await it.hears(PersonStateSchema, "ines", { id: "ines", erasureId: "e1", keepsAuthorship: true }, { version: 20 });
  expect(await it.db.subscriber.count({ where: { email: "ines@example.org" } })).toBe(0);
});

function notification(id: string, { action = "failed", status = "5.1.1" } = {}): string {
  return [
    "From: MAILER-DAEMON@example.org",
    "To: retours@example.org",
    "Subject: Undelivered Mail Returned to Sender",
    "MIME-Version: 1.0",
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
    "",
    "--b",
    "Content-Type: text/plain",
    "",
    "I'm sorry to have to inform you.",
    "--b",
    "Content-Type: message/delivery-status",
    "",
    "Reporting-MTA: dns; mail.example.org",
    "",
    "Final-Recipient: rfc822; full@example.org",
    `Action: ${action}`,
    `Status: ${status}`,
    "Diagnostic-Code: smtp; 550 5.1.1 no such user",
    "",
    "--b",
    "Content-Type: text/rfc822-headers",
    "",
    `Message-ID: <${id}@localhost>`,
    "Subject: Lettre",
    "",
    "--b--",
    "",
  ].join("\r\n");
}
