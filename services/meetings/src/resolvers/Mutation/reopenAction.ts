import type { MutationResolvers } from "../../gen/schema.ts";
import * as store from "../../store/actions.ts";
import { onAction } from "../answering.ts";

export const reopenAction: MutationResolvers["reopenAction"] = (_, { input }, ctx) =>
  onAction(ctx, "reopenAction", input, (tx, command) => store.reopenAction(tx, command, input.actionId));
