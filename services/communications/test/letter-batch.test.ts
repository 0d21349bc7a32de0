import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { guard } from "@trame/kit/testing/guard";
import { communications, known, sylvie, type Tested } from "./examples.ts";
import { openMailbox, recipientsOf } from "./mailbox.ts";

const READERS = 5_000;
const SENT_BEFORE_KILL = 60;

let it: Tested;
let editionId: string;

beforeAll(async () => {
  it = await communications();
  await known(it);
  await it.db.$executeRaw`
    insert into subscriber (id, email, function, frequency, "newsletterIds", state, source, consent, token, "requestedAt", "confirmedAt")
    select 'reader-' || n, 'reader-' || n || '@example.org', 'TEACHER', 'EACH', '{}', 'CONFIRMED', 'IMPORT', '', 'token-' || n, now(), now()
      from generate_series(1, ${READERS}::integer) n`;
  await it.hearsScenario("s1");
  editionId = (await it.draft("svt")).id;
  await it.edits(sylvie, { editionId, title: "À toutes et tous" });
  await it.publishes(sylvie, { editionId });
});
afterAll(() => it.stop());

test("readers are queued batch by batch; a batch done again queues nobody twice", async () => {
  await it.passes("2020-05-18T07:00:00Z");
  expect(await it.db.mail.count({ where: { editionId } })).toBe(READERS);
  const sending = await it.db.editionSending.findUniqueOrThrow({ where: { editionId } });
  expect(sending).toMatchObject({ queued: READERS, wholeAt: expect.any(Date) });
  await it.db.editionSending.update({ where: { editionId }, data: { cursor: "", wholeAt: null, queued: 0 } });
  await it.db
    .$executeRaw`insert into kit.due (kind, key, due_at, payload) values ('letter-batch', ${editionId}, now() - interval '10 years', '{}')`;
  await it.passes("2020-05-18T07:00:00Z");
  expect(await it.db.mail.count({ where: { editionId } })).toBe(READERS);
});

test("what is for one person overtakes a letter to thousands, and a letter's sender that was killed sends nothing twice", async () => {
  const content = { subject: "Convocation", items: [], more: 0, reason: "", timeZone: "Europe/Paris" };
  await it.db.mail.create({ data: { id: "urgent", kind: "OTHER", address: "urgent@example.org", content } });
  // The rest of the letter adds nothing here but time.
  await it.db
    .$executeRaw`delete from mail where "editionId" = ${editionId} and id not in (select id from mail where "editionId" = ${editionId} order by id limit 200)`;
  const mailbox = await openMailbox();
  const run = () => {
    const child = spawn(process.execPath, ["--import", "tsx", join(__dirname, "sender-process.ts")], {
      env: { ...process.env, DATABASE_URL: it.url, SMTP_URL: mailbox.url },
      stdio: "ignore",
    });
    const watch = guard(child.pid ?? 0, "KILL");
    return async () => {
      child.kill("SIGKILL");
      await once(child, "exit");
      watch.release();
    };
  };
  const kill = run();
  while (mailbox.mails.length < SENT_BEFORE_KILL) await pause(2);
  await kill();
  expect(recipientsOf(mailbox.mails[0] as Parameters<typeof recipientsOf>[0]).length).toBe(1);
  expect(mailbox.mails.slice(0, 3).flatMap(recipientsOf)).toContain("urgent@example.org");
  const stop = run();
  while ((await it.db.mail.count({ where: { state: { in: ["QUEUED", "SENDING"] } } })) > 0) await pause(50);
  await stop();
  await mailbox.close();
  const all = mailbox.mails.flatMap(recipientsOf);
  expect(new Set(all).size).toBe(all.length);
  const uncertain = await it.db.mail.count({ where: { state: "UNCERTAIN" } });
  expect(uncertain).toBeLessThanOrEqual(3);
  expect(all.length + uncertain).toBeGreaterThanOrEqual(201);
}, 60_000);
