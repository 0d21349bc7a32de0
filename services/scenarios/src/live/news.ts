import { applyAwarenessUpdate } from "y-protocols/awareness";
import * as Y from "yjs";
import { documentSince, type LiveNews } from "../store/live.ts";
import { FROM_DATABASE, type Hub, tell, turnAway } from "./hub.ts";

/** What another process says, or the database after a lost connection, when anything may have happened. */
export async function hear(hub: Hub, payload: string | undefined): Promise<void> {
  if (payload === undefined) {
    await Promise.all([...hub.open.documents.keys()].map((scenarioId) => lookAgain(hub, scenarioId)));
    return;
  }
  const { scenarioId, from, presence } = JSON.parse(payload) as LiveNews;
  const document = hub.open.documents.get(scenarioId);
  if (!document || from === hub.me) return;
  if (presence) applyAwarenessUpdate(document.awareness, Buffer.from(presence, "base64"), FROM_DATABASE);
  else await lookAgain(hub, scenarioId);
}

/** Brings an open document up to date, and tells its writers when its text was stored, or may be written no more. */
export async function lookAgain(hub: Hub, scenarioId: string): Promise<void> {
  const { db, seen, told } = hub;
  const { updates, seq } = await documentSince(db, scenarioId, seen.get(scenarioId) ?? -1n);
  const scenario = await db.scenario.findUnique({ where: { id: scenarioId }, select: { state: true, version: true } });
  const document = hub.open.documents.get(scenarioId);
  if (!document) return;
  for (const update of updates) Y.applyUpdate(document, update, FROM_DATABASE);
  seen.set(scenarioId, seq);
  if (scenario?.state !== "DRAFT") {
    for (const connection of document.getConnections()) turnAway(connection, scenario ? "NOT_A_DRAFT" : "NOT_FOUND");
    return;
  }
  const before = told.get(scenarioId);
  told.set(scenarioId, scenario.version);
  // The time of the wall: it is shown as the hour at which a text was saved.
  if (before !== undefined && before < scenario.version) {
    tell(document, { stored: scenario.version, at: new Date().toISOString() });
  }
}
