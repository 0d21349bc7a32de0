import { dayIn } from "@trame/kit/day";
import { inForce } from "../domain/mandate.ts";
import type { PersonResolvers } from "../gen/schema.ts";
import { isSignedIn } from "../policy.ts";

/** Visitors and programs read names and academies, as published works carry them; the rest is for who signed in. */
export const Person: PersonResolvers = {
  __resolveReference: ({ id }, { load }) => load.person.load(id),
  position: ({ position }, _, { actor }) => (isSignedIn(actor) ? position : null),
  establishment: ({ establishment }, _, { actor }) => (isSignedIn(actor) ? establishment : null),
  email: ({ email }, _, { actor }) => (isSignedIn(actor) ? email : null),
  academy: async ({ academyCode }, _, { load }) =>
    academyCode ? ((await load.academies()).get(academyCode) ?? null) : null,
  mandates: async ({ id }, { all }, { load, actor, at }) => {
    if (!isSignedIn(actor)) return [];
    const mandates = await load.mandatesOfPerson.load(id);
    return all ? mandates : mandates.filter((mandate) => inForce(mandate, dayIn(at)));
  },
};
