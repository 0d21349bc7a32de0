import { useEffect, useRef, useState } from "react";
import type { Refusal } from "./command.ts";
import { asTyped, clashes, type Stored, settled } from "./draft.ts";
import { useAutosave } from "./useAutosave.ts";

interface DraftSpec<Fields extends object> {
  /** Names the draft in the browser's session, e.g. `scenario:…`. */
  key: string;
  /** What the server holds, as last read. */
  stored: Stored<Fields>;
  /** Sends what has changed; returns what is refused. */
  send: (patch: Partial<Fields>, expectedVersion: number, whole: Fields) => Promise<readonly Refusal[]>;
  /** Reads again after a conflict; null when the service does not answer. */
  reread: () => Promise<Stored<Fields> | null>;
  /** Saves when asked only: for what is public as soon as it is saved. */
  manual?: boolean;
}

/**
 * Fields that save themselves. What is not saved yet stays in the browser's session, and comes back after a new sign-in
 * or a reload. A conflict is shown only where somebody else changed the same field.
 */
export function useDraft<Fields extends object>({ key, stored, send, reread, manual }: DraftSpec<Fields>) {
  const [unsaved, setUnsaved] = useState<Partial<Fields>>({});
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const [theirs, setTheirs] = useState<Partial<Fields> | null>(null);
  const [restored, setRestored] = useState(false);
  const edited = useRef<Partial<Fields>>({});
  /** The fields as they were when their editing began. */
  const base = useRef<Partial<Fields>>({});
  const known = useRef(stored);
  /** As typed: a service may trim a text, and the cursor's blank must not vanish under the fingers. */
  const typed = useRef<Partial<Fields>>({});
  const clashing = useRef(false);
  if (stored.version > known.current.version) known.current = stored;

  const keep = (next: Partial<Fields>) => {
    edited.current = next;
    setUnsaved(next);
    remember(key, next, base.current);
  };

  const save = async (patch: Partial<Fields>): Promise<boolean> => {
    if (Object.keys(patch).length === 0) return true;
    // Until the person has chosen, saving would overwrite the others.
    if (clashing.current) return false;
    let refused = await send(patch, known.current.version, { ...known.current.fields, ...patch });
    if (refused.some(({ kind }) => kind === "CONFLICT")) {
      const latest = await reread();
      if (!latest) return false;
      const clash = clashes(patch, base.current, latest.fields);
      known.current = latest;
      if (clash) {
        clashing.current = true;
        setTheirs(clash);
        return false;
      }
      refused = await send(patch, latest.version, { ...latest.fields, ...patch });
    }
    setRefusals(refused);
    if (refused.length > 0) return false;
    base.current = settled(base.current, patch, edited.current);
    keep(settled(edited.current, patch, edited.current));
    return true;
  };
  const autosave = useAutosave(save);

  const change = (patch: Partial<Fields>) => {
    base.current = { ...known.current.fields, ...base.current };
    typed.current = { ...typed.current, ...patch };
    keep({ ...edited.current, ...patch });
    if (!manual) autosave.change(edited.current);
  };
  const saveNow = () => {
    autosave.change(edited.current);
    void autosave.flush();
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: once per draft; `change` is new at each rendering.
  useEffect(() => {
    const found = recall<Fields>(key);
    if (!found) return;
    base.current = found.base;
    setRestored(true);
    change(found.unsaved);
  }, [key]);

  const leave = useRef(autosave.flush);
  leave.current = autosave.flush;
  useEffect(() => () => void leave.current(), []);
  useWarning(Object.keys(unsaved).length > 0);

  return {
    fields: { ...asTyped(stored.fields, typed.current), ...unsaved },
    change,
    saving: autosave.saving,
    refusals,
    restored,
    dirty: Object.keys(unsaved).length > 0,
    saveNow,
    /** Gives up what is not saved. */
    discard: () => {
      typed.current = {};
      base.current = {};
      setRefusals([]);
      keep({});
    },
    /** What others wrote meanwhile in the fields that are being edited. */
    theirs,
    /** Saves this person's text over the others'. */
    keepMine: () => {
      clashing.current = false;
      setTheirs(null);
      base.current = { ...known.current.fields };
      saveNow();
    },
    /** Gives up this person's text where the others changed it. */
    takeTheirs: () => {
      const next = { ...edited.current };
      for (const name of Object.keys(theirs ?? {})) delete next[name as keyof Fields];
      clashing.current = false;
      setTheirs(null);
      base.current = { ...known.current.fields };
      keep(next);
      saveNow();
    },
  };
}

export type Draft<Fields extends object> = ReturnType<typeof useDraft<Fields>>;

/** Closing the tab with unsaved text asks first. */
function useWarning(unsaved: boolean) {
  useEffect(() => {
    if (!unsaved) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [unsaved]);
}

interface Kept<Fields> {
  unsaved: Partial<Fields>;
  base: Partial<Fields>;
}

const nameOf = (key: string) => `trame:brouillon:${key}`;

/** The session's storage, not the lasting one: school computers are shared. */
function remember<Fields extends object>(key: string, unsaved: Partial<Fields>, base: Partial<Fields>) {
  try {
    if (Object.keys(unsaved).length === 0) sessionStorage.removeItem(nameOf(key));
    else sessionStorage.setItem(nameOf(key), JSON.stringify({ unsaved, base }));
  } catch {
    // Storage is full or forbidden: the text is still on the page.
  }
}

function recall<Fields extends object>(key: string): Kept<Fields> | null {
  try {
    const text = sessionStorage.getItem(nameOf(key));
    return text ? (JSON.parse(text) as Kept<Fields>) : null;
  } catch {
    return null;
  }
}
