import pg from "pg";
import type { LogMessage } from "./envelope.ts";
import type { EventLog, Running } from "./event-log.ts";
import { LOCK_CLASS } from "./kit-tables.ts";
import type { Logger } from "./log.ts";
import { type Loop, startLoop } from "./loop.ts";
import { publishedTotal } from "./metrics.ts";
import { OUTBOX_CHANNEL } from "./outbox.ts";

export interface RelayOptions {
  databaseUrl: string;
  log: EventLog;
  logger: Logger;
  /** How often to look without being woken, and how often a replica asks for the lock. */
  pollMs?: number;
  batchSize?: number;
}

interface Row {
  seq: string;
  topic: string;
  key: string;
  payload: Buffer | null;
  headers: Record<string, string>;
}

/**
 * Takes committed events from the outbox to the log.
 *
 * Only one relay of a service works at a time: it holds an advisory lock on the very session with which it selects and
 * marks, so a relay that lost its session can mark nothing. It asks for rows that are not published, never for rows
 * after the last one seen, because a transaction that began earlier may commit later with a lower `seq`. A crash
 * between append and mark sends the batch again, from its beginning; consumers know the ids.
 */
export function startRelay(options: RelayOptions): Running {
  const { databaseUrl, logger, pollMs = 2000 } = options;
  let session: Session | undefined;

  const loop: Loop = startLoop({
    pollMs,
    logger,
    async work(running) {
      session ??= await openSession(databaseUrl, loop, (lost) => {
        if (session?.client === lost) session = undefined;
      });
      const { client } = session;
      session.locked ||= await takeLock(client);
      if (!session.locked) return;
      while (running() && (await publishBatch(client, options))) {
        // Until the outbox is empty.
      }
    },
  });

  return {
    async stop() {
      await loop.stop();
      await session?.client.end().catch(() => {});
    },
  };
}

interface Session {
  client: pg.Client;
  locked: boolean;
}

async function openSession(databaseUrl: string, loop: Loop, onEnd: (client: pg.Client) => void): Promise<Session> {
  const client = new pg.Client({ connectionString: databaseUrl, keepAlive: true, application_name: "trame-relay" });
  client.on("notification", () => loop.wake());
  client.on("error", () => {});
  client.on("end", () => {
    onEnd(client);
    loop.wake();
  });
  try {
    await client.connect();
    await client.query(`listen ${OUTBOX_CHANNEL}`);
    return { client, locked: false };
  } catch (error) {
    await client.end().catch(() => {});
    throw error;
  }
}

async function takeLock(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ taken: boolean }>(
    "select pg_try_advisory_lock($1, hashtext('relay')) as taken",
    [LOCK_CLASS],
  );
  return rows[0]?.taken ?? false;
}

async function publishBatch(client: pg.Client, { log, batchSize = 200 }: RelayOptions): Promise<boolean> {
  const { rows } = await client.query<Row>(
    `select seq, topic, key, payload, headers from kit.outbox where published_at is null order by seq limit $1`,
    [batchSize],
  );
  if (rows.length === 0) return false;
  await log.append(rows.map(toMessage));
  await client.query("update kit.outbox set published_at = clock_timestamp() where seq = any($1::bigint[])", [
    rows.map(({ seq }) => seq),
  ]);
  publishedTotal.inc(rows.length);
  return true;
}

const toMessage = ({ topic, key, payload, headers }: Row): LogMessage => ({ topic, key, value: payload, headers });
