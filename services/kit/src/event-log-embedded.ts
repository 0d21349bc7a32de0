import pg from "pg";
import type { LogMessage } from "./envelope.ts";
import { type EventLog, type EventLogConfig, isCompacted, PARTITIONS, type Running, sumOf } from "./event-log.ts";
import { subscribeEmbedded } from "./event-log-embedded-subscription.ts";
import { LOG_VERSIONS } from "./event-log-embedded-tables.ts";
import { migrateSchema } from "./kit-tables.ts";

/** A durable log in a PostgreSQL database of its own: what Kafka does here, for one small machine. */
export function openEmbeddedLog({ databaseUrl, logger }: Extract<EventLogConfig, { kind: "embedded" }>): EventLog {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2, connectionTimeoutMillis: 5000 });
  pool.on("error", (error) => logger.debug({ err: error }, "an idle connection to the event log was lost"));
  const known = new Set<string>();
  const subscriptions = new Set<Running>();
  let tables: Promise<void> | undefined;

  async function ensureTopics(topics: readonly string[]): Promise<void> {
    const missing = topics.filter((topic) => !known.has(topic));
    if (missing.length === 0) return;
    tables ??= migrateSchema(databaseUrl, "log", LOG_VERSIONS);
    await tables.catch((error) => {
      tables = undefined;
      throw error;
    });
    await pool.query(
      `with added as (
         insert into log.topic select * from unnest($1::text[], $2::integer[], $3::boolean[]) on conflict do nothing
         returning name, partitions
       )
       insert into log.partition (topic, partition)
       select name, place from added, generate_series(0, partitions - 1) as place`,
      [missing, missing.map(() => PARTITIONS), missing.map(isCompacted)],
    );
    for (const topic of missing) known.add(topic);
  }

  async function lags(group: string, topics: readonly string[]): Promise<Record<string, number>> {
    await ensureTopics(topics);
    const { rows } = await pool.query<{ topic: string; lag: string }>(
      `select p.topic, sum(p.next_offset - coalesce(c.next_offset, 0)) as lag
         from log.partition p
         left join log.consumed c on c.group_name = $1 and c.topic = p.topic and c.partition = p.partition
        where p.topic = any($2::text[])
        group by p.topic`,
      [group, topics],
    );
    return Object.fromEntries(rows.map(({ topic, lag }) => [topic, Number(lag)]));
  }

  return {
    ensureTopics,
    async append(messages) {
      if (messages.length === 0) return;
      await ensureTopics(messages.map(({ topic }) => topic));
      await pool.query("select log.append($1::text[], $2::integer[], $3::text[], $4::bytea[], $5::jsonb[])::text", [
        messages.map(({ topic }) => topic),
        messages.map(({ key }) => partitionOf(key)),
        messages.map(({ key }) => key),
        messages.map(toBytes),
        messages.map(({ headers }) => JSON.stringify(headers)),
      ]);
    },
    subscribe(subscription) {
      const running = subscribeEmbedded({ databaseUrl, ensureTopics, ...subscription });
      subscriptions.add(running);
      return {
        ...running,
        async stop() {
          await running.stop();
          subscriptions.delete(running);
        },
      };
    },
    lags,
    lag: async (group, topics) => sumOf(await lags(group, topics)),
    async close() {
      await Promise.all([...subscriptions].map((running) => running.stop()));
      await pool.end();
    },
  };
}

/** FNV-1a: a key's place is stored, so the function can never change (PostgreSQL's own hash may, between versions). */
function partitionOf(key: string): number {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(key)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash % PARTITIONS;
}

const toBytes = ({ value }: LogMessage) => value && Buffer.from(value.buffer, value.byteOffset, value.byteLength);
