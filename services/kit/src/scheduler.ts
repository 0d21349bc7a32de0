import type { Actor } from "./actor.ts";
import { systemActor } from "./actor.ts";
import type { Clock } from "./clock.ts";
import type { Running } from "./event-log.ts";
import { faultLine } from "./fault.ts";
import { listen } from "./listen.ts";
import type { Logger } from "./log.ts";
import { startLoop } from "./loop.ts";
import { dueTotal } from "./metrics.ts";
import { type Database, PATIENT, type Sql } from "./sql.ts";
import { inSpan, newTrace, within } from "./trace.ts";

/** Something that time will do. One row per kind and key. */
export interface Due<P = Record<string, unknown>> {
  kind: string;
  key: string;
  dueAt: Date;
  payload: P;
}

/** A due row that failed at least once. */
export interface FailingDue extends Due {
  attempts: number;
  lastError: string;
}

/** When and as whom a due handler acts. */
export interface DueContext {
  /** Now, on the domain clock; `due.dueAt` is when it should have happened. */
  at: Date;
  actor: Actor;
  logger: Logger;
}

/** May run again when its transaction failed. It may schedule its own kind and key anew. */
export type DueHandler<Tx extends Sql> = (tx: Tx, due: Due, context: DueContext) => Promise<void>;

export interface SchedulerOptions<Tx extends Sql> {
  service: string;
  db: Database<Tx>;
  clock: Clock;
  handlers: Record<string, DueHandler<Tx>>;
  logger: Logger;
  /** For LISTEN: without it the scheduler only polls. */
  databaseUrl?: string;
  pollMs?: number;
}

const DUE_CHANNEL = "trame_due";

/** Sets, or moves, what is due for a kind and key. Part of the caller's transaction. */
export async function schedule(
  tx: Sql,
  due: { kind: string; key: string; dueAt: Date; payload?: Record<string, unknown> },
): Promise<void> {
  await tx.$executeRawUnsafe(
    `insert into kit.due (kind, key, due_at, payload)
     values ($1::text, $2::text, $3::text::timestamptz, $4::text::jsonb)
     on conflict (kind, key) do update
       set due_at = excluded.due_at, payload = excluded.payload, attempts = 0, last_error = null, retry_at = null`,
    due.kind,
    due.key,
    due.dueAt.toISOString(),
    JSON.stringify(due.payload ?? {}),
  );
  await tx.$queryRawUnsafe(`select pg_notify('${DUE_CHANNEL}', '')::text`);
}

/** Takes back what was scheduled; nothing happens when there is nothing. */
export async function unschedule(tx: Sql, kind: string, key: string): Promise<void> {
  await tx.$executeRawUnsafe("delete from kit.due where kind = $1::text and key = $2::text", kind, key);
}

/** The rows that keep failing, for the person who looks after the service. */
export async function listFailingDue(db: Sql): Promise<FailingDue[]> {
  const rows = await db.$queryRawUnsafe<{ due: FailingDue & { dueAt: string } }[]>(
    `select json_build_object('kind', kind, 'key', key, 'dueAt', due_at, 'payload', payload,
              'attempts', attempts, 'lastError', last_error) as due
       from kit.due where attempts > 0 order by due_at, id`,
  );
  return rows.map(({ due }) => ({ ...due, dueAt: new Date(due.dueAt) }));
}

/** Runs what is due on the domain clock. Any number of replicas: a row is claimed under its lock. */
export function startScheduler<Tx extends Sql>(options: SchedulerOptions<Tx>): Running {
  const { databaseUrl, logger } = options;
  const loop = startLoop({ pollMs: options.pollMs ?? 1000, logger, work: (running) => runDue(options, running) });
  const ears = databaseUrl
    ? listen({ databaseUrl, channels: [DUE_CHANNEL], onNotify: () => loop.wake(), logger })
    : undefined;
  return {
    async stop() {
      await ears?.stop();
      await loop.stop();
    },
  };
}

async function runDue<Tx extends Sql>(options: SchedulerOptions<Tx>, running: () => boolean): Promise<void> {
  while (running() && (await runNext(options))) {
    // Until nothing is due.
  }
}

/** Claims, removes and handles one row in one transaction; false when there is none. */
async function runNext<Tx extends Sql>(options: SchedulerOptions<Tx>): Promise<boolean> {
  const { db, clock, handlers, logger } = options;
  const at = clock.now();
  let due: Due | undefined;
  try {
    const found = await db.$transaction(async (tx) => {
      due = await claim(tx, Object.keys(handlers), at);
      if (!due) return false;
      await handle(tx, due, options, at);
      return true;
    }, PATIENT);
    if (due) dueTotal.inc({ kind: due.kind, outcome: "done" });
    return found;
  } catch (error) {
    if (!due) throw error;
    dueTotal.inc({ kind: due.kind, outcome: "failed" });
    logger.error({ err: error, kind: due.kind, key: due.key }, "due handler failed");
    await recordFailure(db, due, error);
    return true;
  }
}

/** What time sets off begins a trace of its own. */
async function handle<Tx extends Sql>(
  tx: Tx,
  due: Due,
  { handlers, service, logger }: SchedulerOptions<Tx>,
  at: Date,
): Promise<void> {
  const context = { at, actor: systemActor(service), logger };
  await within(newTrace(), () =>
    inSpan({ name: `due ${due.kind}`, kind: "consumer" }, async () => handlers[due.kind]?.(tx, due, context)),
  );
}

async function claim(tx: Sql, kinds: string[], at: Date): Promise<Due | undefined> {
  const rows = await tx.$queryRawUnsafe<{ due: Due & { dueAt: string } }[]>(
    `delete from kit.due where id = (
       select id from kit.due
        where due_at <= $1::text::timestamptz and (retry_at is null or retry_at <= now())
          and kind in (select jsonb_array_elements_text($2::text::jsonb))
        order by due_at, id limit 1 for update skip locked)
     returning json_build_object('kind', kind, 'key', key, 'dueAt', due_at, 'payload', payload) as due`,
    at.toISOString(),
    JSON.stringify(kinds),
  );
  const due = rows[0]?.due;
  return due && { ...due, dueAt: new Date(due.dueAt) };
}

/** The real clock paces retries: the domain clock may stand still. */
async function recordFailure(db: Sql, due: Due, error: unknown): Promise<void> {
  await db.$executeRawUnsafe(
    `update kit.due set attempts = attempts + 1, last_error = $3::text,
            retry_at = clock_timestamp() + least(interval '1 second' * power(2, least(attempts, 12)), interval '1 hour')
      where kind = $1::text and key = $2::text`,
    due.kind,
    due.key,
    faultLine(error),
  );
}
