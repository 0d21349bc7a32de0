import type { DueHandler } from "@trame/kit/scheduler";
import type { Tx } from "../database.ts";
import { ACTION_OVERDUE, tellOverdue } from "./action-notices.ts";

/** What time does, by kind. */
export const due: Record<string, DueHandler<Tx>> = {
  [ACTION_OVERDUE]: (tx, { key }, { at }) => tellOverdue(tx, key, at),
};
