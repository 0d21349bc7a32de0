import type { Actor, MandateClaim } from "@trame/kit/actor";
import { family } from "@trame/kit/succession";
import type { Scenario } from "../domain/scenario.ts";
import { isAuthor } from "../domain/writing.ts";
import { Prisma } from "../gen/prisma/client.ts";
import { policy } from "../policy.ts";
import { type Academies, scopeOf } from "./place.ts";

/** Reads what is not public: the drafts, the reviews. */
export const isInsider = (actor: Actor, academies: Academies, scenario: Scenario): boolean =>
  isAuthor(scenario, actor.personId) || policy.may(actor, "readScenario", scopeOf(scenario, academies));

/** Writes its draft. */
export const mayWrite = (actor: Actor, academies: Academies, scenario: Scenario): boolean =>
  isAuthor(scenario, actor.personId) || policy.may(actor, "writeScenario", scopeOf(scenario, academies));

/** Published scenarios are public; the others are their groups'. */
export const mayRead = (actor: Actor, academies: Academies, scenario: Scenario): boolean =>
  scenario.state === "PUBLISHED" || isInsider(actor, academies, scenario);

/** The same right, as a restriction of a list over `scenario s`. */
export const readable = (actor: Actor, academies: Academies): Prisma.Sql =>
  Prisma.sql`(s.state = 'PUBLISHED' or ${ofGroups(actor, academies)})`;

/** What the person reads as an author or by a mandate. */
export function ofGroups(actor: Actor, academies: Academies): Prisma.Sql {
  if (actor.kind === "system") return Prisma.sql`true`;
  const places = policy.table.readScenario.flatMap(({ role, on }) =>
    actor.mandates
      .filter((mandate) => mandate.role === role && on.every((dimension) => mandate[KEYS[dimension]] !== undefined))
      .map((mandate) => placed(mandate, on, academies)),
  );
  const mine = actor.personId ? [Prisma.sql`s."authorIds" @> array[${actor.personId}]::text[]`] : [];
  const all = [...mine, ...places];
  return all.length === 0 ? Prisma.sql`false` : Prisma.sql`(${Prisma.join(all, " or ")})`;
}

const KEYS = {
  academy: "academyCode",
  theme: "themeId",
  discipline: "disciplineCode",
  departement: "departement",
} as const satisfies Record<string, keyof MandateClaim>;

function placed(mandate: MandateClaim, on: readonly string[], academies: Academies): Prisma.Sql {
  const codes = family(academies, mandate.academyCode ?? "");
  const parts = [
    ...(on.includes("academy") ? [Prisma.sql`s."academyCode" = any(${codes}::text[])`] : []),
    ...(on.includes("theme") ? [Prisma.sql`s."themeId" = ${mandate.themeId}`] : []),
    ...(on.includes("discipline") ? [Prisma.sql`s."disciplineCodes" @> array[${mandate.disciplineCode}]::text[]`] : []),
  ];
  return Prisma.sql`(${Prisma.join(parts, " and ")})`;
}
