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
export async function audit(tx: Sql, entry: AuditEntry): Promise<void> {
  const { kind, personId, name } = entry.actor;
  await tx.$executeRawUnsafe(
    `insert into kit.audit (at, actor, action, subject, detail, reason)
     values ($1::text::timestamptz, $2::text::jsonb, $3::text, $4::text, $5::text::jsonb, $6::text)`,
    entry.at.toISOString(),
    // The trail outlives a person's erasure: it keeps the id of a person, and a name only of what is no person.
    JSON.stringify(personId ? { kind, personId } : { kind, name }),
    entry.action,
    entry.subject,
    entry.detail ? JSON.stringify(entry.detail) : null,
    entry.reason ?? null,
  );
}

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
