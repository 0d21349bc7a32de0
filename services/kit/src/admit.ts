import type { ParkedKey } from "./parked.ts";
import type { Known } from "./reacting.ts";
import type { Sql } from "./sql.ts";

/** What became of one message. */
export type Outcome = "applied" | "duplicate" | "ignored" | "parked";

/** Takes the key's lock, and enters the event in the inbox unless its key waits behind a parked message. */
export async function admit(tx: Sql, { consumer, topic, key }: ParkedKey, eventId: string) {
  const [row] = await tx.$queryRawUnsafe<{ waiting: boolean; fresh: boolean }[]>(
    "select waiting, fresh from kit.admit($1::text, $2::text, $3::text, $4::text)",
    consumer,
    topic,
    key,
    eventId,
  );
  return row ?? { waiting: false, fresh: false };
}

/** The same for several of one topic, keys in one order: two consumers never wait for each other. */
export async function admitAll(tx: Sql, consumer: string, stretch: readonly Known<Sql>[]): Promise<Outcome[]> {
  const topic = stretch[0]?.message.topic ?? "";
  const keys = JSON.stringify([...new Set(stretch.map(({ message }) => message.key))].sort());
  await tx.$queryRawUnsafe(
    `select count(pg_advisory_xact_lock(hashtextextended($1::text || key, 0))) as locks
       from jsonb_array_elements_text($2::text::jsonb) as keys(key)`,
    `inbox/${consumer}/${topic}/`,
    keys,
  );
  // What waits already lets nothing of its key pass, in this batch either.
  const waiting = await tx.$queryRawUnsafe<{ key: string }[]>(
    `select distinct key from kit.parked
      where consumer = $1::text and topic = $2::text and key in (select jsonb_array_elements_text($3::text::jsonb))`,
    consumer,
    topic,
    keys,
  );
  const parkedKeys = new Set(waiting.map(({ key }) => key));
  const passing = stretch.filter(({ message }) => !parkedKeys.has(message.key));
  const entered = await tx.$queryRawUnsafe<{ event_id: string }[]>(
    `insert into kit.inbox (consumer, event_id)
     select $1::text, id from jsonb_array_elements_text($2::text::jsonb) as events(id)
     on conflict do nothing returning event_id`,
    consumer,
    JSON.stringify(passing.map(({ attributes }) => attributes.id)),
  );
  const fresh = new Set(entered.map(({ event_id }) => event_id));
  return stretch.map(({ message, attributes }) => {
    if (parkedKeys.has(message.key)) return "parked";
    return fresh.delete(attributes.id) ? "applied" : "duplicate";
  });
}
