import type { ViewerResolvers } from "../gen/schema.ts";
import { tasksOf } from "../store/tasks.ts";

export const Viewer: ViewerResolvers = {
  __resolveReference: ({ id }) => ({ id }),
  projectTasks: ({ id }, _, { db, actor, at }) => (actor.personId === id ? tasksOf(db, actor, at) : null),
};
