import type { MutationResolvers } from "../../gen/schema.ts";
import * as store from "../../store/sittings.ts";
import { onMeeting } from "../answering.ts";

export const approveMinutes: MutationResolvers["approveMinutes"] = (_, { input }, ctx) =>
  onMeeting(ctx, "approveMinutes", input, (tx, command) => store.approveMinutes(tx, command, input.meetingId));
