import { systemActor } from "@trame/kit/actor";
import type { Clock } from "@trame/kit/clock";
import type { Running } from "@trame/kit/event-log";
import type { Logger } from "@trame/kit/log";
import { startLoop } from "@trame/kit/loop";
import { transact } from "@trame/kit/transact";
import type { Db } from "./database.ts";
import { createLoaders } from "./store/loaders.ts";
import { toQuery } from "./store/query.ts";
import { claimSearch, look } from "./store/saved-searches.ts";

interface SearchAlerts {
  db: Db;
  clock: Clock;
  logger: Logger;
}

const MINUTE_MS = 60_000;

/** Looks at each saved search that is due, one after the other. */
export async function tellSearches({ db, clock, logger }: SearchAlerts, running = () => true): Promise<void> {
  const actor = systemActor("scenarios");
  const reader = { actor, load: createLoaders(db, actor) };
  let told = 0;
  while (running()) {
    const saved = await claimSearch(db, clock.now());
    if (!saved) break;
    const query = await toQuery(reader, saved.criteria, saved.search);
    const found = await transact(db, (tx) => look(tx, saved, query, clock.now()));
    if (found > 0) told += 1;
  }
  if (told > 0) logger.info({ told }, "persons were told what is new in their searches");
}

/** For as long as the service runs; any number of replicas share the work. */
export const startSearchAlerts = (alerts: SearchAlerts): Running =>
  startLoop({ pollMs: MINUTE_MS, logger: alerts.logger, work: (running) => tellSearches(alerts, running) });
