import type { Command } from "@trame/kit/aggregate";
import { newId } from "@trame/kit/id";
import type { Tx } from "../database.ts";
import { appoint, begin, expire, type Mandate } from "../domain/mandate.ts";
import { type Replacement, replace } from "../domain/replacement.ts";
import { academyOf } from "./academies.ts";
import { changeUnexamined, giveUnexamined, mandateFor } from "./appointments.ts";
import { mandates, scheduleMandate } from "./mandates.ts";
import { demandPerson, recompose, surroundings, todayAt } from "./places.ts";

/**
 * One person takes over from another (R24): one transaction, and the groups are looked at once, so that no group is
 * ever seen without its référent. Answers with the successor's mandate.
 */
export async function replaceMandate(
  tx: Tx,
  command: Command,
  mandateId: string,
  input: Omit<Replacement, "id">,
): Promise<string> {
  const before = await mandateFor(tx, command, mandateId);
  await demandPerson(tx, input.personId);
  const id = newId();
  const academy = await academyOf(tx, before.academyCode);
  const today = todayAt(academy, command.at);
  const { successor } = replace(before, { ...input, id }, today);
  await changeUnexamined(tx, { ...command, reason: input.reason }, mandateId, (mandate) => {
    return replace(mandate, { ...input, id }, today).ended;
  });
  const unversioned = { by: command.by, at: command.at };
  const around = await surroundings(tx, unversioned, successor);
  appoint(successor, around, command.at);
  const given = await giveUnexamined(tx, unversioned, successor);
  await recompose(tx, unversioned, given);
  return id;
}

/** The first day of a mandate, or the day after its last, has come; who takes over does so in the same moment. */
export async function moveWithTime(tx: Tx, command: Command, id: string): Promise<void> {
  const row = await tx.mandate.findUnique({ where: { id }, select: { academyCode: true, successorId: true } });
  if (!row) return;
  const before = await tx.mandate.findFirst({ where: { successorId: id }, select: { id: true } });
  const academy = await academyOf(tx, row.academyCode);
  const today = todayAt(academy, command.at);
  let moved: Mandate | undefined;
  for (const one of [before?.id, id, row.successorId]) {
    if (!one) continue;
    moved = await mandates.change(tx, command, one, (mandate) => {
      const begun = begin(mandate, today);
      const over = expire({ ...mandate, state: begun.length > 0 ? "STARTED" : mandate.state }, today);
      return [...begun, ...over];
    });
    await scheduleMandate(tx, moved, academy?.timeZone);
  }
  if (moved) await recompose(tx, command, moved);
}
