import type { OutgoingEvent } from "./envelope.ts";
import { toHeaders } from "./envelope.ts";
import { newId } from "./id.ts";
import type { Sql } from "./sql.ts";
import { inSpan, traceHeaders } from "./trace.ts";

/** The channel on which a commit wakes the relay. */
export const OUTBOX_CHANNEL = "trame_outbox";

/**
 * Appends events in the caller's transaction: they leave if and only if it commits.
 *
 * Sequences become visible out of commit order. Writers of one key therefore wait for each other here (they mostly do
 * already, on their aggregate's row), so that for one key the order of `seq` is the order of commits.
 */
export async function appendEvents(tx: Sql, events: readonly OutgoingEvent[]): Promise<void> {
  if (events.length === 0) return;
  const keys = [...new Set(events.map(({ topic, key }) => `${topic}/${key}`))].sort();
  await tx.$queryRawUnsafe(
    `select count(pg_advisory_xact_lock(hashtextextended('outbox/' || key, 0))) as locks
       from jsonb_array_elements_text($1::text::jsonb) as keys(key)`,
    JSON.stringify(keys),
  );
  await inSpan({ name: "append events", kind: "producer", attributes: { events: events.length } }, () =>
    insertEvents(tx, events),
  );
}

async function insertEvents(tx: Sql, events: readonly OutgoingEvent[]): Promise<void> {
  await tx.$queryRawUnsafe(
    `with appended as (
       insert into kit.outbox (id, topic, key, type, aggregate_version, payload, headers, occurred_at)
       select (row->>'id')::uuid, row->>'topic', row->>'key', row->>'type', (row->>'version')::integer,
              decode(row->>'payload', 'base64'), row->'headers', (row->>'at')::timestamptz
         from jsonb_array_elements($1::text::jsonb) with ordinality as rows(row, place)
        order by place
       returning 1
     )
     select pg_notify('${OUTBOX_CHANNEL}', '')::text from (select count(*) from appended) as counted`,
    JSON.stringify(events.map(toRow)),
  );
}

/** From when (domain clock) or from which place in the outbox; from the beginning when neither is given. */
export interface RepublishFrom {
  from?: Date;
  fromSeq?: number;
}

/**
 * Marks what was published since then (all by default) as unpublished, so that the relay sends it again, in order and
 * with the same ids: consumers that already have them skip them, new or emptied ones rebuild.
 */
export async function republish(db: Sql, { from, fromSeq }: RepublishFrom = {}): Promise<number> {
  const count = await db.$executeRawUnsafe(
    `update kit.outbox set published_at = null, waiting_since = clock_timestamp()
      where published_at is not null and ($1::text is null or occurred_at >= $1::text::timestamptz)
        and ($2::text is null or seq >= $2::text::bigint)`,
    from?.toISOString() ?? null,
    fromSeq === undefined ? null : String(fromSeq),
  );
  await db.$queryRawUnsafe(`select pg_notify('${OUTBOX_CHANNEL}', '')::text`);
  return count;
}

/** How many events wait for the relay. */
export async function countUnpublished(db: Sql): Promise<number> {
  const rows = await db.$queryRawUnsafe<{ count: number }[]>(
    "select count(*)::integer as count from kit.outbox where published_at is null",
  );
  return rows[0]?.count ?? 0;
}

function toRow(event: OutgoingEvent) {
  const id = newId();
  const { topic, key, type, version, value, at } = event;
  return {
    id,
    topic,
    key,
    type,
    version,
    at: at.toISOString(),
    payload: value === null ? null : Buffer.from(value).toString("base64"),
    headers: toHeaders(key, { ...event, ...traceHeaders(), id, source: `/trame/${topic}` }),
  };
}
