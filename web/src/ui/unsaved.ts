import { useEffect, useRef } from "react";

/** A text that would go with the page; `save` tries to save it first. */
interface Unsaved {
  save?: () => Promise<boolean>;
}

/** What is unsaved on the page: drafts and forms put themselves here, the one guard (Guard.tsx) asks. */
const all = new Set<{ current: Unsaved }>();
let leaving = false;

export const isUnsaved = (): boolean => all.size > 0 && !leaving;

/** Whether all of it could be saved. */
export async function saveAll(): Promise<boolean> {
  const saved = await Promise.all([...all].map(({ current }) => current.save?.() ?? false));
  return saved.every(Boolean);
}

/** The page goes on purpose, and what is kept in the browser comes back: nobody is to be asked. */
export function leave(): void {
  leaving = true;
}

export function useUnsaved(unsaved: boolean, save?: () => Promise<boolean>): void {
  const entry = useRef<Unsaved>({ save });
  entry.current = { save };
  useEffect(() => {
    if (!unsaved) return;
    all.add(entry);
    return () => void all.delete(entry);
  }, [unsaved]);
}
