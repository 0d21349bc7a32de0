import type { MutationResolvers } from "../../gen/schema.ts";
import * as store from "../../store/actions.ts";
import { onAction } from "../answering.ts";

export const completeAction: MutationResolvers["completeAction"] = (_, { input }, ctx) =>
  onAction(ctx, "completeAction", input, (tx, command) => store.completeAction(tx, command, input.actionId));
