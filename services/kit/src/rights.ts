import type { Actor, MandateClaim } from "./actor.ts";
import { forbidden, refuse } from "./refusal.ts";

/** Where an action takes place. Several codes: an academy and those it came from or went into. */
export interface Scope {
  academyCodes?: readonly string[];
  themeId?: string;
  disciplineCodes?: readonly string[];
  departement?: string;
}

type Dimension = "academy" | "theme" | "discipline" | "departement";

/** A role may act where its mandate matches the scope in each of these dimensions. */
export interface Grant {
  role: string;
  on: readonly Dimension[];
}

/** `grant("REFERENT", "academy", "theme")`: the référent of that academy for that theme. */
export const grant = (role: string, ...on: Dimension[]): Grant => ({ role, on });

const matches: Record<Dimension, (mandate: MandateClaim, scope: Scope) => boolean> = {
  academy: (m, s) => m.academyCode !== undefined && (s.academyCodes?.includes(m.academyCode) ?? false),
  theme: (m, s) => m.themeId !== undefined && m.themeId === s.themeId,
  discipline: (m, s) => m.disciplineCode !== undefined && (s.disciplineCodes?.includes(m.disciplineCode) ?? false),
  departement: (m, s) => m.departement !== undefined && m.departement === s.departement,
};

const grants = (actor: Actor, { role, on }: Grant, scope: Scope) =>
  actor.mandates.some(
    (mandate) => mandate.role === role && on.every((dimension) => matches[dimension](mandate, scope)),
  );

/** A service's table of rights: what a row does not name is refused. */
export function rights<Action extends string>(table: Record<Action, readonly Grant[]>) {
  const may = (actor: Actor, action: Action, scope: Scope = {}): boolean =>
    actor.kind === "system" || table[action].some((row) => grants(actor, row, scope));
  return {
    table,
    may,
    /** Refuses with FORBIDDEN, and says which roles could do it. */
    demand(actor: Actor, action: Action, scope: Scope = {}): void {
      if (!may(actor, action, scope)) refuse(forbidden("FORBIDDEN", whoMay(table[action])));
    },
    /** Some mandate names the role, whatever its scope. */
    holds: (actor: Actor, role: string) => actor.mandates.some((mandate) => mandate.role === role),
  };
}

const FRENCH: Record<string, string> = {};

/** The services name their roles in French once, for the sentence of a refusal. */
export const nameRoles = (names: Record<string, string>): void => void Object.assign(FRENCH, names);

function whoMay(row: readonly Grant[]): string {
  const names = [...new Set(row.map(({ role }) => FRENCH[role] ?? role))];
  return names.length === 0
    ? "Personne n'a ce droit."
    : `Vous n'avez pas ce droit. Peuvent agir ici : ${names.join(", ")}.`;
}
