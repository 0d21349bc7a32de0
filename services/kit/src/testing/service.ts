import { randomUUID } from "node:crypto";
import {
  create,
  type DescMessage,
  fromBinary,
  type MessageInitShape,
  type MessageShape,
  toBinary,
} from "@bufbuild/protobuf";
import { type Actor, ANONYMOUS, type MandateClaim, systemActor } from "../actor.ts";
import type { Outcome } from "../admit.ts";
import type { EventRegistry } from "../consumer.ts";
import { toHeaders } from "../envelope.ts";
import { createInbox } from "../inbox.ts";
import { silentLogger } from "../log.ts";
import { withOperations } from "../operations.ts";
import type { DueHandler } from "../scheduler.ts";
import type { RequestBase, Service, ServiceDatabase } from "../service.ts";
import type { Sql } from "../sql.ts";
import { createSubgraph } from "../subgraph.ts";
import { cloneDatabase } from "./clone.ts";

// biome-ignore lint/suspicious/noExplicitAny: tests read answers by shape
type Data = any;

/** A person of a test, with the mandates that the gateway would vouch for. */
export const person = (personId: string, ...mandates: MandateClaim[]): Actor => ({
  kind: "person",
  personId,
  name: personId,
  mandates,
  scopes: [],
});

/** An event of another service, as it comes with others. */
export interface Event {
  schema: DescMessage;
  key: string;
  message: Record<string, unknown>;
  version: number;
  at?: Date;
}

/** One line of the outbox, decoded. */
export interface Said {
  type: string;
  topic: string;
  key: string;
  version: number;
  payload: Uint8Array | null;
}

/**
 * A service under test, on a database of its own: GraphQL in, events out. `hears` is an event of another service
 * arriving, `passes` is time passing.
 */
export async function testService<
  Tx extends Sql,
  Db extends ServiceDatabase<Tx>,
  Context extends RequestBase<Db>,
  R extends EventRegistry,
>(
  service: Service<Tx, Db, Context, R>,
  { at = new Date("2020-05-18T07:00:00Z"), origin = "http://localhost:4000" } = {},
) {
  const { url } = await cloneDatabase();
  const db = service.openDatabase(url);
  let now = at;
  const clock = { now: () => now };
  const logger = silentLogger;
  await service.prepare?.({ db, clock, origin, logger });
  const apollo = createSubgraph<Context>(service, withOperations(service.resolvers, service), logger);
  await apollo.start();
  const inbox = createInbox({
    ...service,
    service: service.name,
    db,
    clock,
    logger,
    retries: { tries: 1, firstPauseMs: 0 },
  });
  const types = new Map(Object.values(service.events).map((schema) => [schema.typeName, schema]));

  async function run(actor: Actor, query: string, variables: Record<string, unknown>) {
    const contextValue = service.context({ db, actor, at: now, origin, logger });
    const { body } = await apollo.executeOperation({ query, variables }, { contextValue });
    if (body.kind !== "single") throw new Error("expected a single result");
    return body.singleResult;
  }

  const versions = new Map<string, number>();
  return {
    url,
    db,
    /** Sets the domain clock. */
    setNow: (instant: string | Date) => {
      now = new Date(instant);
    },
    /** Data and errors, as the gateway would get them. */
    ask: (actor: Actor, query: string, variables: Record<string, unknown> = {}) => run(actor, query, variables),
    /** The data of an operation that must not fail. */
    async query(actor: Actor | undefined, query: string, variables: Record<string, unknown> = {}): Promise<Data> {
      const { data, errors } = await run(actor ?? ANONYMOUS, query, variables);
      if (errors?.length) throw new Error(errors.map(({ message }) => message).join("\n"));
      return data;
    },
    /** An event of another service arrives. The version grows by key unless it is given. */
    async hears<D extends DescMessage>(
      schema: D,
      key: string,
      message: MessageInitShape<D> | null,
      {
        version,
        at: when = now,
        id = randomUUID(),
        topic = "test",
      }: { version?: number; at?: Date; id?: string; topic?: string } = {},
    ): Promise<Outcome> {
      if (!types.has(schema.typeName)) throw new Error(`${service.name} does not follow ${schema.typeName}`);
      const next = version ?? (versions.get(key) ?? 0) + 1;
      versions.set(key, next);
      return inbox.receive({
        topic,
        key,
        value: message === null ? null : toBinary(schema, create(schema, message)),
        headers: toHeaders(key, { id, type: schema.typeName, source: "/test", version: next, at: when }),
      });
    },
    /** Events of one partition arrive together, as they do when many come. */
    async hearsAll(messages: readonly Event[]): Promise<void> {
      const arrived = messages.map(({ schema, key, message, version, at: when = now }) => ({
        topic: "test",
        key,
        value: toBinary(schema, create(schema, message)),
        headers: toHeaders(key, { id: randomUUID(), type: schema.typeName, source: "/test", version, at: when }),
      }));
      for (let taken = 0; taken < arrived.length; ) taken += await inbox.receiveNext(arrived.slice(taken));
    },
    /** Why the last heard event was parked, if it was. */
    parked: () => db.$queryRawUnsafe<{ error: string }[]>("select error from kit.parked order by 1"),
    /** What the service said, in order. */
    async said(): Promise<Said[]> {
      return db.$queryRawUnsafe<Said[]>(
        `select type, topic, key, aggregate_version as version, payload from kit.outbox order by seq`,
      );
    },
    /** The messages of one type that it said. */
    async saidOf<D extends DescMessage>(schema: D): Promise<MessageShape<D>[]> {
      const rows = await db.$queryRawUnsafe<Said[]>(
        `select type, topic, key, aggregate_version as version, payload from kit.outbox where type = $1::text order by seq`,
        schema.typeName,
      );
      return rows.map(({ payload }) => fromBinary(schema, payload ?? new Uint8Array()));
    },
    /** The domain clock goes to this instant, and what is due happens, in order. */
    async passes(to: string | Date): Promise<void> {
      now = new Date(to);
      for (;;) {
        const [due] = await db.$queryRawUnsafe<
          { kind: string; key: string; due_at: Date; payload: Record<string, unknown> }[]
        >(
          `delete from kit.due where id = (select id from kit.due where due_at <= $1::text::timestamptz order by due_at, id limit 1)
           returning kind, key, due_at, payload`,
          now.toISOString(),
        );
        if (!due) return;
        const handler: DueHandler<Tx> | undefined = service.due[due.kind];
        if (!handler) throw new Error(`${service.name} has nothing for ${due.kind}`);
        await db.$transaction((tx) =>
          handler(
            tx,
            { kind: due.kind, key: due.key, dueAt: due.due_at, payload: due.payload },
            { at: due.due_at, actor: systemActor(service.name), logger },
          ),
        );
      }
    },
    /** How many SQL statements the work sends. */
    async countingStatements(work: () => Promise<unknown>): Promise<number> {
      const before = await statements(db);
      await work();
      return (await statements(db)) - before;
    },
    async stop() {
      inbox.stop();
      await apollo.stop();
      await db.$disconnect();
    },
  };
}

/** The service under test. */
export type TestedService = Awaited<ReturnType<typeof testService>>;

/** Statements that this database has executed, by the server's own count. */
async function statements(db: Sql): Promise<number> {
  const [row] = await db.$queryRawUnsafe<{ calls: number }[]>(
    `select coalesce(sum(calls), 0)::integer as calls from pg_stat_statements
      where dbid = (select oid from pg_database where datname = current_database())
        and query not ilike '%pg_stat_statements%' and toplevel`,
  );
  return row?.calls ?? 0;
}
