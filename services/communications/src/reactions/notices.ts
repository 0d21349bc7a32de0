import type { Message } from "@bufbuild/protobuf";
import { timestampDate } from "@bufbuild/protobuf/wkt";
import type { ReactionContext } from "@trame/kit/consumer";
import type { IncomingEvent } from "@trame/kit/envelope";
import type { EditionPublished } from "@trame/proto-schemas/communications/v1/events_pb";
import type { NoticeIssued, NoticeSettled } from "@trame/proto-schemas/notices/v1/notice_pb";
import type { Tx } from "../database.ts";
import { letterPublished } from "../domain/notices/letters.ts";
import { announce, deliver, settle } from "../store/notices.ts";

/** What a reaction that tells persons something gets. */
export type Heard<M extends Message> = [tx: Tx, event: IncomingEvent<M>, context: ReactionContext];

/** Another service asks that persons be told something. */
export async function noticeIssued(...[tx, { message, at }, { now }]: Heard<NoticeIssued>): Promise<void> {
  const { notice } = message;
  if (!notice) return;
  const { id, kind, personIds, audiences, title, text, path, about, dueAt, issuedAt } = notice;
  const exceptIds = notice.exceptPersonIds;
  await deliver(
    tx,
    {
      ...{ id, kind, personIds, audiences, exceptIds, title, text, path, about },
      dueAt: dueAt ? timestampDate(dueAt) : null,
      issuedAt: issuedAt ? timestampDate(issuedAt) : at,
    },
    now,
  );
}

export const noticeSettled = (...[tx, { message, at }]: Heard<NoticeSettled>): Promise<void> =>
  settle(tx, { noticeId: message.noticeId, personIds: message.personIds }, at);

/** R71: whoever wrote what an edition relays. */
export async function editionPublished(...[tx, { message, at }, { now }]: Heard<EditionPublished>): Promise<void> {
  const edition = await tx.edition.findUnique({ where: { id: message.id } });
  const series = await tx.newsletter.findUnique({ where: { id: message.newsletterId } });
  if (!edition || !series) return;
  const relayed = await tx.publication.findMany({
    where: { id: { in: message.publicationIds } },
    select: { authorIds: true },
  });
  const authorIds = [...new Set(relayed.flatMap((one) => one.authorIds))];
  await announce(tx, letterPublished(edition, series, authorIds, at), now);
}

/** What the place of an event is called, as far as it is known. */
export async function placeOf(tx: Tx, { themeId, academyCode }: { themeId?: string; academyCode?: string }) {
  const theme = themeId ? await tx.theme.findUnique({ where: { id: themeId }, select: { title: true } }) : null;
  const academy = academyCode
    ? await tx.academy.findUnique({ where: { code: academyCode }, select: { label: true } })
    : null;
  return { theme: theme?.title ?? "", academy: academy?.label ?? "" };
}
