import { pageOf } from "@trame/kit/connection";
import { heldData } from "@trame/kit/held";
import type { ViewerResolvers } from "../gen/schema.ts";
import { holdings } from "../held.ts";
import { countUnread, listNotifications } from "../store/notifications.ts";
import { digestHourOf, preferencesOf } from "../store/preferences.ts";
import { tasksOf } from "../store/tasks.ts";

/** Each person's own business: of anybody else it is null. */
export const Viewer: ViewerResolvers = {
  __resolveReference: ({ id }) => ({ id }),
  heldByCommunications: ({ id }, _, { db, actor }) => (actor.personId === id ? heldData(db, id, holdings) : null),
  communicationTasks: ({ id }, _, { db, actor, at }) => (actor.personId === id ? tasksOf(db, actor, at) : null),
  notifications: ({ id }, { filter, ...args }, { db, actor }) =>
    actor.personId === id
      ? listNotifications(db, { personId: id, unread: filter?.unread, kinds: filter?.kinds }, pageOf(args))
      : null,
  unreadNotifications: ({ id }, _, { db, actor }) => (actor.personId === id ? countUnread(db, id) : null),
  notificationPreferences: ({ id }, _, { db, actor }) => (actor.personId === id ? preferencesOf(db, id) : null),
  digestHour: ({ id }, _, { db, actor }) => (actor.personId === id ? digestHourOf(db, id) : null),
};
