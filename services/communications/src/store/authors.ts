import type { Command } from "@trame/kit/aggregate";
import { forbidden, refuse } from "@trame/kit/refusal";

/** Who signs: always a person. */
export function authorOf({ by }: Command): string {
  return by.personId ?? refuse(forbidden("PERSON_NEEDED", "Une personne signe : un programme ne le peut pas."));
}
