import type { MutationResolvers } from "../../gen/schema.ts";
import * as store from "../../store/actions.ts";
import { onAction } from "../answering.ts";

export const recordAction: MutationResolvers["recordAction"] = (_, { input }, ctx) =>
  onAction(ctx, "recordAction", input, (tx, command) => {
    const { meetingId, text, ownerId, dueOn } = input;
    return store.recordAction(tx, command, { meetingId, text, ownerId, dueOn });
  });
