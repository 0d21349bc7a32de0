import type { Clock } from "./clock.ts";
import type { EventLog } from "./event-log.ts";
import { atMostEvery } from "./health.ts";
import type { Logger } from "./log.ts";
import * as metrics from "./metrics.ts";
import type { Sql } from "./sql.ts";

/** What waits in a service's own tables. Ages on the real clock, lateness on the domain clock. */
export interface WaitingState {
  outboxWaiting: number;
  outboxOldestSeconds: number;
  parkedKeys: number;
  parkedMessages: number;
  dueWaiting: number;
  dueLate: number;
  dueFailing: number;
  dueOldestSeconds: number;
}

/** One round trip, on indexes: cheap enough for every reading of the metrics. */
export async function readWaiting(db: Sql, now: Date): Promise<WaitingState> {
  const [row] = await db.$queryRawUnsafe<{ state: WaitingState }[]>(
    `select json_build_object(
       'outboxWaiting', (select count(*) from kit.outbox where published_at is null),
       'outboxOldestSeconds', coalesce((select extract(epoch from clock_timestamp() - min(waiting_since))
                                          from kit.outbox where published_at is null), 0),
       'parkedKeys', (select count(distinct (consumer, topic, key)) from kit.parked),
       'parkedMessages', (select count(*) from kit.parked),
       'dueWaiting', (select count(*) from kit.due),
       'dueLate', (select count(*) from kit.due where due_at <= $1::text::timestamptz),
       'dueFailing', (select count(*) from kit.due where attempts > 0),
       'dueOldestSeconds', coalesce((select greatest(extract(epoch from $1::text::timestamptz - min(due_at)), 0)
                                       from kit.due), 0)) as state`,
    now.toISOString(),
  );
  if (!row) throw new Error("the state could not be read");
  return row.state;
}

export interface StateSources {
  service: string;
  db: Sql;
  log: EventLog;
  follows: readonly string[];
  clock: Clock;
  logger: Logger;
  isConnected(): boolean;
}

/** Metrics that are read together, by several readers, ask the database once. */
const KNOWN_FOR_MS = 2_000;

/** Brings the gauges up to date; what cannot be read says so in a gauge of its own, and the others still tell. */
export function stateMeter(sources: StateSources): () => Promise<void> {
  return atMostEvery(KNOWN_FOR_MS, async () => {
    metrics.consumerUp.set(sources.isConnected() ? 1 : 0);
    await Promise.all([measureTables(sources), measureLag(sources)]);
  });
}

async function measureTables({ db, clock, logger }: StateSources): Promise<void> {
  try {
    const state = await readWaiting(db, clock.now());
    metrics.outboxWaiting.set(state.outboxWaiting);
    metrics.outboxOldest.set(state.outboxOldestSeconds);
    metrics.parkedKeys.set(state.parkedKeys);
    metrics.parkedMessages.set(state.parkedMessages);
    metrics.dueWaiting.set(state.dueWaiting);
    metrics.dueLate.set(state.dueLate);
    metrics.dueFailing.set(state.dueFailing);
    metrics.dueOldest.set(state.dueOldestSeconds);
    metrics.stateUp.set(1);
  } catch (error) {
    logger.debug({ err: error }, "the state could not be measured");
    metrics.stateUp.set(0);
  }
}

async function measureLag({ service, log, follows, logger }: StateSources): Promise<void> {
  try {
    const lags = await log.lags(service, follows);
    for (const [topic, lag] of Object.entries(lags)) metrics.consumerLag.set({ topic }, lag);
    metrics.eventLogUp.set(1);
  } catch (error) {
    logger.debug({ err: error }, "the lag could not be measured");
    metrics.eventLogUp.set(0);
  }
}
