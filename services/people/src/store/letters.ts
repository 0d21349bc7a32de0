import type { Command } from "@trame/kit/aggregate";
import { newId } from "@trame/kit/id";
import { appendEvents } from "@trame/kit/outbox";
import { notFound, type Refusal, refuse, refuseAll, required } from "@trame/kit/refusal";
import { notice } from "@trame/proto-schemas/notices";
import { topics } from "@trame/proto-schemas/topics";
import type { Tx } from "../database.ts";
import type { Seat } from "../domain/group.ts";
import { refusals } from "../errors.ts";
import { policy } from "../policy.ts";
import { academyFamily } from "./academies.ts";

const MOST_SUBJECT = 120;
const MOST_TEXT = 4000;

/** A message to whoever sits in a group now: communications delivers it as each prefers. Says to how many. */
export async function writeToGroup(
  tx: Tx,
  command: Command,
  { groupId, subject, text }: { groupId: string; subject: string; text: string },
): Promise<string> {
  const { seats, path } = await groupFor(tx, command, groupId);
  refuseAll([
    ...textFits("subject", "L'objet", subject, MOST_SUBJECT),
    ...textFits("text", "Le message", text, MOST_TEXT),
  ]);
  const personIds = [...new Set(seats.map(({ personId }) => personId))].filter((id) => id !== command.by.personId);
  const words = { title: subject.trim(), text: text.trim() };
  await appendEvents(tx, [
    notice(topics.people, command.at, {
      id: newId(),
      kind: "GROUP_MESSAGE",
      personIds,
      ...words,
      path,
      about: groupId,
    }),
  ]);
  return String(personIds.length);
}

async function groupFor(tx: Tx, { by }: Command, id: string): Promise<{ seats: Seat[]; path: string }> {
  const academic = await tx.academicGroup.findUnique({ where: { id } });
  if (academic) {
    const academyCodes = await academyFamily(tx, academic.academyCode);
    policy.demand(by, "writeToAcademicGroup", { academyCodes, themeId: academic.themeId });
    return { seats: academic.seats as unknown as Seat[], path: `/espace/groupes/${id}` };
  }
  const national = await tx.nationalGroup.findUnique({ where: { id } });
  if (!national) refuse(notFound("Ce groupe", "groupId"));
  policy.demand(by, "writeToNationalGroup", { themeId: national.themeId });
  // The teams belong to the national group (R27).
  const teams = await tx.academicGroup.findMany({ where: { themeId: national.themeId }, select: { seats: true } });
  const seats = [national, ...teams].flatMap((group) => group.seats as unknown as Seat[]);
  return { seats, path: `/espace/groupes-nationaux/${id}` };
}

function textFits(field: string, what: string, value: string, most: number): Refusal[] {
  if (value.trim() === "") return [required(field, what)];
  return value.length > most ? [refusals.tooLong(field, most)] : [];
}
