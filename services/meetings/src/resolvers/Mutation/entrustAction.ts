import type { MutationResolvers } from "../../gen/schema.ts";
import * as store from "../../store/actions.ts";
import { onAction } from "../answering.ts";

export const entrustAction: MutationResolvers["entrustAction"] = (_, { input }, ctx) =>
  onAction(ctx, "entrustAction", input, (tx, command) => {
    const { actionId, ownerId, dueOn } = input;
    return store.entrustAction(tx, command, actionId, { ownerId, dueOn });
  });
