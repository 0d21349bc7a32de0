import type { DueHandler } from "@trame/kit/scheduler";
import type { Tx } from "./database.ts";
import { lapseInvitation } from "./store/invitations.ts";
import { INVITATION_LAPSES, MANDATE_ENDS, MANDATE_STARTS } from "./store/mandates.ts";
import { moveWithTime } from "./store/replacements.ts";
import { purge, RETENTION_PURGE, RETENTION_SWEEP, sweep } from "./store/retention.ts";

/** The day counts, not the hour at which the scheduler gets to it. */
const move: DueHandler<Tx> = (tx, { key, dueAt }, { actor }) => moveWithTime(tx, { by: actor, at: dueAt }, key);

const lapse: DueHandler<Tx> = (tx, { key, dueAt }, { actor }) => lapseInvitation(tx, { by: actor, at: dueAt }, key);

/** What time does, by kind. */
export const due: Record<string, DueHandler<Tx>> = {
  [MANDATE_STARTS]: move,
  [MANDATE_ENDS]: move,
  [INVITATION_LAPSES]: lapse,
  [RETENTION_SWEEP]: (tx, _, { actor, at }) => sweep(tx, { by: actor, at }),
  [RETENTION_PURGE]: (tx, { key }, { actor, at }) => purge(tx, { by: actor, at }, key),
};
