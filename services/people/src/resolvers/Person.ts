import { dayIn } from "@trame/kit/day";
import type { Context } from "../context.ts";
import { family } from "../domain/academy.ts";
import { inForce, isHeld } from "../domain/mandate.ts";
import type { PersonResolvers } from "../gen/schema.ts";
import { administers, isSignedIn } from "../policy.ts";

/** Visitors and programs read names and academies, as published works carry them; the rest is for who signed in. */
export const Person: PersonResolvers = {
  __resolveReference: ({ id }, { load }) => load.person.load(id),
  position: ({ position }, _, { actor }) => (isSignedIn(actor) ? position : null),
  establishment: ({ establishment }, _, { actor }) => (isSignedIn(actor) ? establishment : null),
  email: ({ email }, _, { actor }) => (isSignedIn(actor) ? email : null),
  erased: ({ erasedAt }) => erasedAt !== null,
  hasAccount: async ({ id, academyCode }, _, { load, actor }) =>
    administers(actor, await homeOf(academyCode, load)) ? (await load.hasAccount.load(id)) > 0 : null,
  academy: async ({ academyCode }, _, { load }) =>
    academyCode ? ((await load.academies()).get(academyCode) ?? null) : null,
  mandates: async ({ id, academyCode }, { all }, { load, actor, at }) => {
    if (!isSignedIn(actor)) return [];
    const mandates = await load.mandatesOfPerson.load(id);
    if (all) {
      const reads = actor.personId === id || administers(actor, await homeOf(academyCode, load));
      return reads ? mandates : mandates.filter(({ state }) => isHeld(state));
    }
    return mandates.filter((mandate) => inForce(mandate, dayIn(at)));
  },
};

/** The academy of the person with those that it came from or went into. */
const homeOf = async (academyCode: string | null, load: Context["load"]): Promise<string[]> =>
  academyCode ? family([...(await load.academies()).values()], academyCode) : [];
