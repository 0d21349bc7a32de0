import type { Command } from "@trame/kit/aggregate";
import { addDays, type Day, midnight, nextDay } from "@trame/kit/day";
import { newId } from "@trame/kit/id";
import { notFound, refuse } from "@trame/kit/refusal";
import type { Tx } from "../database.ts";
import type { Academy } from "../domain/academy.ts";
import { takeBack } from "../domain/invitation.ts";
import {
  appoint as decide,
  endMandate as decideEnd,
  give,
  type Mandate,
  type MandateFact,
  type NewMandate,
} from "../domain/mandate.ts";
import { academyOf } from "./academies.ts";
import { mandates, scheduleMandate, toMandate } from "./mandates.ts";
import { tellAnswered, tellInvited } from "./notices.ts";
import { demandPerson, demandRight, record, surroundings, todayAt } from "./places.ts";
import { settingsOf } from "./settings.ts";

type AppointInput = Omit<NewMandate, "id"> & { id?: string; invite?: boolean };

/** Gives a mandate, or asks the person to take it on; the right depends on the role (docs/decisions/0005). */
export async function appoint(tx: Tx, command: Command, input: AppointInput): Promise<string> {
  const { id = newId(), invite = false, ...rest } = input;
  const mandate: NewMandate = { id, ...rest };
  await demandRight(tx, command, mandate);
  await demandPerson(tx, mandate.personId);
  const around = await surroundings(tx, command, mandate);
  const { by, at } = command;
  const answerBy = invite ? await lastDayToAnswer(tx, around.academy, at) : null;
  const facts = decide(mandate, around, at, { by: by.personId ?? null, answerBy });
  const given = await mandates.create(tx, command, facts);
  if (answerBy) await tellInvited(tx, given, at, midnight(nextDay(answerBy), around.academy?.timeZone));
  await record(tx, command, given, around.academy);
  return id;
}

const lastDayToAnswer = async (tx: Tx, academy: Academy | null, at: Date): Promise<Day> =>
  addDays(todayAt(academy, at), (await settingsOf(tx)).invitationDays);

/** Gives what was decided elsewhere, such as by the retention of an application; the groups are the caller's. */
export async function giveUnexamined(tx: Tx, command: Command, mandate: NewMandate): Promise<Mandate> {
  const academy = await academyOf(tx, mandate.academyCode);
  const given = await mandates.create(tx, command, give(mandate, command.at, academy?.timeZone));
  await scheduleMandate(tx, given, academy?.timeZone);
  return given;
}

/** Changes a mandate without looking at the groups, which are the caller's. */
export async function changeUnexamined(
  tx: Tx,
  command: Command,
  id: string,
  facts: (mandate: Mandate) => readonly MandateFact[],
): Promise<void> {
  const changed = await mandates.change(tx, command, id, facts);
  await scheduleMandate(tx, changed, (await academyOf(tx, changed.academyCode))?.timeZone);
}

/** The mandate as it is, for who may give it. */
export async function mandateFor(tx: Tx, command: Command, id: string): Promise<Mandate> {
  const row = await tx.mandate.findUnique({ where: { id } });
  if (!row) refuse(notFound("Ce mandat", "mandateId"));
  const mandate = toMandate(row);
  await demandRight(tx, command, mandate);
  return mandate;
}

/** Ends a mandate before its time; one that waits for an answer is taken back. */
export async function endMandate(
  tx: Tx,
  command: Command,
  id: string,
  { endsOn, reason }: { endsOn: Day; reason: string },
): Promise<string> {
  const academy = await academyOf(tx, (await mandateFor(tx, command, id)).academyCode);
  const ended = await mandates.change(tx, { ...command, reason }, id, (mandate) =>
    mandate.state === "INVITED"
      ? takeBack(reason, command.at)
      : decideEnd(mandate, endsOn, reason, todayAt(academy, command.at)),
  );
  if (ended.state === "DECLINED") await tellAnswered(tx, { ...ended, givenById: null }, command.at);
  await record(tx, command, ended, academy);
  return id;
}
