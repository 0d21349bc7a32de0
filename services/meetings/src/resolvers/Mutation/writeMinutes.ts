import type { MutationResolvers } from "../../gen/schema.ts";
import * as store from "../../store/sittings.ts";
import { onMeeting } from "../answering.ts";

export const writeMinutes: MutationResolvers["writeMinutes"] = (_, { input }, ctx) =>
  onMeeting(ctx, "writeMinutes", input, (tx, command) => {
    const { text, modalities = null, decisions } = input;
    return store.writeMinutes(tx, command, input.meetingId, { text, modalities, decisions: [...(decisions ?? [])] });
  });
