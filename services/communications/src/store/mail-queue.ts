import { randomBytes } from "node:crypto";
import type { Command } from "@trame/kit/aggregate";
import { audit } from "@trame/kit/audit";
import { refuse } from "@trame/kit/refusal";
import type { Db, Tx } from "../database.ts";
import type { Bounce } from "../domain/bounce.ts";
import { type MailContent, MOST_ATTEMPTS, type Outcome, pauseAfter } from "../domain/mail.ts";
import { SUPERIORS_INFORMED } from "../domain/notice-kinds.ts";
import { refusals } from "../errors.ts";
import { policy } from "../policy.ts";
import { noteCopy, SYNTHESIS } from "./distribution.ts";
import { noteProof } from "./proofs.ts";
import { noteBounce } from "./subscribers.ts";

/** A mail that is ours to send: nobody else has it. */
export interface Claimed {
  id: string;
  kind: string;
  /** Null when the person has none, or is not known yet. */
  address: string | null;
  content: MailContent;
  attempts: number;
  /** For the address that stops this kind of mail. */
  token: string | null;
  /** A letter, whose words are the edition's. */
  editionId: string | null;
  /** A reader, who is not a person of the programme. */
  subscriberId: string | null;
  bulk: boolean;
}

/**
 * Marks before sending, in a transaction of its own: a process that dies has sent at most what it had marked, and
 * nobody else sends those. They are found again as uncertain.
 */
export async function claimMails(db: Db, count: number): Promise<Claimed[]> {
  const rows = await db.$queryRaw<(Omit<Claimed, "token" | "address"> & { personId: string | null })[]>`
    update mail set state = 'SENDING', "claimedAt" = now(), attempts = attempts + 1
     where id in (select id from mail where state = 'QUEUED' and "nextAttemptAt" <= now()
                   order by bulk, "nextAttemptAt", id limit ${count} for update skip locked)
    returning id, kind, content, attempts, "personId", address, "editionId", "subscriberId", bulk`;
  return Promise.all(rows.map((row) => completed(db, row as Row)));
}

type Row = Omit<Claimed, "token"> & { personId: string | null };

async function completed(db: Db, { personId, ...row }: Row): Promise<Claimed> {
  if (row.subscriberId) return { ...row, token: await readerToken(db, row.subscriberId) };
  if (personId === null) return { ...row, token: null };
  const person = await db.person.findUnique({ where: { id: personId }, select: { email: true } });
  return { ...row, address: person?.email ?? null, token: await tokenFor(db, personId, row.kind) };
}

const readerToken = async (db: Db, id: string): Promise<string | null> =>
  (await db.subscriber.findUnique({ where: { id }, select: { token: true } }))?.token ?? null;

/** One per person and kind, for ever: an old mail's link goes on working. */
async function tokenFor(db: Db, personId: string, kind: string): Promise<string> {
  const token = randomBytes(24).toString("base64url");
  await db.unsubscribeToken.createMany({ data: [{ token, personId, kind }], skipDuplicates: true });
  const row = await db.unsubscribeToken.findUniqueOrThrow({ where: { personId_kind: { personId, kind } } });
  return row.token;
}

/** Writes down what became of it, also when it had been given up as uncertain meanwhile. */
export async function recordOutcome(db: Db, mail: Claimed, outcome: Outcome): Promise<void> {
  const { id, attempts, subscriberId } = mail;
  const { state, nextAttemptAt } = next(outcome, attempts);
  const update = {
    where: { id, state: { in: ["SENDING", "UNCERTAIN"] } },
    data: {
      state,
      answer: outcome.answer,
      ...(nextAttemptAt ? { nextAttemptAt } : { settledAt: new Date() }),
    },
  };
  if (mail.kind === SYNTHESIS) await noteCopy(db, id, { state, answer: outcome.answer });
  const bounces = outcome.type === "refused" && subscriberId;
  if (mail.kind !== SUPERIORS_INFORMED && !bounces) {
    await db.mail.updateMany(update);
    return;
  }
  await db.$transaction(async (tx) => {
    const { count } = await tx.mail.updateMany(update);
    if (count > 0 && mail.kind === SUPERIORS_INFORMED) await noteProof(tx, id, state);
    if (bounces) await noteBounce(tx, subscriberId, statusIn(outcome.answer), new Date());
  });
}

/** « 550 5.1.1 no such user ». */
const statusIn = (answer: string): string => /\b5\.\d{1,3}\.\d{1,3}\b/.exec(answer)?.[0] ?? "";

/** A message that had been taken came back (RFC 3464). */
export async function recordBounce(db: Db, { mailId, status, answer }: Bounce): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const mail = await tx.mail.findUnique({ where: { id: mailId } });
    if (!mail || !["SENT", "UNCERTAIN"].includes(mail.state)) return false;
    await tx.mail.update({ where: { id: mailId }, data: { state: "FAILED", answer, settledAt: new Date() } });
    if (mail.kind === SYNTHESIS) await noteCopy(tx, mailId, { state: "FAILED", answer });
    if (mail.kind === SUPERIORS_INFORMED) await noteProof(tx, mailId, "FAILED");
    if (mail.subscriberId) await noteBounce(tx, mail.subscriberId, status, new Date());
    return true;
  });
}

function next({ type }: Outcome, attempts: number): { state: string; nextAttemptAt?: Date } {
  switch (type) {
    case "sent":
      return { state: "SENT" };
    case "refused":
      return { state: "FAILED" };
    case "uncertain":
      return { state: "UNCERTAIN" };
    case "later":
      return attempts >= MOST_ATTEMPTS
        ? { state: "FAILED" }
        : { state: "QUEUED", nextAttemptAt: new Date(Date.now() + pauseAfter(attempts)) };
  }
}

/** The server could not be reached: nothing was tried. */
export async function putBack(db: Db, { id }: Claimed): Promise<void> {
  await db.$executeRaw`
    update mail set state = 'QUEUED', attempts = attempts - 1 where id = ${id} and state = 'SENDING'`;
}

/** What a process that is gone had marked: perhaps sent, so never sent again by itself. */
export async function findUncertain(db: Db, leaseMs: number): Promise<number> {
  return db.$executeRaw`
    update mail set state = 'UNCERTAIN', answer = 'Le processus qui l''envoyait s''est arrêté.', "settledAt" = now()
     where state = 'SENDING' and "claimedAt" < now() - make_interval(secs => ${leaseMs / 1000}::double precision)`;
}

const SETTLED_KEPT_DAYS = 30;
/** Where no mail leaves, what waits is not kept for ever either. */
const KEPT_DAYS = 90;

export async function purgeMails(tx: Tx): Promise<void> {
  await tx.$executeRaw`
    delete from mail
     where (state in ('SENT', 'FAILED', 'GIVEN_UP') and "settledAt" < now() - make_interval(days => ${SETTLED_KEPT_DAYS}::integer))
        or "queuedAt" < now() - make_interval(days => ${KEPT_DAYS}::integer)`;
}

const HAS_TROUBLE = ["FAILED", "UNCERTAIN"];
const MOST_TROUBLED = 100;

/** How the queue is, and what a person has to decide, the latest first. */
export async function readMailQueue(db: Db) {
  const [counts] = await db.$queryRaw<{ waiting: number; failed: number; uncertain: number; sent: number }[]>`
    select (count(*) filter (where state in ('QUEUED', 'SENDING')))::integer as waiting,
           (count(*) filter (where state = 'FAILED' and not bulk))::integer as failed,
           (count(*) filter (where state = 'UNCERTAIN'))::integer as uncertain,
           (count(*) filter (where state = 'SENT' and "settledAt" > now() - interval '1 day'))::integer as sent
      from mail`;
  const troubled = await db.mail.findMany({
    where: { OR: [{ state: "UNCERTAIN" }, { state: "FAILED", bulk: false }] },
    orderBy: [{ queuedAt: "desc" }, { id: "asc" }],
    take: MOST_TROUBLED,
  });
  return { waiting: 0, failed: 0, uncertain: 0, sent: 0, ...counts, troubled };
}

/** A person decides what becomes of a mail that failed or perhaps left: it is sent again, or let be. */
export async function decideMail(tx: Tx, command: Command, id: string, sendAgain: boolean): Promise<string> {
  policy.demand(command.by, "lookAfterMail");
  const data = sendAgain
    ? { state: "QUEUED", attempts: 0, nextAttemptAt: new Date(), settledAt: null }
    : { state: "GIVEN_UP", settledAt: new Date() };
  const { count } = await tx.mail.updateMany({ where: { id, state: { in: HAS_TROUBLE } }, data });
  if (count === 0) refuse(refusals.mailDecided());
  const action = sendAgain ? "MailSentAgain" : "MailGivenUp";
  await audit(tx, { at: command.at, actor: command.by, action, subject: `Mail:${id}` });
  return id;
}
