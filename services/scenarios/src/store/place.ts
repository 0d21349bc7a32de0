import type { Scope } from "@trame/kit/rights";
import { family } from "@trame/kit/succession";
import type { Tx } from "../database.ts";
import type { Contribution, ContributionRole, Scenario } from "../domain/scenario.ts";

export type Academies = readonly { code: string; successorCode: string | null }[];

/** Where a scenario is written: the scope of the rights on it. */
export const scopeOf = (
  { academyCode, themeId, disciplineCodes }: Pick<Scenario, "academyCode" | "themeId" | "disciplineCodes">,
  academies: Academies,
): Scope => ({ academyCodes: family(academies, academyCode), themeId, disciplineCodes });

/** In any of the participating academies (R11). */
export const participating = (
  { academyCodes, themeId, disciplineCodes }: Pick<Scenario, "academyCodes" | "themeId" | "disciplineCodes">,
  academies: Academies,
): Scope => ({
  academyCodes: academyCodes.flatMap((code) => family(academies, code)),
  themeId,
  disciplineCodes,
});

export const academiesOf = (tx: Tx): Promise<Academies> =>
  tx.academy.findMany({ select: { code: true, successorCode: true } });

/** The names of the day, for those who have one (R07). */
export async function namesOf(tx: Tx, authors: readonly Pick<Contribution, "personId">[]) {
  const rows = await tx.person.findMany({ where: { id: { in: authors.map(({ personId }) => personId) } } });
  const named = rows.filter(({ displayName }) => displayName !== "");
  return Object.fromEntries(named.map(({ id, displayName }) => [id, displayName]));
}

/** The project's academy first, then those of the co-authors: of their mandate on the theme, else their own (R07). */
export async function academiesOfAuthors(
  tx: Tx,
  { academyCode, themeId }: Pick<Scenario, "academyCode" | "themeId">,
  authors: readonly { personId: string; role: ContributionRole }[],
): Promise<{ academyCodes: string[]; unknown: string[] }> {
  const ids = authors.map(({ personId }) => personId);
  const [persons, mandates] = await Promise.all([
    tx.person.findMany({ where: { id: { in: ids } } }),
    tx.mandate.findMany({ where: { personId: { in: ids } }, orderBy: { id: "asc" } }),
  ]);
  const codeOf = (id: string) =>
    mandates.find((mandate) => mandate.personId === id && mandate.themeId === themeId && mandate.academyCode)
      ?.academyCode ?? persons.find((person) => person.id === id)?.academyCode;
  const known = new Set([
    ...persons.filter(({ displayName }) => displayName !== "").map(({ id }) => id),
    ...mandates.map(({ personId }) => personId),
  ]);
  return {
    academyCodes: [...new Set([academyCode, ...ids.flatMap((id) => codeOf(id) ?? [])])],
    unknown: ids.filter((id) => !known.has(id)),
  };
}
