import type { MutationResolvers } from "../../gen/schema.ts";
import * as store from "../../store/actions.ts";
import { onAction } from "../answering.ts";

export const dropAction: MutationResolvers["dropAction"] = (_, { input }, ctx) =>
  onAction(ctx, "dropAction", input, (tx, command) => store.dropAction(tx, command, input.actionId, input.reason));
