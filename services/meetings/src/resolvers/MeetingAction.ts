import { dayIn } from "@trame/kit/day";
import { isOverdue } from "../domain/action.ts";
import type { MeetingActionResolvers } from "../gen/schema.ts";
import { zoneOf } from "../store/academies.ts";
import { person } from "./inside.ts";

export const MeetingAction: MeetingActionResolvers = {
  owner: ({ ownerId }) => person(ownerId),
  overdue: async (action, _, { load, at }) =>
    isOverdue(action, dayIn(at, zoneOf(await load.academies(), action.academyCode))),
  meeting: ({ meetingId }, _, { load }) => load.meeting.load(meetingId),
  recordedBy: ({ recordedById }) => person(recordedById),
  closedAt: ({ closed }) => closed?.at ?? null,
  closedBy: ({ closed }) => person(closed?.byId),
  dropReason: ({ closed }) => closed?.reason ?? null,
};
