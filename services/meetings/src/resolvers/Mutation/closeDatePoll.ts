import type { MutationResolvers } from "../../gen/schema.ts";
import * as store from "../../store/polls.ts";
import { onMeeting } from "../answering.ts";

export const closeDatePoll: MutationResolvers["closeDatePoll"] = (_, { input }, ctx) =>
  onMeeting(ctx, "closeDatePoll", input, (tx, command) => {
    return store.closePoll(tx, command, input.pollId, input.optionId ?? null);
  });
