import type { MutationResolvers } from "../../gen/schema.ts";
import * as store from "../../store/schedule.ts";
import { onMeeting } from "../answering.ts";

export const cancelMeeting: MutationResolvers["cancelMeeting"] = (_, { input }, ctx) =>
  onMeeting(ctx, "cancelMeeting", input, (tx, command) =>
    store.cancelMeeting(tx, command, input.meetingId, input.reason),
  );
