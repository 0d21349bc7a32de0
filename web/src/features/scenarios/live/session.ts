import { HocuspocusProvider, HocuspocusProviderWebsocket } from "@hocuspocus/provider";
import { applyUpdate, Doc, encodeStateAsUpdate } from "yjs";
import { LIVE_FIELDS, type LiveField, type Other } from "./fields.ts";
import { recallState, rememberState } from "./keepLive.ts";

export type LiveStatus = "connecting" | "live" | "offline" | "closed";

export interface Snapshot {
  status: LiveStatus;
  /** Something typed here that the service does not have yet. */
  pending: boolean;
  /** When the service had all of it last. */
  savedAt: string | null;
  /** The last version of the scenario into which it was taken while the page was open. */
  stored: number;
  others: readonly Other[];
}

/** What the service says beside the text. */
type Message = { stored: number } | { closed: string };

const FLUSH_MS = 200;
const KEEP_MS = 300;
const PATIENCE_MS = 3_000;
/** What the service says when it lets nobody in at the moment, such as without its database. */
const AGAIN_MS = 5_000;
const FINAL = ["NOT_FOUND", "FORBIDDEN", "NOT_A_DRAFT"];

/** A scenario's texts, open to be written by several: the document, its connection, and who else is there. */
export function openSession(scenarioId: string) {
  const document = new Doc();
  const kept = recallState(scenarioId);
  if (kept) applyUpdate(document, kept);
  const listeners = new Set<() => void>();
  let snapshot: Snapshot = { status: "connecting", pending: kept !== null, savedAt: null, stored: 0, others: [] };
  const change = (part: Partial<Snapshot>) => {
    snapshot = { ...snapshot, ...part };
    for (const listener of listeners) listener();
  };

  const socket = new HocuspocusProviderWebsocket({ url: `${location.origin.replace(/^http/, "ws")}/collab` });
  const close = () => {
    change({ status: "closed", others: [] });
    rememberState(scenarioId, null);
    socket.disconnect();
  };
  const provider = new HocuspocusProvider({
    name: scenarioId,
    document,
    websocketProvider: socket,
    // The session's cookie says who writes; a token there must be, or the service is not asked.
    token: "session",
    flushDelay: FLUSH_MS,
    onStatus: ({ status }) => {
      if (status === "disconnected" && snapshot.status === "live") change({ status: "offline", others: [] });
    },
    onSynced: ({ state }) => {
      if (state && snapshot.status !== "closed") change({ status: "live" });
    },
    onUnsyncedChanges: ({ number }) => saved(number === 0),
    onStateless: ({ payload }) => {
      const message = JSON.parse(payload) as Message;
      if ("closed" in message) close();
      else change({ stored: message.stored });
    },
    onAuthenticationFailed: ({ reason }) => {
      if (FINAL.includes(reason)) return close();
      socket.disconnect();
      setTimeout(() => void socket.connect(), AGAIN_MS);
    },
    onAwarenessChange: ({ states }) => change({ others: othersOf(states, document.clientID) }),
  });
  const tellWhere = (field: LiveField | null, selection: object | null = null) =>
    provider.awareness?.setLocalState({ field, selection });
  tellWhere(null);
  provider.attach();

  let typed = kept !== null;
  const saved = (all: boolean) => {
    if (!all || !provider.isSynced || snapshot.status === "closed") return;
    rememberState(scenarioId, null);
    if (typed) change({ pending: false, savedAt: new Date().toISOString() });
    typed = false;
  };
  let keeping: ReturnType<typeof setTimeout> | undefined;
  document.on("update", (_update: Uint8Array, origin: unknown) => {
    if (origin === provider || snapshot.status === "closed") return;
    typed = true;
    if (!snapshot.pending) change({ pending: true });
    clearTimeout(keeping);
    keeping = setTimeout(() => {
      if (snapshot.pending) rememberState(scenarioId, encodeStateAsUpdate(document));
    }, KEEP_MS);
  });

  const cut = () => socket.disconnect();
  const back = () => {
    if (snapshot.status !== "closed") void socket.connect();
  };
  window.addEventListener("offline", cut);
  window.addEventListener("online", back);

  return {
    scenarioId,
    document,
    awareness: provider.awareness,
    tellWhere,
    snapshot: () => snapshot,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    /** Whether the service has everything, if need be after a moment. */
    whenSaved: async () => {
      const until = Date.now() + PATIENCE_MS;
      while (snapshot.pending && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, FLUSH_MS));
      return !snapshot.pending;
    },
    /** What stands here, when the service takes no more. */
    words: () => Object.fromEntries(LIVE_FIELDS.map((field) => [field, document.getText(field).toString()])),
    end: () => {
      window.removeEventListener("offline", cut);
      window.removeEventListener("online", back);
      clearTimeout(keeping);
      listeners.clear();
      provider.destroy();
      socket.destroy();
      document.destroy();
    },
  };
}

export type Session = ReturnType<typeof openSession>;

type State = { clientId: number; personId?: unknown; field?: unknown };

function othersOf(states: readonly State[], mine: number): Other[] {
  return states.flatMap(({ clientId, personId, field }) => {
    if (clientId === mine || typeof personId !== "string") return [];
    return [{ personId, field: LIVE_FIELDS.find((one) => one === field) ?? null }];
  });
}
