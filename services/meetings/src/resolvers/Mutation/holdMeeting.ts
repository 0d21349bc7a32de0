import type { MutationResolvers } from "../../gen/schema.ts";
import * as store from "../../store/sittings.ts";
import { onMeeting } from "../answering.ts";

export const holdMeeting: MutationResolvers["holdMeeting"] = (_, { input }, ctx) =>
  onMeeting(ctx, "holdMeeting", input, (tx, command) =>
    store.holdMeeting(tx, command, input.meetingId, input.attendance),
  );
