import type { Day } from "@trame/kit/day";
import { inForce, isHeld, type Mandate } from "./mandate.ts";
import type { Role } from "./role.ts";

/** Whom the ministry names to a national group (R22, R25); the teams come by their applications. */
export const CARRIED_ROLES: readonly Role[] = ["INSPECTOR_GENERAL", "EXPERT"];

type Held = Pick<Mandate, "personId" | "role" | "state" | "startsOn" | "endsOn" | "successorId" | "corps">;

/** Those in office today; where a theme is already over, those who were at its end. */
export function carriedOver(mandates: readonly Held[], today: Day): Held[] {
  const held = mandates.filter(({ role, state }) => CARRIED_ROLES.includes(role) && isHeld(state));
  return CARRIED_ROLES.flatMap((role) => {
    const ofRole = held.filter((mandate) => mandate.role === role);
    const now = ofRole.filter((mandate) => inForce(mandate, today));
    return now.length > 0 ? now : lastOf(ofRole);
  });
}

function lastOf(mandates: readonly Held[]): Held[] {
  const last = mandates
    .map(({ endsOn }) => endsOn ?? "9999-12-31")
    .sort()
    .at(-1);
  return mandates.filter(({ endsOn, successorId }) => (endsOn ?? "9999-12-31") === last && successorId === null);
}
