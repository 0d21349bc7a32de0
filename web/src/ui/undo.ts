import { useSyncExternalStore } from "react";

/** Something that was taken away a moment ago, and how it comes back. */
export interface Undoable {
  /** « Ressource retirée : Carte des vents ». */
  said: string;
  /** Whether it came back. */
  undo: () => Promise<boolean> | boolean;
}

let offered: Undoable | null = null;
const listeners = new Set<() => void>();

/** Offered until something else is taken away or the page changes: longer than anybody needs to see a slip. */
export function offerUndo(next: Undoable | null): void {
  offered = next;
  for (const tell of listeners) tell();
}

const subscribe = (tell: () => void) => {
  listeners.add(tell);
  return () => void listeners.delete(tell);
};

export const useUndoable = (): Undoable | null =>
  useSyncExternalStore(
    subscribe,
    () => offered,
    () => null,
  );
