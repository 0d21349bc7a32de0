import { isLiveField } from "./document.ts";

/** What others see of somebody who is writing. Names are not here: the portal asks the graph for them. */
export interface Presence {
  personId: string;
  /** The field in which he or she is; null between fields. */
  field: string | null;
  /** The selection, as relative positions of Yjs. */
  selection: { anchor: unknown; head: unknown } | null;
}

/** A relative position is some 100 bytes. */
const LONGEST_SELECTION = 1_000;

/** The presence that a browser tells: whose it is, the door knows; what else it holds is dropped. */
export function presenceOf(state: Record<string, unknown>, personId: string): Presence {
  const field = isLiveField(state.field) ? state.field : null;
  return { personId, field, selection: field === null ? null : selectionOf(state.selection) };
}

function selectionOf(told: unknown): Presence["selection"] {
  if (typeof told !== "object" || told === null || !("anchor" in told) || !("head" in told)) return null;
  const selection = { anchor: told.anchor, head: told.head };
  return JSON.stringify(selection).length <= LONGEST_SELECTION ? selection : null;
}
