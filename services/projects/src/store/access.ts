import type { Actor, MandateClaim } from "@trame/kit/actor";
import { family } from "@trame/kit/succession";
import type { Application } from "../domain/application.ts";
import type { Prisma } from "../gen/prisma/client.ts";
import { policy } from "../policy.ts";

type Academies = readonly { code: string; successorCode: string | null }[];

/** May the person read this application? */
export const mayRead = (actor: Actor, academies: Academies, { themeId, academyCode }: Application): boolean =>
  policy.may(actor, "readApplication", { themeId, academyCodes: family(academies, academyCode) });

/** The same right, as a restriction of a list. */
export function readable(actor: Actor, academies: Academies): Prisma.ApplicationWhereInput {
  if (actor.kind === "system" || policy.holds(actor, "PROGRAMME")) return {};
  const rows = policy.table.readApplication.filter(({ on }) => on.length > 0);
  const places = rows.flatMap(({ role, on }) =>
    actor.mandates
      .filter((mandate) => mandate.role === role && on.every((dimension) => mandate[KEYS[dimension]] !== undefined))
      .map((mandate) => ({
        themeId: on.includes("theme") ? mandate.themeId : undefined,
        academyCode: on.includes("academy") ? { in: family(academies, mandate.academyCode ?? "") } : undefined,
      })),
  );
  // Prisma reads an empty OR inside an AND as no restriction.
  return places.length > 0 ? { OR: places } : { id: { in: [] } };
}

const KEYS = {
  academy: "academyCode",
  theme: "themeId",
  discipline: "disciplineCode",
  departement: "departement",
} as const satisfies Record<string, keyof MandateClaim>;
