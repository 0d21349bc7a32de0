import type { MutationResolvers } from "../../gen/schema.ts";
import * as store from "../../store/schedule.ts";
import { onMeeting } from "../answering.ts";

export const conveneMeeting: MutationResolvers["conveneMeeting"] = (_, { input }, ctx) =>
  onMeeting(ctx, "conveneMeeting", input, (tx, command) => store.conveneMeeting(tx, command, input.meetingId));
