import type { Running } from "@trame/kit/event-log";
import { startLoop } from "@trame/kit/loop";
import { unsettled } from "../store/live.ts";
import { academiesOf } from "../store/place.ts";
import { asOfToday, closedTo, scenarioAt } from "./door.ts";
import { connectedOf, type Hub, settleNow, turnAway } from "./hub.ts";

const RIGHTS_MS = 10_000;
const SETTLE_MS = 30_000;

/** Whoever may no longer write leaves within ten seconds: a mandate has ended, the authors are others. */
export const watchRights = (hub: Hub): Running =>
  startLoop({ pollMs: RIGHTS_MS, logger: hub.logger, work: () => lookAtRights(hub) });

export async function lookAtRights(hub: Hub): Promise<void> {
  const { db, clock, open } = hub;
  if (open.documents.size === 0) return;
  const academies = await academiesOf(db);
  for (const document of open.documents.values()) {
    const scenario = await scenarioAt(db, document.name);
    const connections = document.getConnections();
    const actors = await asOfToday(
      db,
      connections.map((connection) => connectedOf(connection).actor),
      clock.now(),
    );
    for (const [rank, actor] of actors.entries()) {
      const connection = connections[rank];
      const closed = scenario ? closedTo(actor, academies, scenario) : "NOT_FOUND";
      if (connection && closed) turnAway(connection, closed);
    }
  }
}

/** What a process wrote down and could not settle, because it was killed, is settled by another. */
export const settleLeftOvers = (hub: Hub): Running =>
  startLoop({
    pollMs: SETTLE_MS,
    logger: hub.logger,
    work: async () => {
      for (const scenarioId of await unsettled(hub.db)) await settleNow(hub, scenarioId);
    },
  });
