import type { ViewerResolvers } from "../gen/schema.ts";
import { tasksOf } from "../store/tasks.ts";

export const Viewer: ViewerResolvers = {
  __resolveReference: ({ id }) => ({ id }),
  communicationTasks: ({ id }, _, { db, actor }) => (actor.personId === id ? tasksOf(db, actor) : null),
};
