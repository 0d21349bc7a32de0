import { useEffect, useRef, useState } from "react";
import type { Saving } from "./SaveState.tsx";

/** How a save ended: with nothing, on the rules, on a network or a service that does not answer, without a session. */
export type Outcome = "saved" | "refused" | "offline" | "ended";

const RETRY = 10_000;

/**
 * Saves a while after the last change, one save at a time: what is typed during a save is saved after it. What the
 * network lost is sent again when it is back, and every ten seconds.
 */
export function useAutosave<Value>(save: (value: Value) => Promise<Outcome>, delay = 800) {
  const [saving, setSaving] = useState<Saving>({ state: "clean" });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const pending = useRef<{ value: Value } | null>(null);
  const running = useRef<Promise<Outcome> | null>(null);
  const saveNow = useRef(save);
  saveNow.current = save;

  useEffect(() => () => clearTimeout(timer.current), []);

  const run = async (value: Value): Promise<Outcome> => {
    setSaving({ state: "saving" });
    const outcome = await saveNow.current(value).catch((): Outcome => "offline");
    if (outcome !== "saved") pending.current ??= { value };
    setSaving(outcome === "saved" ? { state: "saved", at: new Date().toISOString() } : { state: outcome });
    return outcome;
  };

  /** Sends what waits; resolves when nothing is on its way any more. */
  const flush = async (): Promise<Outcome> => {
    clearTimeout(timer.current);
    if (running.current) await running.current;
    if (running.current) return flush();
    const next = pending.current;
    if (!next) return "saved";
    pending.current = null;
    running.current = run(next.value);
    const outcome = await running.current;
    running.current = null;
    return outcome === "saved" && pending.current ? flush() : outcome;
  };

  const change = (value: Value) => {
    pending.current = { value };
    setSaving(({ state }) => ({ state: state === "ended" ? "ended" : "dirty" }));
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void flush(), delay);
  };

  const again = useRef(flush);
  again.current = flush;
  const waiting = saving.state === "offline";
  useEffect(() => {
    if (!waiting) return;
    const retry = () => void again.current();
    const turn = setInterval(retry, RETRY);
    window.addEventListener("online", retry);
    return () => {
      clearInterval(turn);
      window.removeEventListener("online", retry);
    };
  }, [waiting]);

  return { saving, change, flush };
}
