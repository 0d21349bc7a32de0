import { type DescMessage, fromBinary, type MessageShape, toBinary } from "@bufbuild/protobuf";
import type { Outcome } from "../admit.ts";
import type { EventRegistry, InboxOptions } from "../consumer.ts";
import { type LogMessage, toHeaders } from "../envelope.ts";
import { newId } from "../id.ts";
import { createInbox } from "../inbox.ts";
import type { Sql } from "../sql.ts";

/** An event that a service appended to its outbox. */
export interface AppendedEvent {
  id: string;
  type: string;
  topic: string;
  key: string;
  version: number;
  at: Date;
  actorId?: string;
  /** Undefined for a tombstone, or when the registry does not know the type. */
  message?: unknown;
}

/** What the outbox holds, in order: the events out of "GraphQL in, events out". */
export async function appendedEvents(db: Sql, events: EventRegistry = {}): Promise<AppendedEvent[]> {
  const types = new Map(Object.values(events).map((type) => [type.typeName, type]));
  const rows = await db.$queryRawUnsafe<{ row: AppendedEvent & { at: string; payload: string | null } }[]>(
    `select json_build_object('id', id, 'type', type, 'topic', topic, 'key', key, 'version', aggregate_version,
              'at', occurred_at, 'actorId', headers->>'ce_actor', 'payload', encode(payload, 'base64')) as row
       from kit.outbox order by seq`,
  );
  return rows.map(({ row: { payload, at, actorId, ...row } }) => {
    const type = types.get(row.type);
    const message = type && payload !== null ? fromBinary(type, Buffer.from(payload, "base64")) : undefined;
    return { ...row, at: new Date(at), actorId: actorId ?? undefined, message };
  });
}

/** An event as another service would have sent it. */
export interface SentEvent<D extends DescMessage> {
  topic: string;
  key: string;
  /** Null is a tombstone. */
  message: MessageShape<D> | null;
  at: Date;
  version?: number;
  id?: string;
  actorId?: string;
}

export function messageOf<D extends DescMessage>(type: D, event: SentEvent<D>): LogMessage {
  const { topic, key, message, at, id = newId(), version = 1, actorId } = event;
  return {
    topic,
    key,
    value: message === null ? null : toBinary(type, message),
    headers: toHeaders(key, { id, type: type.typeName, source: `/trame/${topic}`, version, at, actorId }),
  };
}

/** Delivers events to a service's reactions as its consumer would, without a log in between. */
export function deliverTo<R extends EventRegistry, Tx extends Sql>(options: InboxOptions<R, Tx>) {
  const inbox = createInbox(options);
  return <D extends DescMessage>(type: D, event: SentEvent<D>): Promise<Outcome> =>
    inbox.receive(messageOf(type, event));
}

/** Waits for a condition, generously: the machine may be busy. Fails with the last failure, or the last value. */
export async function eventually<T>(look: () => Promise<T> | T, { withinMs = 60_000, everyMs = 25 } = {}): Promise<T> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    let problem: unknown;
    try {
      const value = await look();
      if (value !== false && value !== undefined && value !== null) return value;
      problem = new Error(`still ${String(value)} after ${withinMs} ms`);
    } catch (error) {
      problem = error;
    }
    if (Date.now() >= deadline) throw problem;
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}
