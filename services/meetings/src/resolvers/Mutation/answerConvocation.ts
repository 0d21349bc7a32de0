import type { MutationResolvers } from "../../gen/schema.ts";
import * as store from "../../store/sittings.ts";
import { onMeeting } from "../answering.ts";

export const answerConvocation: MutationResolvers["answerConvocation"] = (_, { input }, ctx) =>
  onMeeting(ctx, "answerConvocation", input, (tx, command) => {
    const { answer, replacedById = null } = input;
    return store.answerConvocation(tx, command, input.meetingId, { answer, replacedById });
  });
