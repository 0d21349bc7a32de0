import { setTimeout as pause } from "node:timers/promises";
import { silentLogger } from "@trame/kit/log";
import { NoticeIssuedSchema } from "@trame/proto-schemas/notices/v1/notice_pb";
import { PersonStateSchema } from "@trame/proto-schemas/people/v1/state_pb";
import { startSender } from "../src/mail/sender.ts";
import { communications, ORIGIN, type Tested } from "./examples.ts";
import { openDyingServer, openMailbox } from "./mailbox.ts";

let it: Tested;
beforeAll(async () => {
  it = await communications();
  for (const id of ["claire", "yann"]) {
    await it.hears(PersonStateSchema, id, { id, displayName: id, email: `${id}@ac-rennes.example` });
  }
});
afterEach(async () => {
  await it.db.mail.deleteMany();
  await it.db.notification.deleteMany();
});
afterAll(() => it.stop());

/** Claire and Yann are convened: a kind that is mailed at once. */
const convenes = (id: string, personIds = ["claire"], words: object = {}) =>
  it.hears(NoticeIssuedSchema, id, {
    notice: {
      id,
      kind: "MEETING_CONVENED",
      personIds,
      title: `Convocation <${id}> & suite`,
      text: "Répondez avant la réunion.",
      path: `/espace/reunions/${id}`,
      about: id,
      ...words,
    },
  });

const sends = (smtpUrl: string, options: object = {}) =>
  startSender({
    db: it.db,
    smtpUrl,
    sender: { from: "Trame <trame@example.org>", replyTo: "dne@example.org", origin: ORIGIN },
    logger: silentLogger,
    pollMs: 20,
    ...options,
  });

async function until(what: () => Promise<boolean> | boolean): Promise<void> {
  for (let n = 0; n < 500; n++) {
    if (await what()) return;
    await pause(20);
  }
  throw new Error("it did not happen");
}

const states = async () =>
  Object.fromEntries(
    (await it.db.mail.groupBy({ by: ["state"], _count: true })).map(({ state, _count }) => [state, _count]),
  );
const settled = async () => !((await states()).QUEUED || (await states()).SENDING);

test("a notice is one message with two bodies, links to its place, and stops with one click", async () => {
  await convenes("r1", ["claire"], { dueAt: { seconds: BigInt(Date.parse("2020-06-12T16:00:00Z") / 1000) } });
  const mailbox = await openMailbox();
  const sender = sends(mailbox.url);
  await until(settled);
  await sender.stop();
  await mailbox.close();
  const [mail] = mailbox.to("claire@ac-rennes.example");
  expect(mailbox.mails).toHaveLength(1);
  expect(mail).toMatchObject({ subject: "Convocation <r1> & suite" });
  expect(mail?.from?.text).toBe('"Trame" <trame@example.org>');
  expect(mail?.replyTo?.text).toBe("dne@example.org");
  expect(mail?.messageId).toMatch(/^<[0-9a-f-]{36}@localhost>$/);
  expect(mail?.headers.get("auto-submitted")).toBe("auto-generated");
  const list = mail?.headers.get("list") as { unsubscribe: { url: string } } | undefined;
  const url = list?.unsubscribe.url;
  expect(url).toMatch(/^http:\/\/localhost:4000\/desabonnement\/[\w-]{32}$/);
  expect(mail?.headerLines.find(({ key }) => key === "list-unsubscribe-post")?.line).toBe(
    "List-Unsubscribe-Post: List-Unsubscribe=One-Click",
  );
  for (const body of [mail?.text, mail?.html]) {
    expect(body).toContain("http://localhost:4000/espace/reunions/r1");
    expect(body).toContain("vendredi 12 juin 2020 à 18:00 (heure de Paris)");
    expect(body).toContain(url);
  }
  expect(mail?.html).toContain('<html lang="fr">');
  expect(mail?.html).toContain("Convocation &lt;r1&gt; &amp; suite");
  expect(mail?.html).not.toMatch(/<img|<script|<link/);
});

test("an address that the server refuses fails for good, and the others receive theirs", async () => {
  await convenes("r1", ["claire", "yann"]);
  const mailbox = await openMailbox({ refuses: { "claire@ac-rennes.example": 550 } });
  const sender = sends(mailbox.url);
  await until(settled);
  await sender.stop();
  await mailbox.close();
  expect(await states()).toEqual({ FAILED: 1, SENT: 1 });
  expect(await it.db.mail.findFirst({ where: { state: "FAILED" } })).toMatchObject({
    personId: "claire",
    attempts: 1,
    answer: expect.stringContaining("550"),
  });
});

test("a server that is busy gets the message later", async () => {
  await convenes("r1");
  const mailbox = await openMailbox({ refuses: { "claire@ac-rennes.example": 451 } });
  const sender = sends(mailbox.url);
  await until(async () => (await it.db.mail.count({ where: { attempts: 1, state: "QUEUED" } })) === 1);
  await sender.stop();
  await mailbox.close();
  const [mail] = await it.db.mail.findMany();
  expect(mail?.nextAttemptAt.getTime()).toBeGreaterThan(Date.now() + 30_000);
});

test("a server that is down is waited for without spending attempts, and gets the message when it is back", async () => {
  await convenes("r1");
  const first = await openMailbox();
  await first.close();
  const sender = sends(first.url);
  await pause(150);
  const back = await openMailbox({ port: first.port });
  await until(settled);
  await sender.stop();
  await back.close();
  expect(back.mails).toHaveLength(1);
  expect(await it.db.mail.findFirst()).toMatchObject({ state: "SENT", attempts: 1 });
});

test("a server that dies with the whole message leaves it uncertain: it is not sent again until somebody decides", async () => {
  await convenes("r1");
  const dying = await openDyingServer("message");
  const sender = sends(dying.url);
  await until(async () => (await states()).UNCERTAIN === 1);
  await pause(100);
  await sender.stop();
  await dying.close();
  expect(dying.connections()).toBe(1);
  expect(await states()).toEqual({ UNCERTAIN: 1 });
});

test("a server that dies before the message's content gets it again", async () => {
  await convenes("r1");
  const dying = await openDyingServer("recipient");
  const sender = sends(dying.url);
  await until(async () => (await it.db.mail.count({ where: { attempts: 1, state: "QUEUED" } })) === 1);
  await sender.stop();
  await dying.close();
});

test("two senders share the queue: each message leaves once", async () => {
  for (let n = 0; n < 40; n++) await convenes(`r${n}`);
  const mailbox = await openMailbox();
  const senders = [sends(mailbox.url), sends(mailbox.url, { lines: 3 })];
  await until(settled);
  await Promise.all(senders.map((sender) => sender.stop()));
  await mailbox.close();
  expect(new Set(mailbox.mails.map(({ messageId }) => messageId)).size).toBe(40);
  expect(mailbox.mails).toHaveLength(40);
});

test("whoever has no address yet is written to once it is known", async () => {
  await convenes("r1", ["nouveau"]);
  const mailbox = await openMailbox();
  const sender = sends(mailbox.url);
  await until(async () => (await it.db.mail.count({ where: { attempts: 1 } })) === 1);
  await it.hears(PersonStateSchema, "nouveau", { id: "nouveau", displayName: "N", email: "n@example.org" });
  await it.db.mail.updateMany({ data: { nextAttemptAt: new Date() } });
  await until(settled);
  await sender.stop();
  await mailbox.close();
  expect(mailbox.to("n@example.org")).toHaveLength(1);
});
