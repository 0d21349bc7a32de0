import type { DueHandler } from "@trame/kit/scheduler";
import type { Tx } from "./database.ts";
import { moveWithTime } from "./store/appointments.ts";
import { MANDATE_ENDS, MANDATE_STARTS } from "./store/mandates.ts";

/** The day counts, not the hour at which the scheduler gets to it. */
const move: DueHandler<Tx> = (tx, { key, dueAt }, { actor }) => moveWithTime(tx, { by: actor, at: dueAt }, key);

/** What time does, by kind. */
export const due: Record<string, DueHandler<Tx>> = { [MANDATE_STARTS]: move, [MANDATE_ENDS]: move };
