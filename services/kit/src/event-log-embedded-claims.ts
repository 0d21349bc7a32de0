import type pg from "pg";

/** One connection whose statements wait for each other, whoever sends them. */
export interface Connection {
  query<R extends pg.QueryResultRow>(sql: string, values?: unknown[]): Promise<pg.QueryResult<R>>;
}

export function inTurn(client: pg.Client): Connection {
  let last: Promise<unknown> = Promise.resolve();
  return {
    query<R extends pg.QueryResultRow>(sql: string, values?: unknown[]) {
      const result = last.then(() => client.query<R>(sql, values));
      last = result.catch(() => {});
      return result;
    },
  };
}

/** One partition that this consumer reads, until it leaves it or loses its session. */
export interface Claim {
  topic: string;
  partition: number;
  /** Offset of the next message. */
  next: bigint;
  busy?: Promise<void>;
  leaving: boolean;
  failures: number;
}

interface Balance {
  client: Connection;
  group: string;
  topics: string[];
  claims: Map<string, Claim>;
  /** A partition was left, for another consumer. */
  onFree(): void;
}

/** Membership and claims are advisory locks of the session: they end with it, however it ends. */
export async function joinGroup(client: Connection, group: string): Promise<void> {
  await client.query("select pg_advisory_lock_shared(hashtext($1), pg_backend_pid())", [memberLock(group)]);
}

/** Takes this consumer's share of the partitions, or leaves what is more than its share. */
export async function claimPartitions(balance: Balance): Promise<void> {
  const { client, group, topics, claims } = balance;
  const { rows: partitions } = await client.query<{ topic: string; partition: number }>(
    "select topic, partition from log.partition where topic = any($1::text[]) order by partition, topic",
    [topics],
  );
  const share = Math.ceil(partitions.length / (await countMembers(client, group)));
  for (const [name, claim] of [...claims].slice(share)) void leave(balance, name, claim);
  for (const { topic, partition } of partitions) {
    if (claims.size >= share) return;
    const name = `${topic}/${partition}`;
    if (claims.has(name) || !(await tryLock(client, group, name))) continue;
    claims.set(name, {
      topic,
      partition,
      // Read under the claim: whoever held it before has committed all that it will.
      next: await committedOffset(client, group, topic, partition),
      leaving: false,
      failures: 0,
    });
  }
}

/** The claim ends when the message in hand is done and its offset is committed. */
async function leave({ client, group, claims, onFree }: Balance, name: string, claim: Claim): Promise<void> {
  if (claim.leaving) return;
  claim.leaving = true;
  await claim.busy;
  claims.delete(name);
  await client
    .query("select pg_advisory_unlock(hashtextextended($1, 0))", [claimLock(group, name)])
    // The session is gone, and the lock with it.
    .catch(() => {});
  onFree();
}

async function tryLock(client: Connection, group: string, name: string): Promise<boolean> {
  const { rows } = await client.query<{ taken: boolean }>(
    "select pg_try_advisory_lock(hashtextextended($1, 0)) as taken",
    [claimLock(group, name)],
  );
  return rows[0]?.taken ?? false;
}

async function countMembers(client: Connection, group: string): Promise<number> {
  const { rows } = await client.query<{ members: number }>(
    `select count(distinct pid)::integer as members from pg_locks
      where locktype = 'advisory' and granted and objsubid = 2
        and database = (select oid from pg_database where datname = current_database())
        and classid = (hashtext($1)::bigint & 4294967295)::oid`,
    [memberLock(group)],
  );
  return Math.max(1, rows[0]?.members ?? 1);
}

async function committedOffset(client: Connection, group: string, topic: string, partition: number): Promise<bigint> {
  const { rows } = await client.query<{ next_offset: string }>(
    "select next_offset from log.consumed where group_name = $1 and topic = $2 and partition = $3",
    [group, topic, partition],
  );
  return BigInt(rows[0]?.next_offset ?? 0);
}

const memberLock = (group: string) => `trame log member ${group}`;
const claimLock = (group: string, name: string) => `trame log claim ${group} ${name}`;
