import { randomBytes } from "node:crypto";
import type { Command } from "@trame/kit/aggregate";
import { audit } from "@trame/kit/audit";
import { newId } from "@trame/kit/id";
import { notFound, refuse } from "@trame/kit/refusal";
import type { Tx } from "../database.ts";
import type { MailContent } from "../domain/mail.ts";
import * as rules from "../domain/subscriber.ts";
import { CONSENT, emailOf, isLost, mayAskAgain, type Wishes } from "../domain/subscriber.ts";
import { refusals } from "../errors.ts";
import type { Subscriber as Row } from "../gen/prisma/client.ts";
import { policy } from "../policy.ts";

export const toSubscriber = (row: Row): rules.Subscriber & Pick<Row, "token"> =>
  row as rules.Subscriber & Pick<Row, "token">;

export const newToken = (): string => randomBytes(24).toString("base64url");

export async function knownChoices(tx: Tx): Promise<rules.Known> {
  const series = await tx.newsletter.findMany({ select: { id: true } });
  const academies = await tx.academy.findMany({ select: { code: true } });
  return {
    newsletterIds: new Set(series.map(({ id }) => id)),
    academyCodes: new Set(academies.map(({ code }) => code)),
  };
}

const MOST_AN_HOUR = 500;

async function demandRoom(tx: Tx, now: Date): Promise<void> {
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended('subscriptions', 0))::text as locked`;
  const since = new Date(now.getTime() - rules.HOUR_MS);
  if ((await tx.mail.count({ where: { kind: CONFIRMATION, queuedAt: { gt: since } } })) >= MOST_AN_HOUR) {
    refuse(refusals.tooManySubscriptions());
  }
}

/** Of the catalogue of mails, not of notifications: what asks for a confirmation, and the gathered letters. */
export const CONFIRMATION = "LETTER_CONFIRM";
export const GATHERED = "LETTER_DIGEST";

/**
 * Double opt-in: nothing is sent before the address itself has answered. Whoever types somebody's address learns nothing
 * of it, and can have one mail an hour sent to it, no more. Wishes of a confirmed reader are not changed from here.
 */
export async function subscribe(
  tx: Tx,
  { email: typed, wishes, consents }: { email: string; wishes: Wishes; consents: boolean },
  now: Date,
): Promise<void> {
  const email = emailOf(typed);
  rules.demandWishes(email, wishes, await knownChoices(tx), consents);
  await demandRoom(tx, now);
  await tx.$queryRaw`select 1 as one from subscriber where email = ${email} for update`;
  const before = await tx.subscriber.findUnique({ where: { email } });
  if (before && !mayAskAgain(before.askedAt, now)) return;
  const fresh = { ...wishes, state: "PENDING", source: "FORM", consent: CONSENT, requestedAt: now, askedAt: now };
  const confirmed = before?.state === "CONFIRMED";
  const row = await tx.subscriber.upsert({
    where: { email },
    create: { id: newId(), email, token: newToken(), ...fresh },
    update: confirmed ? { askedAt: now } : { ...fresh, bounces: 0, endedAt: null },
  });
  await tx.mail.create({
    data: {
      id: newId(),
      kind: CONFIRMATION,
      address: email,
      subscriberId: row.id,
      content: { ...(confirmed ? alreadyContent(row.token) : confirmationContent(row.token)) },
    },
  });
}

const once = { more: 0, timeZone: "Europe/Paris" };

const confirmationContent = (token: string): MailContent => ({
  ...once,
  subject: "Confirmez votre abonnement à la lettre Édu_Num",
  items: [
    {
      title: "Confirmez votre abonnement à la lettre Édu_Num",
      text: "Votre adresse a été donnée pour recevoir la lettre. Rien ne vous sera envoyé avant votre confirmation.",
      path: `/abonnement/confirmer/${token}`,
      action: "Confirmer mon abonnement",
      dueAt: null,
    },
  ],
  reason: "Si vous n'avez rien demandé, ne faites rien : votre adresse sera oubliée dans sept jours.",
});

const alreadyContent = (token: string): MailContent => ({
  ...once,
  subject: "Vous recevez déjà la lettre Édu_Num",
  items: [
    {
      title: "Vous recevez déjà la lettre Édu_Num",
      text: "Votre adresse a été donnée de nouveau. Vos choix n'ont pas changé ; ils se modifient à cette adresse.",
      path: `/abonnement/preferences/${token}`,
      action: "Modifier mes choix",
      dueAt: null,
    },
  ],
  reason: "Si vous n'avez rien demandé, ne faites rien.",
});

export const readerOf = (tx: Pick<Tx, "subscriber">, token: string) => tx.subscriber.findUnique({ where: { token } });

/** The reader's own yes; said twice it is said once. Gathered letters begin at `at`, on the domain clock. */
export async function confirmReader(tx: Tx, token: string, now: Date, at: Date): Promise<Row | null> {
  const row = await readerOf(tx, token);
  if (!row || row.state === "CONFIRMED") return row;
  const data = { state: "CONFIRMED", confirmedAt: now, endedAt: null, bounces: 0, digestedAt: at };
  return tx.subscriber.update({ where: { token }, data });
}

export async function chooseAsReader(tx: Tx, token: string, wishes: Wishes): Promise<Row | null> {
  const row = await readerOf(tx, token);
  if (!row) return null;
  rules.demandWishes(row.email, wishes, await knownChoices(tx));
  return tx.subscriber.update({ where: { token }, data: wishes });
}

/** At once, and what was queued does not leave any more. The proof is kept for three years. */
export async function endReader(tx: Tx, id: string, now: Date, state: "UNSUBSCRIBED" | "BOUNCED" = "UNSUBSCRIBED") {
  await tx.subscriber.updateMany({
    where: { id, state: { in: ["PENDING", "CONFIRMED"] } },
    data: { state, endedAt: now },
  });
  await tx.mail.deleteMany({ where: { subscriberId: id, state: "QUEUED" } });
}

/** An editor takes a reader out, at his or her request. */
export async function unsubscribeReader(tx: Tx, command: Command, id: string): Promise<string> {
  policy.demand(command.by, "keepSubscribers");
  const row = await tx.subscriber.findUnique({ where: { id }, select: { state: true } });
  if (!row) refuse(notFound("Cette personne"));
  if (!["PENDING", "CONFIRMED"].includes(row.state)) refuse(refusals.notSubscribed());
  await endReader(tx, id, new Date());
  await audit(tx, { at: command.at, actor: command.by, action: "ReaderUnsubscribed", subject: `Subscriber:${id}` });
  return id;
}

/** A mail came back, or was refused for good. */
export async function noteBounce(tx: Tx, subscriberId: string, status: string, now: Date): Promise<void> {
  const [row] = await tx.$queryRaw<{ bounces: number }[]>`
    update subscriber set bounces = bounces + 1 where id = ${subscriberId} returning bounces`;
  if (row && isLost(status, row.bounces)) await endReader(tx, subscriberId, now, "BOUNCED");
}

/** An erased person who reads the letter under the same address. */
export async function forgetReader(tx: Tx, email: string): Promise<void> {
  const row = await tx.subscriber.findUnique({ where: { email: emailOf(email) }, select: { id: true } });
  if (!row) return;
  await tx.mail.deleteMany({ where: { subscriberId: row.id } });
  await tx.subscriber.delete({ where: { id: row.id } });
}

const UNCONFIRMED_KEPT_DAYS = 7;
const PROOF_KEPT_YEARS = 3;

export async function purgeReaders(tx: Tx): Promise<void> {
  await tx.$executeRaw`
    delete from subscriber
     where (state = 'PENDING' and "requestedAt" < now() - make_interval(days => ${UNCONFIRMED_KEPT_DAYS}::integer))
        or (state in ('UNSUBSCRIBED', 'BOUNCED')
            and "endedAt" < now() - make_interval(years => ${PROOF_KEPT_YEARS}::integer))`;
}
