import type { Command } from "@trame/kit/aggregate";
import { audit } from "@trame/kit/audit";
import { dayIn } from "@trame/kit/day";
import { newId } from "@trame/kit/id";
import { notFound, refuse } from "@trame/kit/refusal";
import { schedule } from "@trame/kit/scheduler";
import type { Db, Tx } from "../database.ts";
import type { MailContent } from "../domain/mail.ts";
import { FUNCTION_OF_ROLE } from "../domain/subscriber.ts";
import { refusals } from "../errors.ts";
import { policy } from "../policy.ts";
import { authorOf } from "./authors.ts";

/** Kind of a letter's mails, in the catalogue of what a person may stop. */
export const LETTER = "LETTER";
export const LETTER_TEST = "LETTER_TEST";
export const LETTER_BATCH = "letter-batch";

/** A published edition goes to its readers, once. Recipients are queued batch by batch, by the scheduler. */
export async function sendEdition(tx: Tx, command: Command, editionId: string): Promise<string> {
  policy.demand(command.by, "sendEdition");
  const edition = await tx.edition.findUnique({ where: { id: editionId }, select: { state: true } });
  if (!edition) refuse(notFound("Ce numéro"));
  if (edition.state !== "PUBLISHED") refuse(refusals.editionUnpublished());
  const { count } = await tx.editionSending.createMany({
    data: [{ editionId, startedAt: new Date() }],
    skipDuplicates: true,
  });
  if (count === 0) refuse(refusals.editionSent());
  await schedule(tx, { kind: LETTER_BATCH, key: editionId, dueAt: command.at });
  await audit(tx, { at: command.at, actor: command.by, action: "EditionSent", subject: `Edition:${editionId}` });
  return editionId;
}

const BATCH = 2_000;

/**
 * Queues the next readers; true when there are more. Where it stands is written with what it queues, and a mail's id is
 * derived from edition and reader: whoever dies here goes on where it stopped, and nobody is queued twice.
 */
export async function queueBatch(tx: Tx, editionId: string, at: Date): Promise<boolean> {
  await tx.$queryRaw`select 1 as one from edition_sending where "editionId" = ${editionId} for update`;
  const sending = await tx.editionSending.findUnique({ where: { editionId } });
  if (!sending || sending.wholeAt) return false;
  const edition = await tx.edition.findUniqueOrThrow({ where: { id: editionId } });
  const series = await tx.newsletter.findUniqueOrThrow({ where: { id: edition.newsletterId } });
  const content = JSON.stringify(letterContent(`${series.title} n° ${edition.number} : ${edition.title}`));
  const [batch] = await tx.$queryRaw<{ last: string | null; count: number }[]>`
    with readers as (
      select id, email from subscriber
       where state = 'CONFIRMED' and frequency = 'EACH' and id > ${sending.cursor}
         and (cardinality("newsletterIds") = 0 or ${series.id} = any("newsletterIds"))
       order by id limit ${BATCH}
    ), queued as (
      insert into mail (id, kind, "subscriberId", address, "editionId", bulk, content)
      select md5(${editionId} || '/' || id)::uuid::text, ${LETTER}, id, email, ${editionId}, true, ${content}::text::jsonb
        from readers
      on conflict (id) do nothing
    )
    select max(id) as last, count(*)::integer as count from readers`;
  const { last = null, count = 0 } = batch ?? {};
  const whole = count < BATCH;
  const others = whole ? await queueHolders(tx, editionId, series, content, at) : 0;
  await tx.editionSending.update({
    where: { editionId },
    data: {
      cursor: last ?? sending.cursor,
      queued: { increment: count + others },
      ...(whole && { wholeAt: new Date() }),
    },
  });
  return !whole;
}

const letterContent = (subject: string): MailContent => ({
  subject,
  items: [],
  more: 0,
  reason: "",
  timeZone: "Europe/Paris",
});

/** Whom mandates make an audience (R75, R76), unless they said no, here or as readers. */
async function queueHolders(
  tx: Tx,
  editionId: string,
  { kind, disciplineCode }: { kind: string; disciplineCode: string | null },
  content: string,
  at: Date,
): Promise<number> {
  const today = dayIn(at);
  return tx.$executeRaw`
    insert into mail (id, kind, "personId", "editionId", bulk, content)
    select distinct md5(${editionId} || '/' || person.id)::uuid::text, ${LETTER}, person.id, ${editionId}, true,
           ${content}::text::jsonb
      from mandate
      join person on person.id = mandate."personId" and person.email is not null
      left join theme on theme.id = mandate."themeId"
     where mandate.role = any(${Object.keys(FUNCTION_OF_ROLE)})
       and mandate."startsOn" <= ${today} and (mandate."endsOn" is null or mandate."endsOn" >= ${today})
       and (case when ${kind} = 'THEMATIC' then theme.kind in ('INTERDISCIPLINARY', 'TRANSDISCIPLINARY')
                 else mandate."disciplineCode" = ${disciplineCode} or ${disciplineCode} = any(theme."disciplineCodes") end)
       and not exists (select from subscriber where subscriber.email = lower(person.email))
       and not exists (select from notification_preference choice
                        where choice."personId" = person.id and choice.kind = ${LETTER} and choice.delivery = 'NONE')
    on conflict (id) do nothing`;
}

/** To the editor alone, also of a draft; as often as wanted. */
export async function sendTest(tx: Tx, command: Command, editionId: string): Promise<string> {
  policy.demand(command.by, "sendEdition");
  const personId = authorOf(command);
  const edition = await tx.edition.findUnique({ where: { id: editionId } });
  if (!edition) refuse(notFound("Ce numéro"));
  const person = await tx.person.findUnique({ where: { id: personId }, select: { email: true } });
  if (!person?.email) refuse(refusals.noAddressOfMine());
  const content = letterContent(`[Essai] n° ${edition.number} : ${edition.title}`);
  await tx.mail.create({ data: { id: newId(), kind: LETTER_TEST, personId, editionId, content: { ...content } } });
  return editionId;
}

export interface Progress {
  editionId: string;
  startedAt: Date;
  /** Everybody is queued. */
  whole: boolean;
  queued: number;
  sent: number;
  failed: number;
  uncertain: number;
  waiting: number;
  finishedAt: Date | null;
}

interface Counted {
  editionId: string;
  sent: number;
  failed: number;
  uncertain: number;
  waiting: number;
}

const countMails = (tx: Pick<Tx, "$queryRaw">, editionIds: readonly string[]): Promise<Counted[]> =>
  tx.$queryRaw<Counted[]>`
    select "editionId",
           (count(*) filter (where state = 'SENT'))::integer as sent,
           (count(*) filter (where state in ('FAILED', 'GIVEN_UP')))::integer as failed,
           (count(*) filter (where state = 'UNCERTAIN'))::integer as uncertain,
           (count(*) filter (where state in ('QUEUED', 'SENDING')))::integer as waiting
      from mail where "editionId" = any(${[...editionIds]}) and kind = ${LETTER} group by 1`;

const NOTHING = { sent: 0, failed: 0, uncertain: 0, waiting: 0 };

export async function progressOf(db: Db, editionIds: readonly string[]): Promise<Progress[]> {
  const sendings = await db.editionSending.findMany({ where: { editionId: { in: [...editionIds] } } });
  const open = sendings.filter(({ finishedAt }) => !finishedAt).map(({ editionId }) => editionId);
  const counted = new Map((open.length > 0 ? await countMails(db, open) : []).map((one) => [one.editionId, one]));
  return sendings.map(({ wholeAt, cursor: _, ...kept }) => ({
    ...kept,
    waiting: 0,
    whole: wholeAt !== null,
    ...(kept.finishedAt ? {} : { ...NOTHING, ...counted.get(kept.editionId) }),
  }));
}

/** Before the mails themselves are forgotten: what became of them stays. */
export async function closeSendings(tx: Tx): Promise<void> {
  const open = await tx.editionSending.findMany({ where: { finishedAt: null, wholeAt: { not: null } } });
  const ids = open.map(({ editionId }) => editionId);
  const counted = new Map((await countMails(tx, ids)).map((one) => [one.editionId, one]));
  for (const editionId of ids) {
    const { sent, failed, uncertain, waiting } = counted.get(editionId) ?? NOTHING;
    if (waiting + uncertain > 0) continue;
    await tx.editionSending.update({ where: { editionId }, data: { sent, failed, uncertain, finishedAt: new Date() } });
  }
}

/** What perhaps left is decided for all of an edition at once: sent again, at the risk of twice, or let be. */
export async function decideUncertain(
  tx: Tx,
  command: Command,
  editionId: string,
  sendAgain: boolean,
): Promise<string> {
  policy.demand(command.by, "sendEdition");
  await tx.mail.updateMany({
    where: { editionId, kind: LETTER, state: "UNCERTAIN" },
    data: sendAgain
      ? { state: "QUEUED", attempts: 0, nextAttemptAt: new Date(), settledAt: null }
      : { state: "GIVEN_UP", settledAt: new Date() },
  });
  const action = sendAgain ? "UncertainMailsSentAgain" : "UncertainMailsGivenUp";
  await audit(tx, { at: command.at, actor: command.by, action, subject: `Edition:${editionId}` });
  return editionId;
}
