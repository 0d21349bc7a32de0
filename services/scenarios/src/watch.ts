import type { Clock } from "@trame/kit/clock";
import type { Running } from "@trame/kit/event-log";
import type { Logger } from "@trame/kit/log";
import { startLoop } from "@trame/kit/loop";
import { transact } from "@trame/kit/transact";
import type { Db } from "./database.ts";
import type { VisitPort } from "./open-address.ts";
import { claimWatched, recordVisit, startWatching } from "./store/watch.ts";

interface AddressWatch {
  db: Db;
  clock: Clock;
  visit: VisitPort;
  logger: Logger;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** Visits what is due, one address after the other, outside of any transaction. */
export async function watchAddresses({ db, clock, visit, logger }: AddressWatch, running = () => true): Promise<void> {
  while (running()) {
    const watched = await claimWatched(db, clock.now());
    if (!watched) return;
    const found = await visit(watched.url);
    const turn = await transact(db, (tx) => recordVisit(tx, watched, found, clock.now()));
    if (turn) logger.info({ scenarioId: watched.scenarioId, turn }, "an open address changed");
  }
}

/** For as long as the service runs; any number of replicas share the work. */
export const startAddressWatch = (watch: AddressWatch): Running[] => [
  startLoop({ pollMs: HOUR_MS, logger: watch.logger, work: async () => void (await startWatching(watch.db)) }),
  startLoop({ pollMs: MINUTE_MS, logger: watch.logger, work: (running) => watchAddresses(watch, running) }),
];
