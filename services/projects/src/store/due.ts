import { systemCommand } from "@trame/kit/answer";
import type { DueHandler } from "@trame/kit/scheduler";
import type { Tx } from "../database.ts";
import type { PhaseKind } from "../domain/phases.ts";
import { beginPhase, CALL_CLOSES, closeCall, closeTheme, DRAFT_REMINDER, PHASE_BEGINS, THEME_CLOSES } from "./call.ts";
import { CORRECTION_REMINDER, remindOfCorrection } from "./dossier.ts";
import { remindOfDrafts, tellPhase } from "./reminders.ts";
import { beginYear, SCENARIO_DUE, SECOND_YEAR, scenarioDue, secondYearDue, YEAR_BEGINS } from "./years.ts";

const command = (at: Date) => systemCommand("projects", at);

/** What time does, by kind. */
export const due: Record<string, DueHandler<Tx>> = {
  [CALL_CLOSES]: async (tx, { key, dueAt }) => void (await closeCall(tx, command(dueAt), key)),
  [THEME_CLOSES]: async (tx, { key, dueAt }) => void (await closeTheme(tx, command(dueAt), key)),
  [PHASE_BEGINS]: async (tx, { key, dueAt }) => {
    const [id = "", phase = ""] = key.split("/");
    const before = await tx.campaign.findUnique({ where: { id }, select: { version: true } });
    const campaign = await beginPhase(tx, command(dueAt), id, phase as PhaseKind);
    if (campaign.version !== before?.version) await tellPhase(tx, dueAt, campaign);
  },
  [DRAFT_REMINDER]: (tx, { key, dueAt }) => remindOfDrafts(tx, dueAt, key),
  [CORRECTION_REMINDER]: (tx, { key, dueAt }) => remindOfCorrection(tx, dueAt, key),
  [YEAR_BEGINS]: async (tx, { key, dueAt }) => void (await beginYear(tx, command(dueAt), key)),
  [SECOND_YEAR]: (tx, { key, dueAt }) => secondYearDue(tx, dueAt, key),
  [SCENARIO_DUE]: (tx, { key, dueAt }) => scenarioDue(tx, dueAt, key),
};
