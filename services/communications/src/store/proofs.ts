import { create, toBinary } from "@bufbuild/protobuf";
import { appendEvents } from "@trame/kit/outbox";
import { NoticeDeliveredSchema } from "@trame/proto-schemas/communications/v1/events_pb";
import { topics } from "@trame/proto-schemas/topics";
import type { Tx } from "../database.ts";
import { SUPERIORS_INFORMED } from "../domain/notice-kinds.ts";
import type { NoticeProof } from "../gen/prisma/client.ts";
import { mailOf } from "./mails.ts";
import type { NotificationRow } from "./notices.ts";

/** A notification, as far as a proof needs it. */
type Told = Pick<NotificationRow, "id" | "noticeId" | "personId" | "kind">;

/** Each recipient is told back with what carries the notice: a mail on its way, or the portal alone. */
export async function openProofs(tx: Tx, rows: readonly Told[], now: Date): Promise<void> {
  const proven = rows.filter(({ kind }) => kind === SUPERIORS_INFORMED);
  if (proven.length === 0) return;
  const mails = await tx.mail.findMany({ where: { id: { in: proven.map(({ id }) => mailOf(id)) } } });
  const carried = new Set(mails.map(({ id }) => id));
  const proofs = proven.map(({ id, noticeId, personId }) => {
    const mailId = carried.has(mailOf(id)) ? mailOf(id) : null;
    return { id, version: 1, noticeId, personId, mailId, state: mailId ? "TO_SEND" : "TOLD" };
  });
  await tx.noticeProof.createMany({ data: proofs, skipDuplicates: true });
  await appendEvents(
    tx,
    proofs.map((proof) => delivered(proof, now)),
  );
}

/** What the server answered is told back; in between, and when nobody knows, it is still to be sent. */
export async function noteProof(tx: Tx, mailId: string, mailState: string): Promise<void> {
  const state = mailState === "SENT" ? "SENT" : mailState === "FAILED" ? "FAILED" : "TO_SEND";
  const found = await tx.noticeProof.findUnique({ where: { mailId } });
  if (!found || found.state === state) return;
  const proof = await tx.noticeProof.update({ where: { mailId }, data: { state, version: { increment: 1 } } });
  await appendEvents(tx, [delivered(proof, new Date())]);
}

function delivered({ id, version, noticeId, personId, state }: NoticeProof, at: Date) {
  const value = toBinary(
    NoticeDeliveredSchema,
    create(NoticeDeliveredSchema, { delivery: { noticeId, personId, state } }),
  );
  return { type: NoticeDeliveredSchema.typeName, topic: topics.communications, key: id, version, value, at };
}
