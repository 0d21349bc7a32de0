import type { Actor } from "./actor.ts";
import type { Sql } from "./sql.ts";

/** Who did what to what, when (domain clock) and why. */
export interface AuditEntry {
  at: Date;
  actor: Pick<Actor, "kind" | "personId" | "name">;
  action: string;
  /** What it was done to, as `Type:id`. */
  subject: string;
  detail?: Record<string, unknown>;
  reason?: string;
}

/** A line of the trail, with its number. */
export interface RecordedEntry extends AuditEntry {
  id: number;
  recordedAt: Date;
}

/** Appends to the trail in the caller's transaction. The table refuses every later change. */
export const audit = (tx: Sql, entry: AuditEntry): Promise<void> => auditAll(tx, [entry]);

/** The same for several lines, in their order. */
export async function auditAll(tx: Sql, entries: readonly AuditEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await tx.$executeRawUnsafe(
    `insert into kit.audit (at, actor, action, subject, detail, reason)
     select (row->>'at')::timestamptz, row->'actor', row->>'action', row->>'subject', row->'detail', row->>'reason'
       from jsonb_array_elements($1::text::jsonb) with ordinality as rows(row, place)
      order by place`,
    JSON.stringify(entries.map(toRow)),
  );
}

const toRow = ({ at, actor: { kind, personId, name }, action, subject, detail, reason }: AuditEntry) => ({
  at: at.toISOString(),
  // The trail outlives a person's erasure: it keeps the id of a person, and a name only of what is no person.
  actor: personId ? { kind, personId } : { kind, name },
  ...{ action, subject, detail, reason },
});

/** What happened to one subject, oldest first. */
export async function auditTrail(db: Sql, subject: string): Promise<RecordedEntry[]> {
  const rows = await db.$queryRawUnsafe<{ entry: RecordedEntry & { at: string; recordedAt: string } }[]>(
    `select json_build_object('id', id, 'at', at, 'actor', actor, 'action', action, 'subject', subject,
              'detail', detail, 'reason', reason, 'recordedAt', recorded_at) as entry
       from kit.audit where subject = $1::text order by id`,
    subject,
  );
  return rows.map(({ entry }) => ({
    ...entry,
    at: new Date(entry.at),
    actor: { ...entry.actor, name: entry.actor.name ?? "" },
    detail: entry.detail ?? undefined,
    reason: entry.reason ?? undefined,
    recordedAt: new Date(entry.recordedAt),
  }));
}
