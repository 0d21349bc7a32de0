import type { Command } from "@trame/kit/aggregate";
import { type Day, dayIn } from "@trame/kit/day";
import { newId } from "@trame/kit/id";
import { notFound, refuse } from "@trame/kit/refusal";
import type { Tx } from "../database.ts";
import {
  begin,
  appoint as decide,
  endMandate as decideEnd,
  expire,
  give,
  type Mandate,
  type MandateFact,
  type NewMandate,
} from "../domain/mandate.ts";
import { isAcademicRole, isNationalRole } from "../domain/role.ts";
import { appointmentOf, policy } from "../policy.ts";
import { academyFamily, academyOf } from "./academies.ts";
import { recomposeGroups } from "./composing.ts";
import { mandates, scheduleMandate } from "./mandates.ts";

type AppointInput = Omit<NewMandate, "id"> & { id?: string };

/** Gives a mandate; the right to do so depends on the role (docs/decisions/0005). */
export async function appoint(tx: Tx, command: Command, { id = newId(), ...input }: AppointInput): Promise<string> {
  const mandate: NewMandate = { id, ...input };
  await demandRight(tx, command, mandate);
  if (!(await tx.person.findUnique({ where: { id: mandate.personId } }))) {
    refuse(notFound("Cette personne", "personId"));
  }
  await lockPlace(tx, mandate);
  const academy = await academyOf(tx, mandate.academyCode);
  const around = { academy, themeKnown: await isThemeKnown(tx, command, mandate), rivals: await rivals(tx, mandate) };
  const facts = decide(mandate, around, command.at);
  await record(tx, command, await mandates.create(tx, command, facts), academy?.timeZone);
  return id;
}

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
  facts: (mandate: Mandate) => MandateFact[],
): Promise<void> {
  const changed = await mandates.change(tx, command, id, facts);
  await scheduleMandate(tx, changed, (await academyOf(tx, changed.academyCode))?.timeZone);
}

export async function endMandate(
  tx: Tx,
  command: Command,
  id: string,
  { endsOn, reason }: { endsOn: Day; reason: string },
): Promise<string> {
  const row = await tx.mandate.findUnique({ where: { id }, select: { academyCode: true } });
  if (!row) refuse(notFound("Ce mandat", "mandateId"));
  const academy = await academyOf(tx, row.academyCode);
  const family = row.academyCode === null ? [] : await academyFamily(tx, row.academyCode);
  const ended = await mandates.change(tx, { ...command, reason }, id, (mandate) => {
    policy.demand(command.by, appointmentOf(mandate.role, mandate.themeId), scopeOf(mandate, family));
    return decideEnd(mandate, endsOn, reason, dayIn(command.at, academy?.timeZone));
  });
  await record(tx, command, ended, academy?.timeZone);
  return id;
}

/** The first day of a mandate, or the day after its last, has come. */
export async function moveWithTime(tx: Tx, command: Command, id: string): Promise<void> {
  const row = await tx.mandate.findUnique({ where: { id }, select: { academyCode: true } });
  if (!row) return;
  const academy = await academyOf(tx, row.academyCode);
  const today = dayIn(command.at, academy?.timeZone);
  const moved = await mandates.change(tx, command, id, (mandate) => {
    const begun = begin(mandate, today);
    const over = expire({ ...mandate, state: begun.length > 0 ? "STARTED" : mandate.state }, today);
    return [...begun, ...over];
  });
  await record(tx, command, moved, academy?.timeZone);
}

/** What follows from a mandate that began, changed or ended: the next date, and the groups of its theme. */
async function record(tx: Tx, command: Command, mandate: Mandate, timeZone: string | undefined): Promise<void> {
  await scheduleMandate(tx, mandate, timeZone);
  const { role, themeId, academyCode, state } = mandate;
  if (themeId === null || state === "PLANNED") return;
  if (isAcademicRole(role) || isNationalRole(role)) await recomposeGroups(tx, command, themeId, academyCode);
}

async function demandRight(tx: Tx, command: Command, mandate: NewMandate): Promise<void> {
  if (command.by.kind === "system") return;
  const family = mandate.academyCode === null ? [] : await academyFamily(tx, mandate.academyCode);
  policy.demand(command.by, appointmentOf(mandate.role, mandate.themeId), scopeOf(mandate, family));
}

const scopeOf = ({ themeId, disciplineCode, departement }: NewMandate | Mandate, academyCodes: string[]) => ({
  academyCodes,
  themeId: themeId ?? undefined,
  disciplineCodes: disciplineCode === null ? undefined : [disciplineCode],
  departement: departement ?? undefined,
});

/** Two appointments to one place wait for each other: each sees the other as a rival. */
const lockPlace = (tx: Tx, { role, themeId, academyCode }: NewMandate) =>
  tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${["place", role, themeId, academyCode].join("/")}, 0))::text as locked`;

/** A person names a theme that is known; the system may run ahead of the events of projects. */
async function isThemeKnown(tx: Tx, { by }: Command, { themeId }: NewMandate): Promise<boolean> {
  if (themeId === null || by.kind === "system") return true;
  return (await tx.theme.findUnique({ where: { id: themeId } })) !== null;
}

/** Mandates of the same role in the same place that share a day with this one. */
function rivals(tx: Tx, { role, themeId, academyCode, disciplineCode, departement, startsOn, endsOn }: NewMandate) {
  return tx.mandate.findMany({
    where: {
      role,
      themeId,
      academyCode,
      disciplineCode: role === "IAN" ? disciplineCode : undefined,
      departement: role === "DASEN" ? departement : undefined,
      startsOn: endsOn === null ? undefined : { lte: endsOn },
      OR: [{ endsOn: null }, { endsOn: { gte: startsOn } }],
    },
    select: { personId: true, role: true },
  }) as Promise<{ personId: string; role: NewMandate["role"] }[]>;
}
