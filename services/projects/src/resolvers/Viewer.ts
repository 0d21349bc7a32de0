import { pageOf } from "@trame/kit/connection";
import { heldData } from "@trame/kit/held";
import type { ViewerResolvers } from "../gen/schema.ts";
import { holdings } from "../held.ts";
import { listOwnLines } from "../store/pay-lists.ts";
import { tasksOf } from "../store/tasks.ts";

export const Viewer: ViewerResolvers = {
  __resolveReference: ({ id }) => ({ id }),
  heldByProjects: ({ id }, _, { db, actor }) => (actor.personId === id ? heldData(db, id, holdings) : null),
  projectTasks: ({ id }, _, { db, actor, at }) => (actor.personId === id ? tasksOf(db, actor, at) : null),
  payLines: ({ id }, page, { db, actor }) => (actor.personId === id ? listOwnLines(db, id, pageOf(page)) : null),
};
