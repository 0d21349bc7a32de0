import type { Command } from "@trame/kit/aggregate";
import { audit } from "@trame/kit/audit";
import { newId, stableId } from "@trame/kit/id";
import { appendEvents } from "@trame/kit/outbox";
import { forbidden, notFound, refuse, refuseAll, required } from "@trame/kit/refusal";
import { notice, settled } from "@trame/proto-schemas/notices";
import { topics } from "@trame/proto-schemas/topics";
import type { Tx } from "../database.ts";
import { refusals } from "../errors.ts";
import { policy } from "../policy.ts";
import { academyFamily } from "./academies.ts";

/** What a person cannot put right alone, such as a mandate: the academy's DAN and the administration are told. */
export async function requestCorrection(tx: Tx, command: Command, text: string): Promise<string> {
  const personId = command.by.personId;
  if (!personId) refuse(forbidden());
  refuseAll(text.trim() === "" ? [required("text", "Ce qui est à rectifier")] : []);
  const person = await tx.person.findUniqueOrThrow({ where: { id: personId }, select: { academyCode: true } });
  const id = newId();
  await tx.correction.create({ data: { id, personId, text: text.trim(), askedAt: command.at } });
  const { at } = command;
  await audit(tx, { at, actor: command.by, action: "CorrectionRequested", subject: `Person:${personId}` });
  await appendEvents(tx, [
    notice(topics.people, at, {
      id,
      kind: "DATA_CORRECTION",
      audiences: [{ role: "ADMIN" }, ...(person.academyCode ? [{ role: "DAN", academyCode: person.academyCode }] : [])],
      title: "Une demande de rectification attend une réponse",
      path: "/espace/donnees",
      about: id,
    }),
  ]);
  return id;
}

export async function answerCorrection(tx: Tx, command: Command, id: string, answer: string): Promise<string> {
  const row = await tx.correction.findUnique({ where: { id } });
  if (!row) refuse(notFound("Cette demande", "correctionId"));
  const person = await tx.person.findUniqueOrThrow({ where: { id: row.personId }, select: { academyCode: true } });
  const academyCodes = person.academyCode ? await academyFamily(tx, person.academyCode) : [];
  policy.demand(command.by, "answerCorrection", { academyCodes });
  refuseAll(answer.trim() === "" ? [required("answer", "La réponse")] : []);
  refuseAll(row.answeredAt ? [refusals.alreadyAnswered()] : []);
  const { at } = command;
  await tx.correction.update({ where: { id }, data: { answer: answer.trim(), answeredAt: at } });
  await audit(tx, { at, actor: command.by, action: "CorrectionAnswered", subject: `Person:${row.personId}` });
  await appendEvents(tx, [
    settled(topics.people, at, id),
    notice(topics.people, at, {
      id: stableId("correction-answer", id),
      kind: "DATA_CORRECTION",
      personIds: [row.personId],
      title: "Votre demande de rectification a reçu sa réponse",
      path: "/espace/mes-donnees",
      about: id,
    }),
  ]);
  return id;
}
