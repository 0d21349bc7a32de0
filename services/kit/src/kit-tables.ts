import pg from "pg";

/** Each entry takes the schema one version further. Entries that have been released are never changed: append. */
const VERSIONS = [
  `
  create table kit.outbox (
    id uuid primary key,
    seq bigserial not null unique,
    topic text not null,
    key text not null,
    type text not null,
    aggregate_version integer not null,
    payload bytea,
    headers jsonb not null,
    occurred_at timestamptz not null,
    published_at timestamptz
  );
  create index outbox_unpublished on kit.outbox (seq) where published_at is null;
  create index outbox_key on kit.outbox (topic, key);

  create table kit.inbox (
    consumer text not null,
    event_id text not null,
    at timestamptz not null default now(),
    primary key (consumer, event_id)
  );

  create table kit.parked (
    seq bigserial primary key,
    consumer text not null,
    topic text not null,
    key text not null,
    event_id text not null,
    type text not null,
    payload bytea,
    headers jsonb not null,
    error text,
    tries integer not null default 0,
    parked_at timestamptz not null default now(),
    replay_requested_at timestamptz,
    unique (consumer, event_id)
  );
  create index parked_key on kit.parked (consumer, topic, key, seq);

  -- Locks a key of a consumer until the transaction ends, then enters the event in the inbox unless its key is parked.
  -- One round trip, but two statements: the second must see what the lock's last holder committed.
  create function kit.admit(consumer_name text, topic_name text, key_name text, event text,
                            out waiting boolean, out fresh boolean) language plpgsql as $$
  begin
    perform pg_advisory_xact_lock(hashtextextended('inbox/' || consumer_name || '/' || topic_name || '/' || key_name, 0));
    waiting := exists (select from kit.parked p
                        where p.consumer = consumer_name and p.topic = topic_name and p.key = key_name);
    fresh := false;
    if not waiting then
      insert into kit.inbox (consumer, event_id) values (consumer_name, event) on conflict do nothing;
      fresh := found;
    end if;
  end $$;

  create table kit.due (
    id bigserial primary key,
    kind text not null,
    key text not null,
    due_at timestamptz not null,
    payload jsonb not null default '{}',
    attempts integer not null default 0,
    last_error text,
    retry_at timestamptz,
    unique (kind, key)
  );
  create index due_at on kit.due (due_at, id);

  create table kit.audit (
    id bigserial primary key,
    at timestamptz not null,
    actor jsonb not null,
    action text not null,
    subject text not null,
    detail jsonb,
    reason text,
    recorded_at timestamptz not null default now()
  );
  create index audit_subject on kit.audit (subject, id);
  create function kit.audit_is_append_only() returns trigger language plpgsql as $$
  begin
    raise exception 'kit.audit is append-only' using errcode = 'restrict_violation';
  end $$;
  create trigger append_only before update or delete or truncate on kit.audit
    for each statement execute function kit.audit_is_append_only();

  create table kit.idempotency (
    actor text not null,
    operation text not null,
    key text not null,
    fingerprint text not null,
    result json,
    at timestamptz not null default now(),
    primary key (actor, operation, key)
  );
  `,
  `
  -- Append-only, but for words that a person had a right to see forgotten (forget.ts).
  create or replace function kit.audit_is_append_only() returns trigger language plpgsql as $$
  begin
    if tg_op = 'UPDATE' and current_setting('trame.forgetting', true) = 'on' then
      return null;
    end if;
    raise exception 'kit.audit is append-only' using errcode = 'restrict_violation';
  end $$;
  `,
  `
  alter table kit.outbox add column waiting_since timestamptz not null default clock_timestamp();
  create index audit_person on kit.audit ((actor->>'personId'), id);
  create index audit_action on kit.audit (action, id);
  `,
  `
  -- What persons deposited (files.ts). Nobody holds a file until something of the service refers to it.
  create table kit.file (
    id text primary key,
    name text not null,
    type text not null,
    size integer not null,
    sha256 text not null,
    by_id text,
    holder text,
    at timestamptz not null,
    free_since timestamptz default clock_timestamp()
  );
  create index file_holder on kit.file (holder);
  create index file_free on kit.file (free_since) where holder is null;
  create index file_person on kit.file (by_id) where holder is null;

  create table kit.file_part (
    file_id text not null references kit.file on delete cascade,
    nth integer not null,
    bytes bytea not null,
    primary key (file_id, nth)
  );
  alter table kit.file_part alter column bytes set storage external;
  `,
];

/** "trame", as a number: the class of the kit's advisory locks taken with two keys. */
export const LOCK_CLASS = 0x7472616d;

/**
 * Creates the kit's tables (PostgreSQL schema `kit`) or brings them up to date. Processes may start at once. A restore
 * takes them to the version of its backup only.
 */
export async function ensureKitTables(databaseUrl: string, version = VERSIONS.length): Promise<void> {
  await migrateSchema(databaseUrl, "kit", VERSIONS.slice(0, version));
}

/** One transaction under one lock: a second process waits, then finds nothing left to do. */
export async function migrateSchema(databaseUrl: string, schema: "kit" | "log", versions: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query("begin");
    await client.query("select pg_advisory_xact_lock($1, hashtext($2))", [LOCK_CLASS, `schema ${schema}`]);
    await client.query(`create schema if not exists ${schema}`);
    await client.query(`create table if not exists ${schema}.version (version integer primary key, at timestamptz)`);
    const { rows } = await client.query<{ version: number | null }>(
      `select max(version) as version from ${schema}.version`,
    );
    for (let version = rows[0]?.version ?? 0; version < versions.length; version++) {
      await client.query(versions[version] ?? "");
      await client.query(`insert into ${schema}.version values ($1, now())`, [version + 1]);
    }
    await client.query("commit");
  } finally {
    await client.end();
  }
}
