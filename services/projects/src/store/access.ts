import type { Actor, MandateClaim } from "@trame/kit/actor";
import { family } from "@trame/kit/succession";
import type { Application } from "../domain/application.ts";
import type { Prisma } from "../gen/prisma/client.ts";
import { policy } from "../policy.ts";

export type Academies = readonly { code: string; successorCode: string | null }[];

/** May the person read this application? */
export const mayRead = (actor: Actor, academies: Academies, { themeId, academyCode }: Application): boolean =>
  policy.may(actor, "readApplication", { themeId, academyCodes: family(academies, academyCode) });

interface Place {
  themeId: string;
  academyCode: string;
}

/** May the person read how a team's pay stands, and what each person is paid? */
export const mayReadPay = (actor: Actor, academies: Academies, { themeId, academyCode }: Place): boolean =>
  policy.may(actor, "readPay", { themeId, academyCodes: family(academies, academyCode) });
export const mayReadPayLines = (actor: Actor, academies: Academies, { themeId, academyCode }: Place): boolean =>
  policy.may(actor, "readPayLines", { themeId, academyCodes: family(academies, academyCode) });

/** The same right, as a restriction of a list. */
export const readable = (actor: Actor, academies: Academies): Prisma.ApplicationWhereInput =>
  places(actor, "readApplication", academies);

interface Placed {
  themeId?: string;
  academyCode?: { in: string[] };
}

/** Where a person may do something, as a restriction of a list whose rows lie in a theme and an academy. */
export function places(
  actor: Actor,
  action: keyof typeof policy.table,
  academies: Academies,
): { OR?: Placed[]; id?: { in: string[] } } {
  const rows = policy.table[action];
  if (actor.kind === "system" || rows.some(({ role, on }) => on.length === 0 && policy.holds(actor, role))) return {};
  const found = rows
    .filter(({ on }) => on.length > 0)
    .flatMap(({ role, on }) =>
      actor.mandates
        .filter((mandate) => mandate.role === role && on.every((dimension) => mandate[KEYS[dimension]] !== undefined))
        .map((mandate) => ({
          themeId: on.includes("theme") ? mandate.themeId : undefined,
          academyCode: on.includes("academy") ? { in: family(academies, mandate.academyCode ?? "") } : undefined,
        })),
    );
  // Prisma reads an empty OR inside an AND as no restriction.
  return found.length > 0 ? { OR: found } : { id: { in: [] } };
}

const KEYS = {
  academy: "academyCode",
  theme: "themeId",
  discipline: "disciplineCode",
  departement: "departement",
} as const satisfies Record<string, keyof MandateClaim>;
