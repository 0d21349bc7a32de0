import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { silentLogger } from "@trame/kit/log";
import { SMTPServer } from "smtp-server";
import { startSender } from "../src/mail/sender.ts";
import { queueBatch } from "../src/store/sendings.ts";
import { type Measured, ORIGIN, publishes, type Tested } from "./common.ts";

const READERS = Number(process.env.BENCH_READERS ?? 100_000);
/** All of them would take a quarter of an hour: a share tells rate and memory. */
const SENT = 3_000;

/** A letter to 100 000 readers: queued batch by batch, then sent to a mail server that takes all. */
export async function letter(tested: Tested): Promise<Measured[]> {
  const { db } = tested;
  await publishes(tested, "scenario");
  await db.$executeRaw`
    insert into subscriber (id, email, function, frequency, "newsletterIds", state, source, consent, token, "requestedAt")
    select 'reader-' || n, 'reader-' || n || '@example.org', 'TEACHER', 'EACH', '{}', 'CONFIRMED', 'IMPORT', '', 'token-' || n, now()
      from generate_series(1, ${READERS}::integer) n`;
  const edition = await db.edition.findFirstOrThrow();
  const data = {
    title: "À toutes et tous",
    editorial: "Bonjour.",
    state: "PUBLISHED",
    publishedAt: new Date(),
    draftOf: null,
  };
  await db.edition.update({ where: { id: edition.id }, data });
  await db.editionSending.create({ data: { editionId: edition.id, startedAt: new Date() } });
  const began = performance.now();
  while (await db.$transaction((tx) => queueBatch(tx, edition.id, new Date()), { timeout: 60_000 })) {
    // Batch by batch.
  }
  const queued = performance.now() - began;
  const { perMinute, megabytes } = await send(tested);
  const note = `${READERS.toLocaleString("fr-FR")} abonnés, par lots de 2 000`;
  return [
    { name: "lettre : mise en file", value: queued, unit: "ms", note },
    {
      name: "lettre : envoi",
      value: perMinute,
      unit: "/min",
      note: `${SENT} premiers courriels, 5 connexions, serveur compris, une reprise au milieu`,
    },
    {
      name: "lettre : mémoire prise pendant l'envoi",
      value: megabytes,
      unit: "Mo",
      note: "au plus, tas après le premier cent",
    },
  ];
}

async function send({ db }: Tested) {
  let taken = 0;
  const reached = new Set<string>();
  const server = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ["AUTH", "STARTTLS"], logger: false },
    onData: (stream, session, done) => {
      stream.resume();
      stream.on("end", () => {
        taken++;
        for (const { address } of session.envelope.rcptTo) reached.add(address);
        done();
      });
    },
  });
  const listener = server.listen(0, "127.0.0.1");
  await pause(50);
  const { port } = listener.address() as AddressInfo;
  const start = () =>
    startSender({
      ...{ db, logger: silentLogger, smtpUrl: `smtp://127.0.0.1:${port}`, pollMs: 20 },
      sender: { from: "trame@example.org", origin: ORIGIN },
    });
  const first = start();
  while (taken < 100) await pause(5);
  const [began, from, before] = [performance.now(), taken, process.memoryUsage().heapUsed];
  let most = 0;
  const until = async (count: number) => {
    while (taken < count) {
      most = Math.max(most, process.memoryUsage().heapUsed - before);
      await pause(20);
    }
  };
  await until(SENT / 2);
  // It is stopped in the middle, and another goes on.
  await first.stop();
  const second = start();
  await until(SENT);
  const perMinute = ((taken - from) / (performance.now() - began)) * 60_000;
  await second.stop();
  await new Promise<void>((resolve) => server.close(() => resolve()));
  if (reached.size !== taken) throw new Error(`${taken - reached.size} letters were sent twice`);
  return { perMinute, megabytes: most / 1024 / 1024 };
}
