import type { Command } from "@trame/kit/aggregate";
import { type Day, dayIn } from "@trame/kit/day";
import { refuse } from "@trame/kit/refusal";
import type { Tx } from "../database.ts";
import type { Academy } from "../domain/academy.ts";
import type { Mandate, NewMandate, Surroundings } from "../domain/mandate.ts";
import { isAcademicRole, isNationalRole } from "../domain/role.ts";
import { refusals } from "../errors.ts";
import { appointmentOf, policy } from "../policy.ts";
import { academyFamily, academyOf } from "./academies.ts";
import { recomposeGroups } from "./composing.ts";
import { scheduleMandate } from "./mandates.ts";

type Place = Pick<Mandate, "role" | "themeId" | "academyCode" | "disciplineCode" | "departement">;

/** Who may give a mandate may also end it, take it back and replace who holds it (docs/decisions/0005). */
export async function demandRight(tx: Tx, command: Command, place: Place): Promise<void> {
  if (command.by.kind === "system") return;
  policy.demand(command.by, appointmentOf(place.role, place.themeId), await scopeOf(tx, place));
}

const scopeOf = async (tx: Tx, { academyCode, themeId, disciplineCode, departement }: Place) => ({
  academyCodes: academyCode === null ? [] : await academyFamily(tx, academyCode),
  themeId: themeId ?? undefined,
  disciplineCodes: disciplineCode === null ? undefined : [disciplineCode],
  departement: departement ?? undefined,
});

/** What the rules know of where the mandate is held. */
export async function surroundings(tx: Tx, command: Command, mandate: NewMandate): Promise<Surroundings> {
  await lockPlace(tx, mandate);
  return {
    academy: await academyOf(tx, mandate.academyCode),
    themeKnown: await isThemeKnown(tx, command, mandate),
    rivals: await rivals(tx, mandate),
  };
}

/** What follows from a mandate that began, changed or ended: the next date, and the groups of its theme. */
export async function record(tx: Tx, command: Command, mandate: Mandate, academy: Academy | null): Promise<void> {
  await scheduleMandate(tx, mandate, academy?.timeZone);
  if (mandate.state === "STARTED" || mandate.state === "ENDED") await recompose(tx, command, mandate);
}

export async function recompose(tx: Tx, command: Command, { role, themeId, academyCode }: Mandate): Promise<void> {
  if (themeId === null) return;
  if (isAcademicRole(role) || isNationalRole(role)) await recomposeGroups(tx, command, themeId, academyCode);
}

/** The day that it is at the academy. */
export const todayAt = (academy: Academy | null, at: Date): Day => dayIn(at, academy?.timeZone);

/** An erased person is nobody any more. */
export async function demandPerson(tx: Tx, id: string): Promise<void> {
  const row = await tx.person.findUnique({ where: { id }, select: { erasedAt: true } });
  if (!row || row.erasedAt) refuse(refusals.unknownPerson());
}

/** Two appointments to one place wait for each other: each sees the other as a rival. */
const lockPlace = (tx: Tx, { role, themeId, academyCode }: Place) =>
  tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${["place", role, themeId, academyCode].join("/")}, 0))::text as locked`;

/** A person names a theme that is known; the system may run ahead of the events of projects. */
async function isThemeKnown(tx: Tx, { by }: Command, { themeId }: Place): Promise<boolean> {
  if (themeId === null || by.kind === "system") return true;
  return (await tx.theme.findUnique({ where: { id: themeId } })) !== null;
}

/** Mandates of the same role in the same place that share a day with this one; an invitation holds its place. */
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
      state: { not: "DECLINED" },
    },
    select: { personId: true, role: true },
  }) as Promise<{ personId: string; role: NewMandate["role"] }[]>;
}
