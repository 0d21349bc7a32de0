import type { Command } from "@trame/kit/aggregate";
import { dayIn } from "@trame/kit/day";
import type { Tx } from "../database.ts";
import { type Academy, family, labelOf } from "../domain/academy.ts";
import { checkAcademic, checkNational, type RetainedAcademy, type TeamSeat } from "../domain/composition.ts";
import { type Agreement, type Composition, recompose, type Seat } from "../domain/group.ts";
import type { Mandate } from "../domain/mandate.ts";
import { academicRoles, nationalRoles } from "../domain/role.ts";
import { allAcademies } from "./academies.ts";
import { academicGroups, nationalGroups } from "./groups.ts";
import { toMandate } from "./mandates.ts";

/**
 * Whoever changes what a theme's groups are made of takes this lock first and reads afterwards: so a group that opens
 * and a mandate that starts at the same moment always see each other.
 */
export const lockTheme = (tx: Tx, themeId: string) =>
  tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${`theme/${themeId}`}, 0))::text as locked`;

/**
 * Computes again who sits in the theme's groups and what they lack, and tells what became of them. Of the academic ones
 * only the academy's.
 */
export async function recomposeGroups(tx: Tx, { by, at }: Command, themeId: string, academyCode: string | null) {
  await lockTheme(tx, themeId);
  const groups = await tx.academicGroup.findMany({ where: { themeId }, orderBy: { id: "asc" } });
  const national = await tx.nationalGroup.findUnique({ where: { themeId } });
  if (groups.length === 0 && !national) return;
  const academies = await allAcademies(tx);
  const codes = academyCode === null ? [] : family(academies, academyCode);
  for (const { id, academyCode: code } of groups.filter((group) => codes.includes(group.academyCode))) {
    const seated = await teamMandates(tx, themeId, family(academies, code));
    await academicGroups.change(tx, { by, at }, id, (group) =>
      recompose(group, composeAcademic(seated, group.agreements)),
    );
  }
  if (!national) return;
  const next = await composeNational(tx, themeId, academies, at);
  await nationalGroups.change(tx, { by, at }, national.id, (group) => recompose(group, next));
}

/** The mandates in force that seat somebody in the academy's group for the theme. */
export async function teamMandates(tx: Tx, themeId: string, academyCodes: string[]): Promise<Mandate[]> {
  const rows = await tx.mandate.findMany({
    where: { themeId, academyCode: { in: academyCodes }, role: { in: [...academicRoles] }, state: "STARTED" },
  });
  return rows.map(toMandate).sort(byPlace);
}

export const composeAcademic = (seated: readonly Mandate[], agreements: readonly Agreement[]): Composition => ({
  seats: seated.map(toSeat),
  gaps: checkAcademic({ seats: seated.map(toTeamSeat), agreements }),
});

/** Inspecteur général, experts and the référents of the retained academies (R22 to R25). */
export async function composeNational(tx: Tx, themeId: string, academies: readonly Academy[], at: Date) {
  const retained = await retainedAcademies(tx, themeId, academies, at);
  const teams = new Set(retained.flatMap((academy) => academy.family));
  const rows = await tx.mandate.findMany({
    where: { themeId, role: { in: [...nationalRoles] }, state: "STARTED" },
  });
  const seated = rows
    .map(toMandate)
    .filter(({ role, academyCode }) => role !== "REFERENT" || teams.has(academyCode ?? ""))
    .sort(byPlace);
  return { seats: seated.map(toSeat), gaps: checkNational(seated, retained) };
}

async function retainedAcademies(tx: Tx, themeId: string, academies: readonly Academy[], at: Date) {
  const groups = await tx.academicGroup.findMany({ where: { themeId }, orderBy: { academyCode: "asc" } });
  const projectIds = groups.map(({ projectId }) => projectId);
  const abandoned = await tx.project.findMany({ where: { id: { in: projectIds }, state: "ABANDONED" } });
  const gone = new Set(abandoned.map(({ id }) => id));
  return groups
    .filter(({ projectId }) => !gone.has(projectId))
    .map(({ academyCode: code }): RetainedAcademy => {
      const academy = academies.find(({ id }) => id === code);
      return { code, label: academy ? labelOf(academy, dayIn(at)) : code, family: family(academies, code) };
    });
}

const order = [...new Set([...nationalRoles, ...academicRoles])] as string[];

/** One order for everybody, so that the same seats are recognised as the same. */
const byPlace = (a: Mandate, b: Mandate) => place(a).localeCompare(place(b), "en");
const place = ({ role, academyCode, startsOn, id }: Mandate) =>
  [String(order.indexOf(role)).padStart(2, "0"), academyCode ?? "", startsOn, id].join("/");

const toSeat = ({ id, personId, role, academyCode }: Mandate): Seat => ({ personId, role, mandateId: id, academyCode });

const toTeamSeat = ({ personId, role, degree, implementsInClass, departement }: Mandate): TeamSeat => ({
  personId,
  role,
  degree,
  implementsInClass,
  departement,
});
