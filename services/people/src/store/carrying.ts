import type { Command } from "@trame/kit/aggregate";
import { type Day, dayIn } from "@trame/kit/day";
import { stableId } from "@trame/kit/id";
import type { Tx } from "../database.ts";
import { CARRIED_ROLES, carriedOver } from "../domain/carrying.ts";
import { giveUnexamined } from "./appointments.ts";
import { toMandate } from "./mandates.ts";

/** Last year's inspecteur général and experts get a mandate on the theme that goes on, from today. Safe to repeat. */
export async function carryNational(
  tx: Tx,
  command: Command,
  { themeId, from, endsOn }: { themeId: string; from: string; endsOn: Day },
): Promise<void> {
  const today = dayIn(command.at);
  const where = { themeId: from, role: { in: [...CARRIED_ROLES] } };
  const rows = await tx.mandate.findMany({ where, orderBy: { id: "asc" } });
  for (const { personId, role, corps } of carriedOver(rows.map(toMandate), today)) {
    const id = stableId("carried-mandate", themeId, role, personId);
    if (await tx.mandate.findUnique({ where: { id }, select: { id: true } })) continue;
    const scope = { academyCode: null, disciplineCode: null, departement: null, degree: null, track: null, corps };
    const dates = { startsOn: today, endsOn, implementsInClass: false };
    const designation = "Groupe reconduit de la campagne précédente";
    await giveUnexamined(tx, command, { id, personId, role, themeId, ...scope, ...dates, designation });
  }
}
