import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import type { ReceivedMessage } from "./envelope.ts";
import type { Subscribed, Subscription } from "./event-log.ts";
import { type Claim, type Connection, claimPartitions, inTurn, joinGroup } from "./event-log-embedded-claims.ts";
import { LOG_CHANNEL } from "./event-log-embedded-tables.ts";
import { backOff, startLoop } from "./loop.ts";

interface EmbeddedSubscription extends Subscription {
  databaseUrl: string;
  ensureTopics(topics: readonly string[]): Promise<void>;
}

/** The connection on which this consumer listens, claims partitions, reads and commits. Its end is theirs. */
interface Session {
  client: Connection;
  end(): Promise<void>;
  claims: Map<string, Claim>;
  balancedAt: number;
}

const POLL_MS = 1000;
const BATCH = 100;
/** Partitions handled at the same time: each takes a connection of the service. */
const CONCURRENCY = 4;
const COMMIT_EVERY_MS = 200;

export function subscribeEmbedded(options: EmbeddedSubscription): Subscribed {
  const { databaseUrl, ensureTopics, group, topics, logger } = options;
  const stopping = new AbortController();
  const slots = semaphore(CONCURRENCY);
  let session: Session | undefined;
  let lastDrains: Promise<unknown> = Promise.resolve();

  async function open(): Promise<Session> {
    await ensureTopics(topics);
    // What an earlier session left in progress ends first: its messages are this one's too.
    await lastDrains;
    const client = new pg.Client({ connectionString: databaseUrl, keepAlive: true, application_name: `log ${group}` });
    const opened = { client: inTurn(client), end: () => client.end(), claims: new Map(), balancedAt: 0 };
    client.on("notification", () => loop.wake());
    client.on("error", () => {});
    client.on("end", () => {
      lastDrains = leaveAll(opened);
      if (session === opened) session = undefined;
      loop.wake();
    });
    try {
      await client.connect();
      await client.query(`listen ${LOG_CHANNEL}`);
      await joinGroup(opened.client, group);
      return opened;
    } catch (error) {
      await client.end().catch(() => {});
      throw error;
    }
  }

  const loop = startLoop({
    pollMs: POLL_MS,
    logger,
    async work(running) {
      session ??= await open();
      const { client, claims } = session;
      if (!running()) return;
      if (performance.now() - session.balancedAt >= POLL_MS) {
        await claimPartitions({ client, group, topics, claims, onFree: () => loop.wake() });
        session.balancedAt = performance.now();
      }
      for (const [claim, messages] of await fetchIdle(client, claims)) {
        claim.busy = drain(client, claim, messages).finally(() => {
          claim.busy = undefined;
          loop.wake();
        });
      }
    },
  });

  /** Hands over one partition's messages, in order, and commits how far it came. */
  async function drain(client: Connection, claim: Claim, messages: ReceivedMessage[]): Promise<void> {
    let committed = claim.next;
    let committedAt = performance.now();
    const commit = async () => {
      if (committed === claim.next) return;
      committed = claim.next;
      committedAt = performance.now();
      await commitOffset(client, group, claim);
    };
    for (let at = 0; at < messages.length; ) {
      if (claim.leaving || stopping.signal.aborted) break;
      const taken = await slots(() => deliver(messages.slice(at), claim));
      const last = messages[at + taken - 1];
      if (taken === 0 || !last) break;
      at += taken;
      claim.next = BigInt(last.offset) + 1n;
      if (performance.now() - committedAt >= COMMIT_EVERY_MS) await commit();
    }
    await commit();
  }

  /** How many were taken; none when they will come again. */
  async function deliver(messages: readonly ReceivedMessage[], claim: Claim): Promise<number> {
    try {
      const taken = await options.onMessages(messages);
      claim.failures = 0;
      return taken;
    } catch (error) {
      if (stopping.signal.aborted) return 0;
      claim.failures++;
      const { topic, partition, next } = claim;
      logger.warn({ err: error, topic, partition, offset: String(next) }, "the message will come again");
      await sleep(backOff(claim.failures), undefined, { signal: stopping.signal }).catch(() => {});
      return 0;
    }
  }

  return {
    isConnected: () => session !== undefined,
    async stop() {
      stopping.abort();
      await loop.stop();
      const open = session;
      if (open) await leaveAll(open);
      await lastDrains;
      await open?.end().catch(() => {});
    },
  };
}

function leaveAll({ claims }: Session): Promise<unknown> {
  for (const claim of claims.values()) claim.leaving = true;
  return Promise.allSettled([...claims.values()].map(({ busy }) => busy));
}

async function fetchIdle(client: Connection, claims: Map<string, Claim>): Promise<[Claim, ReceivedMessage[]][]> {
  const idle = [...claims.values()].filter(({ busy, leaving }) => !busy && !leaving);
  if (idle.length === 0) return [];
  const { rows } = await client.query<ReceivedMessage>(
    `select m.* from unnest($1::text[], $2::integer[], $3::bigint[]) as claim(topic, partition, next)
      cross join lateral (
        select topic, partition, "offset", key, value, headers from log.message
         where topic = claim.topic and partition = claim.partition and "offset" >= claim.next
         order by "offset" limit ${BATCH}) as m`,
    [idle.map(({ topic }) => topic), idle.map(({ partition }) => partition), idle.map(({ next }) => next)],
  );
  return idle
    .map((claim): [Claim, ReceivedMessage[]] => [
      claim,
      rows.filter(({ topic, partition }) => topic === claim.topic && partition === claim.partition),
    ])
    .filter(([, messages]) => messages.length > 0);
}

/** On the session that holds the claim: a consumer that lost it can commit nothing. */
async function commitOffset(client: Connection, group: string, { topic, partition, next }: Claim): Promise<void> {
  await client
    .query(
      `insert into log.consumed (group_name, topic, partition, next_offset) values ($1, $2, $3, $4)
       on conflict (group_name, topic, partition) do update set next_offset = excluded.next_offset`,
      [group, topic, partition, next],
    )
    // The session is gone: the messages come again, to whoever claims the partition.
    .catch(() => {});
}

function semaphore(size: number) {
  let free = size;
  const waiting: (() => void)[] = [];
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (free === 0) await new Promise<void>((resolve) => waiting.push(resolve));
    else free--;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free++;
    }
  };
}
