import type { MutationResolvers } from "../../gen/schema.ts";
import * as store from "../../store/check-in.ts";
import { onMeeting } from "../answering.ts";

export const checkIn: MutationResolvers["checkIn"] = async (_, { input }, ctx) => {
  const { meetingId, code, remotely } = input;
  const tries = await store.countTry(ctx.db, meetingId, ctx.actor.personId ?? "", ctx.at);
  return onMeeting(ctx, "checkIn", input, (tx, command) =>
    store.checkIn(tx, command, meetingId, { code, remotely: remotely ?? false, tries }),
  );
};
