import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { guard } from "@trame/kit/testing/guard";
import { PersonStateSchema } from "@trame/proto-schemas/people/v1/state_pb";
import { communications, type Tested } from "./examples.ts";
import { openMailbox } from "./mailbox.ts";

const MAILS = 240;
const KILLS = 3;
const LINES = 3;

let it: Tested;
beforeAll(async () => {
  it = await communications();
  await it.hears(PersonStateSchema, "claire", { id: "claire", displayName: "Claire", email: "claire@example.org" });
  const content = { subject: "Objet", items: [], more: 0, reason: "", timeZone: "Europe/Paris" };
  const data = Array.from({ length: MAILS }, (_, n) => ({
    id: `mail-${n}`,
    kind: "OTHER",
    personId: "claire",
    content,
  }));
  await it.db.mail.createMany({ data });
});
afterAll(() => it.stop());

async function startProcess(smtpUrl: string) {
  const child = spawn(process.execPath, ["--import", "tsx", join(__dirname, "sender-process.ts")], {
    env: { ...process.env, DATABASE_URL: it.url, SMTP_URL: smtpUrl },
    stdio: "ignore",
  });
  const exited = once(child, "exit");
  const watch = guard(child.pid ?? 0, "KILL");
  return async () => {
    child.kill("SIGKILL");
    await exited;
    watch.release();
  };
}

/** The same moments at every run: 20 to 119 ms after the process began to send. */
const moments = Array.from({ length: KILLS }, (_, n) => 20 + ((n * 7919 + 104_729) % 100));

const waiting = () => it.db.mail.count({ where: { state: { in: ["QUEUED", "SENDING"] } } });

test("killed at any moment, the sender sends nothing twice and loses nothing silently", async () => {
  const mailbox = await openMailbox();
  for (const moment of moments) {
    const before = mailbox.mails.length;
    const kill = await startProcess(mailbox.url);
    while (mailbox.mails.length === before && (await waiting()) > 0) await pause(5);
    await pause(moment);
    await kill();
  }
  const killLast = await startProcess(mailbox.url);
  while ((await waiting()) > 0) await pause(50);
  await killLast();
  await mailbox.close();

  const received = mailbox.mails.map(({ messageId }) => messageId?.match(/<(.*)@/)?.[1]);
  expect(new Set(received).size).toBe(received.length);
  const uncertain = await it.db.mail.findMany({ where: { state: "UNCERTAIN" }, select: { id: true } });
  expect(uncertain.length).toBeLessThanOrEqual(KILLS * LINES);
  const known = new Set([...received, ...uncertain.map(({ id }) => id)]);
  expect(known.size).toBe(MAILS);
  const sent = await it.db.mail.findMany({ where: { state: "SENT" }, select: { id: true } });
  expect(sent.every(({ id }) => received.includes(id))).toBe(true);
}, 120_000);
