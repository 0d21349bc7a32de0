import { type Day, earlier, later } from "@trame/kit/day";
import type { Tx } from "../database.ts";
import { type Academy, lasting } from "../domain/academy.ts";
import { inForce, type Mandate } from "../domain/mandate.ts";
import { type Deed, type FactKind, monthsBetween } from "../domain/participation.ts";
import { isAcademicRole } from "../domain/role.ts";
import { toMandate } from "./mandates.ts";

export interface DeedFilter {
  campaignId?: string | null;
  academyCode?: string | null;
  themeId?: string | null;
  disciplineCode?: string | null;
  fromMonth?: string | null;
  toMonth?: string | null;
}

/**
 * What persons did, with the axes on which it counts. Series of Caen and Rouen go on in Normandie. A deed takes role,
 * academy, discipline and degree from the mandate that the person held for the theme that day; where there is none, the
 * academy and discipline are what the other service told, then the person's own academy.
 */
export async function findDeeds(tx: Tx, academies: readonly Academy[], filter: DeedFilter, today: Day) {
  const themeIds = await themesOf(tx, filter);
  const [mandates, facts, openings] = await Promise.all([
    mandatesOf(tx, themeIds),
    tx.participationFact.findMany({ where: themeIds ? { themeId: { in: themeIds } } : {} }),
    openingsOf(tx, academies, themeIds),
  ]);
  const ids = [...new Set(facts.map(({ personId }) => personId))];
  const persons = await tx.person.findMany({ where: { id: { in: ids } }, select: { id: true, academyCode: true } });
  const homes = new Map(persons.map(({ id, academyCode }) => [id, academyCode]));
  const lasts = (code: string | null) => code && lasting(academies, code);
  const held = byPersonAndTheme(mandates);

  const told = facts.map((fact): Deed => {
    const mandate = mandateOn(held.get(`${fact.personId}/${fact.themeId}`) ?? [], fact.happenedOn);
    return {
      kind: fact.kind as FactKind,
      personId: fact.personId,
      themeId: fact.themeId,
      academyCode: lasts(mandate?.academyCode ?? fact.academyCode ?? homes.get(fact.personId) ?? null),
      disciplineCode: mandate?.disciplineCode ?? fact.disciplineCode,
      degree: mandate?.degree ?? null,
      role: mandate?.role ?? null,
      month: fact.happenedOn.slice(0, 7),
    };
  });
  const mandated = mandates.flatMap((mandate) => mandatedMonths(mandate, openings, lasts, today));
  return [...mandated, ...told].filter((deed) => fits(deed, filter, lasts));
}

async function themesOf(tx: Tx, { campaignId, themeId }: DeedFilter): Promise<string[] | null> {
  if (!campaignId) return themeId ? [themeId] : null;
  const rows = await tx.theme.findMany({ where: { campaignId, id: themeId ?? undefined }, select: { id: true } });
  return rows.map(({ id }) => id);
}

async function mandatesOf(tx: Tx, themeIds: string[] | null): Promise<Mandate[]> {
  const where = { themeId: themeIds ? { in: themeIds } : { not: null }, state: { in: ["STARTED", "ENDED"] } };
  return (await tx.mandate.findMany({ where })).map(toMandate);
}

/** Since when each theme has its national group, and each academy its group for a theme. */
async function openingsOf(tx: Tx, academies: readonly Academy[], themeIds: string[] | null): Promise<Map<string, Day>> {
  const where = themeIds ? { themeId: { in: themeIds } } : {};
  const [national, academic] = await Promise.all([
    tx.nationalGroup.findMany({ where, select: { themeId: true, openedOn: true } }),
    tx.academicGroup.findMany({ where, select: { themeId: true, academyCode: true, openedOn: true } }),
  ]);
  return new Map([
    ...national.map(({ themeId, openedOn }) => [themeId, openedOn] as const),
    ...academic.map(
      ({ themeId, academyCode, openedOn }) => [`${themeId}/${lasting(academies, academyCode)}`, openedOn] as const,
    ),
  ]);
}

/** A mandate counts in each month in which it was held, at least one day, in a group that existed. */
function mandatedMonths(
  mandate: Mandate,
  openings: Map<string, Day>,
  lasts: (code: string | null) => string | null,
  today: Day,
): Deed[] {
  const { personId, role, themeId, disciplineCode, degree } = mandate;
  const academyCode = lasts(mandate.academyCode);
  const opening = openings.get(isAcademicRole(role) ? `${themeId}/${academyCode}` : `${themeId}`);
  if (opening === undefined) return [];
  const from = later(mandate.startsOn, opening);
  const to = earlier(mandate.endsOn ?? today, today);
  if (from > to) return [];
  return monthsBetween(from, to).map((month) => {
    return { kind: "MANDATED", personId, role, themeId, academyCode, disciplineCode, degree, month };
  });
}

function byPersonAndTheme(mandates: readonly Mandate[]): Map<string, Mandate[]> {
  const found = new Map<string, Mandate[]>();
  for (const mandate of mandates) {
    const key = `${mandate.personId}/${mandate.themeId}`;
    found.set(key, [...(found.get(key) ?? []), mandate]);
  }
  return found;
}

/** The one in force that day, a référent's before a teacher's; else any that the person held for the theme. */
function mandateOn(mandates: readonly Mandate[], day: Day): Mandate | undefined {
  const rank = (mandate: Mandate) => (inForce(mandate, day) ? 0 : 10) + (mandate.role === "TEACHER" ? 1 : 0);
  return mandates.toSorted((a, b) => rank(a) - rank(b) || a.id.localeCompare(b.id, "en"))[0];
}

function fits(deed: Deed, filter: DeedFilter, lasts: (code: string | null) => string | null): boolean {
  const { academyCode, disciplineCode, fromMonth, toMonth } = filter;
  return (
    (!academyCode || deed.academyCode === lasts(academyCode)) &&
    (!disciplineCode || deed.disciplineCode === disciplineCode) &&
    (!fromMonth || deed.month >= fromMonth) &&
    (!toMonth || deed.month <= toMonth)
  );
}
