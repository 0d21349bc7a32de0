import type { Command } from "@trame/kit/aggregate";
import { notFound, refuse } from "@trame/kit/refusal";
import type { Tx } from "../database.ts";
import { type AcademicGroup, giveAgreement, recompose, withAgreement } from "../domain/group.ts";
import type { Mandate } from "../domain/mandate.ts";
import { policy } from "../policy.ts";
import { academyFamily } from "./academies.ts";
import { composeAcademic, lockTheme, teamMandates } from "./composing.ts";
import { academicGroups } from "./groups.ts";

export interface Answer {
  departement: string;
  granted: boolean;
  note: string | null;
}

/** The agreement and what it makes of the group are one change (R42). */
export async function giveDasenAgreement(tx: Tx, command: Command, groupId: string, answer: Answer): Promise<string> {
  const { departement } = answer;
  policy.demand(command.by, "giveDasenAgreement", { departement });
  const row = await tx.academicGroup.findUnique({ where: { id: groupId } });
  if (!row) refuse(notFound("Ce groupe académique", "academicGroupId"));
  await lockTheme(tx, row.themeId);
  const seated = await teamMandates(tx, row.themeId, await academyFamily(tx, row.academyCode));
  const agreement = { ...answer, byId: command.by.personId ?? null, at: command.at };
  await academicGroups.change(tx, command, groupId, (group) => {
    const given = giveAgreement(group, agreement, departementsConcerned(seated, group));
    if (given.length === 0) return [];
    return [...given, ...recompose(group, composeAcademic(seated, withAgreement(group.agreements, agreement)))];
  });
  return groupId;
}

/** Where a member teaches in the first degree, or where an agreement was given before. */
const departementsConcerned = (seated: readonly Mandate[], group: AcademicGroup): string[] => [
  ...seated.flatMap(({ degree, departement }) => (degree === "FIRST" && departement ? [departement] : [])),
  ...group.agreements.map(({ departement }) => departement),
];
