import type {
  beforeHandleAwarenessPayload,
  beforeSyncPayload,
  Configuration,
  Document,
  onAuthenticatePayload,
  onAwarenessUpdatePayload,
} from "@hocuspocus/server";
import { encodeAwarenessUpdate } from "y-protocols/awareness";
import { messageYjsSyncStep1 } from "y-protocols/sync";
import * as Y from "yjs";
import { appendUpdate, beginDocument, documentSince, tellProcesses } from "../store/live.ts";
import { academiesOf } from "../store/place.ts";
import { type Connected, NotLetIn } from "./context.ts";
import { closedTo, scenarioAt } from "./door.ts";
import { FROM_DATABASE, type Hub, settleNow, turnAway } from "./hub.ts";
import { lookAgain } from "./news.ts";
import { presenceOf } from "./presence.ts";
import { isKnown, isPlainWriting } from "./updates.ts";

/** Notifications of PostgreSQL hold 8 000 bytes. */
const LONGEST_PRESENCE = 6_000;

/** What Hocuspocus asks of us, from the door to the store. */
export const hooks = (hub: Hub): Partial<Configuration<Connected>> => ({
  quiet: true,
  // The stored text follows within two seconds of a pause, and within ten of anything.
  debounce: 2_000,
  maxDebounce: 10_000,
  maxUnauthenticatedQueueSize: 256 * 1024,
  maxPendingDocuments: 1,
  onAuthenticate: (payload) => enter(hub, payload),
  onLoadDocument: async ({ document, documentName }) => load(hub, document, documentName),
  // What was told while the document was being read was told to nobody.
  connected: async ({ documentName }) => lookAgain(hub, documentName),
  beforeSync: (payload) => keep(hub, payload),
  beforeHandleAwareness: async (payload) => tidy(payload),
  onAwarenessUpdate: async (payload) => passOn(hub, payload),
  onStoreDocument: ({ documentName }) => settleNow(hub, documentName),
  afterUnloadDocument: async ({ documentName }) => {
    hub.seen.delete(documentName);
    hub.told.delete(documentName);
  },
});

async function enter({ db }: Hub, { documentName, context }: onAuthenticatePayload<Connected>): Promise<void> {
  const scenario = await scenarioAt(db, documentName);
  if (!scenario) throw new NotLetIn("NOT_FOUND");
  const closed = closedTo(context.actor, await academiesOf(db), scenario);
  if (closed) throw new NotLetIn(closed);
  await beginDocument(db, documentName, scenario);
}

async function load({ db, seen }: Hub, document: Document, scenarioId: string): Promise<void> {
  const { updates, seq } = await documentSince(db, scenarioId, -1n);
  for (const update of updates) Y.applyUpdate(document, update, FROM_DATABASE);
  seen.set(scenarioId, seq);
}

/** What a browser writes is in the database before anybody sees it, and before it is told that it is. */
async function keep(hub: Hub, { type, payload, document, connection, ...of }: beforeSyncPayload<Connected>) {
  if (type === messageYjsSyncStep1) return;
  const refuse = (closed: string) => {
    connection.readOnly = true;
    turnAway(connection, closed);
  };
  if (!isPlainWriting(payload)) return refuse("UNREADABLE");
  if (isKnown(document, payload)) return;
  const { documentName: scenarioId, context } = of;
  const written = { scenarioId, personId: context.personId, update: payload, from: hub.me };
  if (!(await appendUpdate(hub.db, written))) refuse("NOT_A_DRAFT");
}

/** One presence a connection, of the person whom the door knows. */
function tidy({ states, context }: beforeHandleAwarenessPayload<Connected>): void {
  if (!context) return;
  for (const [clientId, state] of states) {
    // Hocuspocus reads into an awareness of its own, which has an empty state itself.
    const told = "field" in state;
    if (told) context.clientId ??= clientId;
    if (told && clientId === context.clientId) states.set(clientId, { ...presenceOf(state, context.personId) });
    else states.delete(clientId);
  }
}

async function passOn({ db, me, logger, ending }: Hub, payload: onAwarenessUpdatePayload<Connected>): Promise<void> {
  const { added, updated, removed, awareness, documentName, transactionOrigin } = payload;
  if (ending || transactionOrigin === FROM_DATABASE) return;
  const update = encodeAwarenessUpdate(awareness, [...added, ...updated, ...removed]);
  const presence = Buffer.from(update).toString("base64");
  if (presence.length > LONGEST_PRESENCE) return;
  // Nobody waits for this hook: what it threw would end the process.
  await tellProcesses(db, { scenarioId: documentName, from: me, presence }).catch((error) =>
    logger.warn({ err: error }, "presence not passed on"),
  );
}
