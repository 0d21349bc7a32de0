import { useMutation } from "@apollo/client/react";
import { useEffect, useRef, useState } from "react";
import type { ApplicationDossierFragment } from "../../gen/graphql.ts";
import type { Refusal } from "../../ui/command.ts";
import { useAutosave } from "../../ui/useAutosave.ts";
import { REVISE_APPLICATION } from "./applications.ts";
import { changes, conflictsOf, type Draft, draftOf, type Field, merged } from "./revision.ts";
import { forget, keep } from "./unsaved.ts";

/** Where two persons changed the same: their version, until the person has chosen for each field. */
export interface Conflict {
  theirs: Draft;
  fields: Field[];
}

/**
 * The application as it is being written: saved by itself, only the fields that changed, against the version that was
 * read. Fields in conflict are held back until the person has chosen; the others go on being saved.
 */
export function useRevision(application: ApplicationDossierFragment) {
  const [draft, setDraft] = useState(() => draftOf(application));
  const [refusals, setRefusals] = useState<Refusal[]>([]);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  /** Rises when values come in from outside: fields that keep their own value are made anew. */
  const [round, setRound] = useState(0);
  const [mutate] = useMutation(REVISE_APPLICATION, { errorPolicy: "all" });
  const latest = useRef(draft);
  const base = useRef({ draft, version: application.version });
  const held = useRef<Field[]>([]);

  const show = (next: Draft) => {
    latest.current = next;
    setDraft(next);
  };

  const save = async (): Promise<boolean> => {
    const input = changes(base.current.draft, latest.current, held.current);
    if (Object.keys(input).length === 0) return true;
    const expectedVersion = base.current.version;
    const answer = await mutate({ variables: { input: { ...input, applicationId: application.id, expectedVersion } } });
    const payload = answer.data?.reviseApplication;
    if (!payload) return false;
    const current = payload.application;
    if (current && payload.errors.some(({ kind }) => kind === "CONFLICT")) return meet(current);
    setRefusals([...payload.errors]);
    if (payload.errors.length > 0 || !current) return false;
    base.current = { draft: draftOf(current), version: current.version };
    if (held.current.length === 0) forget(application.id);
    return true;
  };

  /** Somebody was faster: takes in what only they changed, asks about the rest, saves again what nobody disputes. */
  const meet = (current: ApplicationDossierFragment): Promise<boolean> => {
    const theirs = draftOf(current);
    const disputed = conflictsOf(base.current.draft, latest.current, theirs);
    show(merged(base.current.draft, latest.current, theirs));
    base.current = { draft: theirs, version: current.version };
    held.current = [...new Set([...held.current, ...disputed])];
    setConflict(held.current.length > 0 ? { theirs, fields: held.current } : null);
    setRound((one) => one + 1);
    return save();
  };

  const { saving, change, flush } = useAutosave<Draft>(save);

  const set = (patch: Partial<Draft>) => {
    const next = { ...latest.current, ...patch };
    show(next);
    keep(application.id, next);
    change(next);
  };

  const resolve = (field: Field, choice: "mine" | "theirs") => {
    held.current = held.current.filter((one) => one !== field);
    setConflict(conflict && held.current.length > 0 ? { ...conflict, fields: held.current } : null);
    const theirs = conflict?.theirs[field];
    set(choice === "theirs" && theirs !== undefined ? { [field]: theirs } : {});
    setRound((one) => one + 1);
  };

  const retry = () => {
    change(latest.current);
    void flush();
  };

  useLeaving(flush, saving.state === "dirty" || saving.state === "saving" || saving.state === "failed");
  return { draft, set, saving, refusals, conflict, resolve, retry, flush, round };
}

/** What is typed is sent before the screen goes; the browser asks before the window closes on unsaved text. */
function useLeaving(flush: () => Promise<void>, unsaved: boolean) {
  const last = useRef(flush);
  last.current = flush;
  useEffect(() => () => void last.current(), []);
  useEffect(() => {
    if (!unsaved) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [unsaved]);
}
