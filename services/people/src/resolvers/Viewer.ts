import { present } from "@trame/kit/batch";
import { dayIn } from "@trame/kit/day";
import { heldData } from "@trame/kit/held";
import { inForce } from "../domain/mandate.ts";
import type { ViewerResolvers } from "../gen/schema.ts";
import { holdings } from "../held.ts";
import { correctionsOf, erasureOf } from "../store/care.ts";
import { academicGroupsOf, nationalGroupsOf } from "../store/membership.ts";
import { peopleTasks } from "../store/tasks.ts";

export const Viewer: ViewerResolvers = {
  __resolveReference: ({ id }, { actor }) => (actor.personId === id ? { id } : null),
  person: async ({ id }, _, { load }) => present(await load.person.load(id)),
  mandates: async ({ id }, _, { load, at }) =>
    (await load.mandatesOfPerson.load(id)).filter((mandate) => inForce(mandate, dayIn(at))),
  academicGroups: ({ id }, _, { db }) => academicGroupsOf(db, id),
  nationalGroups: ({ id }, _, { db }) => nationalGroupsOf(db, id),
  invitations: async ({ id }, _, { load }) =>
    (await load.mandatesOfPerson.load(id)).filter(({ state }) => state === "INVITED"),
  heldByPeople: ({ id }, _, { db }) => heldData(db, id, holdings),
  erasure: ({ id }, _, { db }) => erasureOf(db, id),
  corrections: ({ id }, _, { db }) => correctionsOf(db, id),
  peopleTasks: async (_, __, { db, actor, load, at }) => peopleTasks(db, actor, await load.academies(), at),
};
