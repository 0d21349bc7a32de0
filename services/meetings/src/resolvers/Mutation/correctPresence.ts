import type { MutationResolvers } from "../../gen/schema.ts";
import * as store from "../../store/check-in.ts";
import { onMeeting } from "../answering.ts";

export const correctPresence: MutationResolvers["correctPresence"] = (_, { input }, ctx) =>
  onMeeting(ctx, "correctPresence", input, (tx, command) => {
    const { meetingId, personId, status, reason } = input;
    return store.correctPresence(tx, command, meetingId, { personId, status, reason });
  });
