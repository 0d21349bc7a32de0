import type { MutationResolvers } from "../../gen/schema.ts";
import * as store from "../../store/sittings.ts";
import { onMeeting } from "../answering.ts";

export const publishMinutesSynthesis: MutationResolvers["publishMinutesSynthesis"] = (_, { input }, ctx) =>
  onMeeting(ctx, "publishMinutesSynthesis", input, (tx, command) =>
    store.publishSynthesis(tx, command, input.meetingId, { text: input.text, url: input.url }),
  );
