import { setTimeout as wait } from "node:timers/promises";
import { type EventLog, openEventLog } from "@trame/kit/event-log";
import { silentLogger as logger } from "@trame/kit/log";
import pg from "pg";
import { readClock } from "./clock-file.ts";
import { inData } from "./data-folder.ts";
import { DevFailure } from "./failure.ts";
import { followsOf } from "./follows.ts";
import { SERVICES, type Service, type Setting } from "./programs.ts";

export interface Quiet {
  /** Resolves when nothing is on its way: outboxes empty, every event consumed, nothing overdue. */
  wait(signal?: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

interface Unrest {
  waiting: number;
  stuck: string[];
}

/** Reads the databases themselves: a process that is busy says nothing wrong. */
export async function openQuiet(
  setting: Setting,
  { patienceMs = 180_000, follows = followsOf }: { patienceMs?: number; follows?: typeof followsOf } = {},
): Promise<Quiet> {
  const log = await openEventLog(
    setting.eventLog === "kafka"
      ? { kind: "kafka", brokers: (setting.kafkaBrokers ?? "").split(","), clientId: "trame-demo", logger }
      : { kind: "embedded", databaseUrl: setting.databaseUrl("events"), logger },
  );
  const pools = SERVICES.map((service) => ({
    service,
    follows: follows(service),
    pool: new pg.Pool({ connectionString: setting.databaseUrl(service), max: 1 }),
  }));
  // A connection that ends while it is idle is no news: the next query will tell.
  for (const { pool } of pools) pool.on("error", () => {});
  const look = async () => {
    const now = readClock(inData(setting.dataDir).clock);
    const found: Unrest[] = [];
    for (const part of pools) found.push(await lookAt(part, log, now));
    return found;
  };
  return {
    wait: (signal) => untilQuiet(look, patienceMs, signal),
    async close() {
      await Promise.all(pools.map(({ pool }) => pool.end()));
      await log.close();
    },
  };
}

/** Quiet twice in a row: an effect may have been on its way between two looks. Patience ends when nothing moves. */
async function untilQuiet(look: () => Promise<Unrest[]>, patienceMs: number, signal?: AbortSignal): Promise<void> {
  let quiet = 0;
  let before = "";
  let until = 0;
  while (quiet < 2) {
    signal?.throwIfAborted();
    const found = await look();
    const stuck = found.flatMap((unrest) => unrest.stuck);
    if (stuck.length > 0) throw new DevFailure(`Des événements n'aboutissent pas : ${stuck.join(" ; ")}`);
    quiet = found.every(({ waiting }) => waiting === 0) ? quiet + 1 : 0;
    const now = found.map(({ waiting }, index) => `${SERVICES[index]} ${waiting}`).join(", ");
    if (now !== before) until = performance.now() + patienceMs;
    else if (quiet === 0 && performance.now() > until) {
      throw new DevFailure(`Les événements n'avancent plus depuis ${patienceMs / 1000} s (restent : ${now}).`);
    }
    before = now;
    await wait(200);
  }
}

interface Part {
  service: Service;
  follows: string[];
  pool: pg.Pool;
}

async function lookAt({ service, follows, pool }: Part, log: EventLog, now: Date): Promise<Unrest> {
  const lag = follows.length === 0 ? 0 : await log.lag(service, follows);
  const { rows } = await pool.query<{ waiting: number; parked: string | null; failing: string | null }>(
    `select (select count(*)::integer from kit.outbox where published_at is null)
          + (select count(*)::integer from kit.due where due_at <= $1) as waiting,
            (select type || ' ' || key || ' ' || coalesce(error, '') from kit.parked order by seq limit 1) as parked,
            (select kind || ' ' || key || ' ' || last_error from kit.due where attempts >= 3 limit 1) as failing`,
    [now],
  );
  const { waiting = 0, parked, failing } = rows[0] ?? {};
  const stuck = [parked, failing].flatMap((what) => (what ? [`${service} : ${what}`] : []));
  return { waiting: lag + waiting, stuck };
}
