import type { MutationResolvers } from "../../gen/schema.ts";
import * as store from "../../store/polls.ts";
import { onMeeting } from "../answering.ts";

export const openDatePoll: MutationResolvers["openDatePoll"] = (_, { input }, ctx) =>
  onMeeting(ctx, "openDatePoll", input, (tx, command) => {
    const { meetingId, startsAt, deadlineAt } = input;
    return store.openPoll(tx, command, { meetingId, startsAt: [...startsAt], deadlineAt });
  });
