import { heldData } from "@trame/kit/held";
import type { ViewerResolvers } from "../gen/schema.ts";
import { holdings } from "../held.ts";
import { addressesOf } from "../store/calendars.ts";
import { meetingTasks } from "../store/tasks.ts";

export const Viewer: ViewerResolvers = {
  __resolveReference: ({ id }) => ({ id }),
  heldByMeetings: ({ id }, _, { db, actor }) => (actor.personId === id ? heldData(db, id, holdings) : null),
  meetingTasks: ({ id }, _, { db, load, actor, at }) =>
    actor.personId === id ? meetingTasks(db, load, actor, at) : null,
  calendarAddresses: ({ id }, _, { db, actor }) => (actor.personId === id ? addressesOf(db, id) : null),
};
