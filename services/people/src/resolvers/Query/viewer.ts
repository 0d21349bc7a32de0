import { dayIn } from "@trame/kit/day";
import { forbidden, refuse } from "@trame/kit/refusal";
import { inForce } from "../../domain/mandate.ts";
import type { QueryResolvers } from "../../gen/schema.ts";
import { mayIdentify } from "../../policy.ts";
import { identify } from "../../store/persons.ts";

export const viewer: QueryResolvers["viewer"] = async (_, __, { actor, load }) => {
  if (actor.kind !== "person" || !actor.personId) return null;
  return (await load.person.load(actor.personId)) ? { id: actor.personId } : null;
};

/** Who a subject is, and which mandates are in force today, each by the day of its academy. */
export const identity: QueryResolvers["identity"] = async (_, { issuer, subject }, { db, actor, load, at }) => {
  if (!mayIdentify(actor)) refuse(forbidden("FORBIDDEN", "Seule la passerelle reconnaît les identités."));
  const personId = await identify(db, issuer, subject);
  const person = personId ? await load.person.load(personId) : null;
  if (!person) return null;
  const academies = await load.academies();
  const mandates = await load.mandatesOfPerson.load(person.id);
  return {
    personId: person.id,
    name: person.displayName,
    mandates: mandates.filter((mandate) =>
      inForce(mandate, dayIn(at, academies.get(mandate.academyCode ?? "")?.timeZone)),
    ),
  };
};
