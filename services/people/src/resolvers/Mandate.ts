import { present } from "@trame/kit/batch";
import { dayIn } from "@trame/kit/day";
import { inForce } from "../domain/mandate.ts";
import type { MandateResolvers } from "../gen/schema.ts";

export const Mandate: MandateResolvers = {
  __resolveReference: ({ id }, { load }) => load.mandate.load(id),
  person: async ({ personId }, _, { load }) => present(await load.person.load(personId)),
  academy: async ({ academyCode }, _, { load }) =>
    academyCode ? ((await load.academies()).get(academyCode) ?? null) : null,
  givenBy: ({ givenById }, _, { load }) => (givenById ? load.person.load(givenById) : null),
  successor: ({ successorId }, _, { load }) => (successorId ? load.mandate.load(successorId) : null),
  predecessor: ({ id }, _, { load }) => load.predecessorOf.load(id),
  theme: ({ themeId }) => (themeId ? { id: themeId } : null),
  inForce: async (mandate, _, { load, at }) => {
    const academy = (await load.academies()).get(mandate.academyCode ?? "");
    return inForce(mandate, dayIn(at, academy?.timeZone));
  },
};
