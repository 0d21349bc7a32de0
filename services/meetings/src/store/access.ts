import type { Actor, MandateClaim } from "@trame/kit/actor";
import type { Grant } from "@trame/kit/rights";
import { family } from "@trame/kit/succession";
import type { Meeting, MeetingLevel } from "../domain/meeting.ts";
import type { Prisma } from "../gen/prisma/client.ts";
import { policy } from "../policy.ts";
import type { AcademyRow } from "./academies.ts";

type Academies = readonly Pick<AcademyRow, "code" | "successorCode">[];

/** Where a meeting takes place, for the table of rights. */
export const scopeOf = (
  academies: Academies,
  { themeId, academyCode }: { themeId: string; academyCode: string | null },
) => ({ themeId, academyCodes: academyCode ? family(academies, academyCode) : [] });

/** The inside of a meeting: for its group and for the persons convened, who may be replacements from outside. */
export function mayReadInside(actor: Actor, academies: Academies, meeting: Meeting): boolean {
  const action = meeting.level === "NATIONAL" ? "readNational" : "readAcademic";
  return (
    policy.may(actor, action, scopeOf(academies, meeting)) ||
    meeting.attendance.some(({ personId }) => personId === actor.personId)
  );
}

/** Its facts: for everyone once it is convened. */
export const mayReadFacts = (actor: Actor, academies: Academies, meeting: Meeting): boolean =>
  meeting.convened !== null || mayReadInside(actor, academies, meeting);

/** The same right, as a restriction of a list. */
export function readable(actor: Actor, academies: Academies): Prisma.MeetingWhereInput {
  if (actor.kind === "system" || policy.holds(actor, "PROGRAMME")) return {};
  const inside = [
    ...placesOf(actor, academies, policy.table.readNational, "NATIONAL"),
    ...placesOf(actor, academies, policy.table.readAcademic, "ACADEMIC"),
  ];
  const mine = actor.personId ? [{ attendeeIds: { has: actor.personId } }] : [];
  return { OR: [{ convenedAt: { not: null } }, ...mine, ...inside] };
}

/** The places where some row of a right lets the actor act, as restrictions of a list. */
export const placesOf = (
  actor: Actor,
  academies: Academies,
  rows: readonly Grant[],
  level: MeetingLevel,
): Prisma.MeetingWhereInput[] =>
  rows.flatMap(({ role, on }) =>
    actor.mandates
      .filter((mandate) => mandate.role === role && on.every((dimension) => mandate[KEYS[dimension]] !== undefined))
      .map((mandate) => ({
        level,
        themeId: on.includes("theme") ? mandate.themeId : undefined,
        academyCode: on.includes("academy") ? { in: family(academies, mandate.academyCode ?? "") } : undefined,
      })),
  );

const KEYS = {
  academy: "academyCode",
  theme: "themeId",
  discipline: "disciplineCode",
  departement: "departement",
} as const satisfies Record<string, keyof MandateClaim>;
