import { useApolloClient } from "@apollo/client/react";
import { useEffect, useRef, useState } from "react";
import { VIEWER } from "../apollo/viewer.ts";
import type { Refusal } from "./command.ts";
import { asTyped, clashes, only, type Stored, settled, withoutFields } from "./draft.ts";
import { recall, remember } from "./keep.ts";
import { useUnsaved } from "./unsaved.ts";
import { type Outcome, useAutosave } from "./useAutosave.ts";

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
 * or a reload. A conflict is shown only where somebody else changed the same field; the other fields go on being saved.
 */
export function useDraft<Fields extends object>({ key, stored, send, reread, manual }: DraftSpec<Fields>) {
  const [unsaved, setUnsaved] = useState<Partial<Fields>>({});
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const [theirs, setTheirs] = useState<Partial<Fields>>({});
  const [restored, setRestored] = useState(false);
  /** Rises when values come in from outside: fields that keep their own value are made anew. */
  const [round, setRound] = useState(0);
  const hasSession = useSession();
  const edited = useRef<Partial<Fields>>({});
  /** The fields as they were when their editing began. */
  const base = useRef<Partial<Fields>>({});
  const known = useRef(stored);
  /** As typed: a service may trim a text, and the cursor's blank must not vanish under the fingers. */
  const typed = useRef<Partial<Fields>>({});
  /** Fields in conflict wait until the person has chosen: saving them would overwrite the others. */
  const disputed = useRef<Partial<Fields>>({});
  if (stored.version > known.current.version) known.current = stored;

  const keep = (next: Partial<Fields>) => {
    edited.current = next;
    setUnsaved(next);
    remember(key, next, base.current);
  };
  const dispute = (next: Partial<Fields>) => {
    disputed.current = next;
    setTheirs(next);
    setRound((one) => one + 1);
  };

  /** Somebody was faster: asks about the fields that both changed, and leaves the rest to be saved again. */
  const meet = async (patch: Partial<Fields>): Promise<boolean> => {
    const latest = await reread();
    if (!latest) return false;
    const clash = clashes(patch, base.current, latest.fields);
    known.current = latest;
    if (clash) dispute({ ...disputed.current, ...clash });
    return true;
  };

  const save = async (tries: number): Promise<Outcome> => {
    const patch = withoutFields(edited.current, disputed.current);
    if (Object.keys(patch).length === 0) return Object.keys(disputed.current).length > 0 ? "refused" : "saved";
    const refused = await send(patch, known.current.version, { ...known.current.fields, ...patch });
    if (refused.some(({ kind }) => kind === "CONFLICT") && tries < 3) {
      return (await meet(patch)) ? save(tries + 1) : "offline";
    }
    const outcome = await outcomeOf(refused, hasSession);
    setRefusals(outcome === "refused" ? refused : []);
    if (outcome !== "saved") return outcome;
    base.current = settled(base.current, patch, edited.current);
    keep(settled(edited.current, patch, edited.current));
    return Object.keys(disputed.current).length > 0 ? "refused" : "saved";
  };
  const autosave = useAutosave<Partial<Fields>>(() => save(0));

  const change = (patch: Partial<Fields>) => {
    base.current = { ...known.current.fields, ...base.current };
    typed.current = { ...typed.current, ...patch };
    keep({ ...edited.current, ...patch });
    if (!manual) autosave.change(edited.current);
  };
  const saveNow = () => {
    autosave.change(edited.current);
    return autosave.flush();
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: once per draft; `change` is new at each rendering.
  useEffect(() => {
    const found = recall<Fields>(key);
    if (!found) return;
    base.current = found.base;
    setRestored(true);
    setRound((one) => one + 1);
    change(found.unsaved);
  }, [key]);

  const last = useRef(autosave.flush);
  last.current = autosave.flush;
  useEffect(() => () => void last.current(), []);

  const dirty = Object.keys(unsaved).length > 0;
  useUnsaved(dirty, async () => !manual && (await saveNow()) === "saved");

  /** The person's choice where two versions met. */
  const resolve = (name: keyof Fields, choice: "mine" | "theirs") => {
    base.current = { ...base.current, ...only(known.current.fields, name) };
    dispute(withoutFields(disputed.current, only(known.current.fields, name)));
    if (choice === "theirs") {
      typed.current = withoutFields(typed.current, only(known.current.fields, name));
      keep(withoutFields(edited.current, only(known.current.fields, name)));
    }
    void saveNow();
  };

  return {
    fields: { ...asTyped(known.current.fields, typed.current), ...unsaved },
    change,
    saving: autosave.saving,
    refusals,
    restored,
    round,
    dirty,
    saveNow,
    /** What others wrote meanwhile in the fields that are being edited. */
    theirs,
    resolve,
    /** Gives up what is not saved. */
    discard: () => {
      typed.current = {};
      base.current = {};
      setRefusals([]);
      dispute({});
      keep({});
    },
  };
}

export type Draft<Fields extends object> = ReturnType<typeof useDraft<Fields>>;

async function outcomeOf(refused: readonly Refusal[], hasSession: () => Promise<boolean>): Promise<Outcome> {
  if (refused.length === 0) return "saved";
  if (refused.some(({ kind }) => kind === "FAULT")) return "offline";
  if (refused.some(({ code }) => code === "UNAUTHENTICATED")) return "ended";
  // Without a session one is nobody, and nobody has the right: it is the session that wants renewing.
  if (refused.some(({ kind }) => kind === "FORBIDDEN") && !(await hasSession())) return "ended";
  return "refused";
}

function useSession() {
  const client = useApolloClient();
  return async (): Promise<boolean> => {
    const { data, error } = await client.query({ query: VIEWER, fetchPolicy: "no-cache", errorPolicy: "all" });
    return Boolean(error) || Boolean(data?.viewer);
  };
}
