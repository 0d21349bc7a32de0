import type { MutationResolvers } from "../../gen/schema.ts";
import * as store from "../../store/polls.ts";
import { onMeeting } from "../answering.ts";

export const answerDatePoll: MutationResolvers["answerDatePoll"] = (_, { input }, ctx) =>
  onMeeting(ctx, "answerDatePoll", input, (tx, command) => {
    return store.answerPoll(tx, command, input.pollId, input.answers);
  });
