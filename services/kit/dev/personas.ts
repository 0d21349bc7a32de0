import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DevFailure } from "./failure.ts";
import { root } from "./programs.ts";

/** A demonstration person who stands for a role; written by the people service beside its demonstration data. */
export interface Persona {
  /** The word of `npm run token -- --as`. */
  key: string;
  sub: string;
  role: string;
  name: string;
  title: string;
  order: number;
  email?: string;
}

export const PERSONAS_FILE = join(root, "services/people/demo/personas.json");

export function readPersonas(file = PERSONAS_FILE): Persona[] {
  if (!existsSync(file)) return [];
  const personas = JSON.parse(readFileSync(file, "utf8")) as Persona[];
  return personas.toSorted((a, b) => a.order - b.order);
}

/** By key, by subject, or the first of a role. */
export function personaFor(who: string, personas = readPersonas()): Persona {
  const found =
    personas.find(({ key, sub }) => key === who || sub === who) ??
    personas.find(({ role }) => role.toLowerCase().replaceAll("_", "-") === who.toLowerCase());
  if (found) return found;
  const known = personas.map(({ key }) => key).join(", ");
  throw new DevFailure(`Aucune personne de démonstration pour « ${who} ». Connues : ${known || "aucune"}.`);
}
