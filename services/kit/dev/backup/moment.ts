import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { DevFailure } from "../failure.ts";

/** Connections that all see the databases as they were at one moment. */
export type Readers = Map<string, pg.Client>;

const TRIES = 60;

/**
 * PostgreSQL has no snapshot over several databases. So, for an instant, nobody writes: every table of every database is
 * locked against writing, and only then each reader takes its snapshot. The locks go at once, the readers read on.
 * A lock is waited for less long than PostgreSQL takes to look for deadlocks, and all are let go before the next try:
 * whoever writes in one database and waits for another is never stopped by us.
 */
export async function atOneMoment<T>(urls: Record<string, string>, use: (readers: Readers) => Promise<T>): Promise<T> {
  const guards = await connectAll(urls);
  const readers = await connectAll(urls);
  try {
    for (let tries = 1; ; tries++) {
      const still = await holdStill(guards);
      if (still) await begin(readers);
      await Promise.all([...guards.values()].map((guard) => guard.query("rollback")));
      if (still) return await use(readers);
      if (tries === TRIES)
        throw new DevFailure("Les bases sont trop occupées pour une sauvegarde : recommencez plus tard.");
      await wait(50 + Math.random() * 200);
    }
  } finally {
    await Promise.all([...guards.values(), ...readers.values()].map((client) => client.end().catch(() => {})));
  }
}

async function connectAll(urls: Record<string, string>): Promise<Readers> {
  const clients = Object.entries(urls).map(([name, url]) => [name, new pg.Client({ connectionString: url })] as const);
  await Promise.all(clients.map(([, client]) => client.connect()));
  return new Map(clients);
}

async function holdStill(guards: Readers): Promise<boolean> {
  for (const guard of guards.values()) {
    await guard.query("begin");
    await guard.query("set local lock_timeout = '400ms'");
  }
  for (const guard of guards.values()) {
    const { rows } = await guard.query<{ all: string | null }>(
      `select string_agg(format('%I.%I', schemaname, tablename), ', ') as all from pg_tables where ${OURS}`,
    );
    const tables = rows[0]?.all;
    if (!tables) continue;
    try {
      await guard.query(`lock table ${tables} in share mode`);
    } catch (error) {
      if ((error as { code?: string }).code === LOCK_NOT_AVAILABLE) return false;
      throw error;
    }
  }
  return true;
}

const LOCK_NOT_AVAILABLE = "55P03";

/** Prisma's tables, the kit's and the embedded log's. */
export const OURS = "schemaname in ('public', 'kit', 'log')";

async function begin(readers: Readers): Promise<void> {
  for (const reader of readers.values()) {
    await reader.query("begin isolation level repeatable read read only");
    // The snapshot is taken by the first query that reads.
    await reader.query("select pg_current_snapshot()");
  }
}
