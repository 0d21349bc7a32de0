import { useEffect, useRef, useState } from "react";
import type { Saving } from "./SaveState.tsx";

/**
 * Saves a while after the last change, one save at a time: what is typed during a save is saved after it.
 * `save` tells whether it was accepted.
 */
export function useAutosave<Value>(save: (value: Value) => Promise<boolean>, delay = 800) {
  const [saving, setSaving] = useState<Saving>({ state: "clean" });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const pending = useRef<{ value: Value } | null>(null);
  const busy = useRef(false);
  const saveNow = useRef(save);
  saveNow.current = save;

  useEffect(() => () => clearTimeout(timer.current), []);

  const flush = async (): Promise<void> => {
    clearTimeout(timer.current);
    const next = pending.current;
    if (!next || busy.current) return;
    pending.current = null;
    busy.current = true;
    setSaving({ state: "saving" });
    const accepted = await saveNow.current(next.value).catch(() => false);
    busy.current = false;
    if (pending.current) return flush();
    setSaving(accepted ? { state: "saved", at: new Date().toISOString() } : { state: "failed" });
  };

  const change = (value: Value) => {
    pending.current = { value };
    setSaving({ state: "dirty" });
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void flush(), delay);
  };
  return { saving, change, flush };
}
