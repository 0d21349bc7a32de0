import type { MutationResolvers } from "../../gen/schema.ts";
import * as store from "../../store/check-in.ts";
import { onMeeting } from "../answering.ts";

export const openCheckIn: MutationResolvers["openCheckIn"] = (_, { input }, ctx) =>
  onMeeting(ctx, "openCheckIn", input, (tx, command) => store.openCheckIn(tx, command, input.meetingId));
