import type { ViewerResolvers } from "../gen/schema.ts";
import { meetingTasks } from "../store/tasks.ts";

export const Viewer: ViewerResolvers = {
  __resolveReference: ({ id }) => ({ id }),
  meetingTasks: ({ id }, _, { db, load, actor, at }) =>
    actor.personId === id ? meetingTasks(db, load, actor, at) : null,
};
