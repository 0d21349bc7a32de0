import type { Actor, MandateClaim } from "@trame/kit/actor";
import { dayIn } from "@trame/kit/day";
import type { Db } from "../database.ts";
import type { Scenario } from "../domain/scenario.ts";
import { mayWrite } from "../store/access.ts";
import type { Academies } from "../store/place.ts";
import { toScenario } from "../store/scenarios.ts";

/** Why the live text is closed to somebody: the portal says each in French. */
export type Closed = "NOT_FOUND" | "FORBIDDEN" | "NOT_A_DRAFT";

/** Who writes a draft writes it live. What is read by others, or published, is changed on purpose: not here. */
export function closedTo(actor: Actor, academies: Academies, scenario: Scenario): Closed | null {
  if (!actor.personId || !mayWrite(actor, academies, scenario)) return "FORBIDDEN";
  return scenario.state === "DRAFT" ? null : "NOT_A_DRAFT";
}

export async function scenarioAt(db: Db, id: string): Promise<Scenario | null> {
  const row = await db.scenario.findUnique({ where: { id } });
  return row && toScenario(row);
}

/**
 * The persons as they are vouched for at the door, without the mandates that have ended since. What the copy of mandates
 * does not know is left to the door.
 */
export async function asOfToday(db: Db, actors: readonly Actor[], at: Date): Promise<Actor[]> {
  const personIds = actors.flatMap(({ personId }) => personId ?? []);
  const mandates = await db.mandate.findMany({ where: { personId: { in: personIds } } });
  const today = dayIn(at);
  const holds = (actor: Actor, claim: MandateClaim) => {
    const known = mandates.filter((one) => one.personId === actor.personId && isOf(one, claim));
    return known.length === 0 || known.some(({ endsOn }) => endsOn === null || endsOn >= today);
  };
  return actors.map((actor) => ({ ...actor, mandates: actor.mandates.filter((claim) => holds(actor, claim)) }));
}

type Kept = { role: string } & { [K in "academyCode" | "themeId" | "disciplineCode"]: string | null };

const isOf = (mandate: Kept, claim: MandateClaim) =>
  mandate.role === claim.role &&
  mandate.academyCode === (claim.academyCode ?? null) &&
  mandate.themeId === (claim.themeId ?? null) &&
  mandate.disciplineCode === (claim.disciplineCode ?? null);
