import type { MeetingText } from "../../domain/meeting.ts";
import type { MutationResolvers, ReviseMeetingInput } from "../../gen/schema.ts";
import * as store from "../../store/schedule.ts";
import { onMeeting, toAgenda } from "../answering.ts";

export const reviseMeeting: MutationResolvers["reviseMeeting"] = (_, { input }, ctx) =>
  onMeeting(ctx, "reviseMeeting", input, (tx, command) =>
    store.reviseMeeting(tx, command, input.meetingId, toText(input)),
  );

/** A field that is absent stays; place and address may be taken off with null, the others cannot be. */
function toText(input: ReviseMeetingInput): Partial<MeetingText> {
  const { meetingId: _id, expectedVersion: _v, idempotencyKey: _k, agenda, ...rest } = input;
  const given = Object.entries(rest).filter(
    ([field, value]) => value !== undefined && (value !== null || field === "place" || field === "videoUrl"),
  );
  return { ...Object.fromEntries(given), ...(agenda ? { agenda: toAgenda(agenda) } : {}) };
}
