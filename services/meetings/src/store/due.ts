import type { DueHandler } from "@trame/kit/scheduler";
import type { Tx } from "../database.ts";
import { ACTION_OVERDUE, tellOverdue } from "./action-notices.ts";
import { ANSWERS_DUE, askAgain, MEETING_NEAR, tellNear } from "./reminders.ts";
import { TEAM_SILENT, tellSilence } from "./silences.ts";

/** What time does, by kind. */
export const due: Record<string, DueHandler<Tx>> = {
  [ANSWERS_DUE]: (tx, { key }, { at }) => askAgain(tx, key, at),
  [MEETING_NEAR]: (tx, { key }, { at }) => tellNear(tx, key, at),
  [TEAM_SILENT]: (tx, { key }, { at }) => tellSilence(tx, key, at),
  [ACTION_OVERDUE]: (tx, { key }, { at }) => tellOverdue(tx, key, at),
};
