import { heldData } from "@trame/kit/held";
import type { ViewerResolvers } from "../gen/schema.ts";
import { holdings } from "../held.ts";
import { tasksOf } from "../store/tasks.ts";

export const Viewer: ViewerResolvers = {
  __resolveReference: ({ id }) => ({ id }),
  heldByCommunications: ({ id }, _, { db, actor }) => (actor.personId === id ? heldData(db, id, holdings) : null),
  communicationTasks: ({ id }, _, { db, actor }) => (actor.personId === id ? tasksOf(db, actor) : null),
};
