import { useApolloClient } from "@apollo/client/react";
import { createContext, useContext, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { VIEWER } from "../../../apollo/viewer.ts";
import { useUnsaved } from "../../../ui/unsaved.ts";
import type { Names } from "./carets.ts";
import type { mountEditor } from "./editor.ts";
import type { Session, Snapshot } from "./session.ts";
import { useNames } from "./useNames.ts";

const NOT_YET: Snapshot = { status: "connecting", pending: false, savedAt: null, stored: 0, others: [] };
const ENDED_AFTER_MS = 1_500;

export interface Live extends Snapshot {
  session: Session;
  mount: typeof mountEditor;
  names: Names;
  /** The sign-in ended meanwhile: what is typed stays in this window. */
  signedOut: boolean;
}

/** The texts that are written live; without it, plain fields that save themselves. */
export const LiveContext = createContext<Live | null>(null);
export const useLiveContext = () => useContext(LiveContext);

interface Options {
  scenarioId: string;
  /** Drafts only: what is public, or read by others, is changed on purpose. */
  wanted: boolean;
  /** What is typed in the plain fields is saved first. */
  ready: boolean;
  /** The service took what was written into the scenario. */
  onStored: () => void;
  /** The scenario is no draft any more, or one may not write it any more. */
  onClosed: () => void;
}

export interface LiveText {
  live: Live | null;
  /** What was typed when the service closed it, by field. */
  lost: Readonly<Record<string, string>> | null;
}

/**
 * Opens the live text when the page is there. The plain fields stand until everything is in sync, and wherever no socket
 * gets through.
 */
export function useLive(options: Options): LiveText {
  const { ready, onStored, onClosed } = options;
  const opened = useOpened(options);
  const [shown, setShown] = useState<Session | null>(null);
  const [lost, setLost] = useState<LiveText["lost"]>(null);
  const snapshot = useSyncExternalStore(
    opened?.session.subscribe ?? nothing,
    () => opened?.session.snapshot() ?? NOT_YET,
    () => NOT_YET,
  );
  const { status, pending, stored } = snapshot;
  const names = useNames(snapshot.others.map(({ personId }) => personId));
  const signedOut = useSignedOut(status === "offline");
  const events = useRef({ onStored, onClosed });
  events.current = { onStored, onClosed };
  useEffect(() => {
    if (stored > 0) events.current.onStored();
  }, [stored]);
  useEffect(() => {
    if (!opened) return;
    if (status === "live" && ready) setShown(opened.session);
    if (status !== "closed") return;
    if (opened.session.snapshot().pending) setLost(opened.session.words());
    events.current.onClosed();
  }, [opened, status, ready]);
  useUnsaved(pending && status !== "closed", async () => (await opened?.session.whenSaved()) ?? true);
  const open = opened && shown === opened.session && status !== "closed";
  return { live: open ? { ...snapshot, ...opened, names, signedOut } : null, lost };
}

interface Opened {
  session: Session;
  mount: typeof mountEditor;
}

function useOpened({ scenarioId, wanted }: Pick<Options, "scenarioId" | "wanted">): Opened | null {
  const [opened, setOpened] = useState<Opened | null>(null);
  useEffect(() => {
    if (!wanted) return;
    let session: Session | undefined;
    let left = false;
    const opening = import("./open.ts").then(({ openSession, mountEditor }) => {
      if (left) return;
      session = openSession(scenarioId);
      setOpened({ session, mount: mountEditor });
    });
    // A chunk that does not come leaves the plain fields.
    opening.catch(() => {});
    return () => {
      left = true;
      session?.end();
      setOpened(null);
    };
  }, [scenarioId, wanted]);
  return opened;
}

const nothing = () => () => {};

/** Without a session the gateway lets no socket in, and says no more to a browser than that it is closed. */
function useSignedOut(offline: boolean): boolean {
  const client = useApolloClient();
  const [signedOut, setSignedOut] = useState(false);
  useEffect(() => {
    setSignedOut(false);
    if (!offline) return;
    const timer = setTimeout(async () => {
      const { data } = await client.query({ query: VIEWER, fetchPolicy: "no-cache", errorPolicy: "all" });
      setSignedOut(data !== undefined && !data?.viewer);
    }, ENDED_AFTER_MS);
    return () => clearTimeout(timer);
  }, [offline, client]);
  return signedOut;
}
