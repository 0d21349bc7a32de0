import type { Page } from "./connection.ts";
import type { Sql } from "./sql.ts";

/** A key that waits, with its first message. */
export interface ParkedKeyRow {
  head: number;
  topic: string;
  key: string;
  waiting: number;
  replayRequested: boolean;
  eventId: string;
  eventType: string;
  payload: string | null;
  happenedAt: string;
  parkedAt: string;
  tries: number;
  error: string | null;
}

export interface DueRow {
  id: number;
  kind: string;
  key: string;
  dueAt: string;
  late: boolean;
  attempts: number;
  lastError: string | null;
  retryAt: string | null;
}

export interface DueRowFilter {
  late?: boolean | null;
  failing?: boolean | null;
  kind?: string | null;
}

export interface AuditRow {
  id: number;
  at: string;
  recordedAt: string;
  actor: { kind: string; personId?: string; name?: string };
  action: string;
  subject: string;
  reason: string | null;
  detail: Record<string, unknown> | null;
}

export interface AuditFilter {
  subject?: string | null;
  actor?: string | null;
  action?: string | null;
}

const rowsOf = async <T>(db: Sql, sql: string, ...values: (string | null)[]): Promise<T[]> =>
  (await db.$queryRawUnsafe<{ row: T }[]>(sql, ...values)).map(({ row }) => row);

async function countOf(db: Sql, sql: string, ...values: (string | null)[]): Promise<number> {
  const [row] = await db.$queryRawUnsafe<{ count: number }[]>(
    `select count(*)::integer as count from ${sql}`,
    ...values,
  );
  return row?.count ?? 0;
}

/** One row more than the page. */
const limitOf = ({ size }: Page) => String(size + 1);

export const parkedKeysAfter = (db: Sql, consumer: string, page: Page): Promise<ParkedKeyRow[]> =>
  rowsOf(
    db,
    `select json_build_object('head', h.seq, 'topic', h.topic, 'key', h.key, 'waiting', k.waiting,
              'replayRequested', k.requested, 'eventId', h.event_id, 'eventType', h.type,
              'payload', encode(h.payload, 'base64'), 'happenedAt', coalesce(h.headers->>'ce_time', h.parked_at::text),
              'parkedAt', h.parked_at, 'tries', h.tries, 'error', h.error) as row
       from (select min(seq) as head, count(*)::integer as waiting, bool_or(replay_requested_at is not null) as requested
               from kit.parked where consumer = $1::text group by topic, key) as k
       join kit.parked h on h.seq = k.head
      where $2::text is null or h.seq > $2::text::bigint
      order by h.seq limit $3::text::integer`,
    consumer,
    page.after?.[0] ?? null,
    limitOf(page),
  );

export const countParkedKeys = (db: Sql, consumer: string): Promise<number> =>
  countOf(db, "(select distinct topic, key from kit.parked where consumer = $1::text) as keys", consumer);

const DUE_MATCHES = `($1::text is null or (due_at <= $2::text::timestamptz) = $1::text::boolean)
  and ($3::text is null or (attempts > 0) = $3::text::boolean) and ($4::text is null or kind = $4::text)`;

const dueValues = ({ late, failing, kind }: DueRowFilter, now: Date) =>
  [textOf(late), now.toISOString(), textOf(failing), kind ?? null] as const;

const textOf = (value: boolean | null | undefined) => (value === null || value === undefined ? null : String(value));

export const dueAfter = (db: Sql, filter: DueRowFilter, now: Date, page: Page): Promise<DueRow[]> =>
  rowsOf(
    db,
    `select json_build_object('id', id, 'kind', kind, 'key', key, 'dueAt', due_at,
              'late', due_at <= $2::text::timestamptz, 'attempts', attempts, 'lastError', last_error,
              'retryAt', retry_at) as row
       from kit.due
      where ${DUE_MATCHES}
        and ($5::text is null or (due_at, id) > ($5::text::timestamptz, $6::text::bigint))
      order by due_at, id limit $7::text::integer`,
    ...dueValues(filter, now),
    page.after?.[0] ?? null,
    page.after?.[1] ?? null,
    limitOf(page),
  );

export const countDue = (db: Sql, filter: DueRowFilter, now: Date): Promise<number> =>
  countOf(db, `kit.due where ${DUE_MATCHES}`, ...dueValues(filter, now));

/** A subject without its id stands for all of its type; an actor is a person's id or the name of what is no person. */
const AUDIT_MATCHES = `($1::text is null or subject = $1::text or left(subject, length($1::text) + 1) = $1::text || ':')
  and ($2::text is null or actor->>'personId' = $2::text or actor->>'name' = $2::text)
  and ($3::text is null or action = $3::text)`;

const auditValues = ({ subject, actor, action }: AuditFilter) =>
  [subject || null, actor || null, action || null] as const;

export const auditBefore = (db: Sql, filter: AuditFilter, page: Page): Promise<AuditRow[]> =>
  rowsOf(
    db,
    `select json_build_object('id', id, 'at', at, 'recordedAt', recorded_at, 'actor', actor, 'action', action,
              'subject', subject, 'reason', reason, 'detail', detail) as row
       from kit.audit
      where ${AUDIT_MATCHES} and ($4::text is null or id < $4::text::bigint)
      order by id desc limit $5::text::integer`,
    ...auditValues(filter),
    page.after?.[0] ?? null,
    limitOf(page),
  );

export const countAudit = (db: Sql, filter: AuditFilter): Promise<number> =>
  countOf(db, `kit.audit where ${AUDIT_MATCHES}`, ...auditValues(filter));

export async function lastInOutbox(db: Sql): Promise<number | null> {
  const [row] = await db.$queryRawUnsafe<{ last: string | null }[]>("select max(seq)::text as last from kit.outbox");
  return row?.last ? Number(row.last) : null;
}
