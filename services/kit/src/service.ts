import { fastifyApolloHandler } from "@as-integrations/fastify";
import type { FastifyInstance } from "fastify";
import { ACTOR_HEADER, type Actor, actorVerifier, HEADER_LIMIT } from "./actor.ts";
import { type Clock, clockFrom } from "./clock.ts";
import { readConfig, subgraph } from "./config.ts";
import { type EventRegistry, type Reactions, startConsumer } from "./consumer.ts";
import { type EventLog, openEventLog, type Running, type Subscribed } from "./event-log.ts";
import { eventLogConfig } from "./event-log-config.ts";
import { startHttp } from "./http.ts";
import { ensureKitTables } from "./kit-tables.ts";
import { createLogger, type Logger } from "./log.ts";
import { withOperations } from "./operations.ts";
import { migrationsApplied } from "./pending-migrations.ts";
import { startRelay } from "./relay.ts";
import { type DueHandler, startScheduler } from "./scheduler.ts";
import type { Database, Sql } from "./sql.ts";
import { stateMeter } from "./state-metrics.ts";
import { createSubgraph } from "./subgraph.ts";
import { startTraceExport } from "./trace-export.ts";

/** A service's database: Prisma's client has this shape. */
export type ServiceDatabase<Tx extends Sql> = Database<Tx> & { $disconnect(): Promise<void> };

/** What a request brings; a service adds its loaders to it. */
export interface RequestBase<Db> {
  db: Db;
  actor: Actor;
  /** Now, on the domain clock: one instant for the whole request. */
  at: Date;
  /** The public origin, for addresses. */
  origin: string;
  logger: Logger;
}

/** Who asks at an address: the gateway vouches for him or her, as it does for a query. */
export type ActorOf = (request: { headers: Record<string, string | string[] | undefined> }) => Promise<Actor>;

/** What a service's own routes and preparation get. */
export interface ServiceBase<Db> {
  db: Db;
  clock: Clock;
  origin: string;
  logger: Logger;
}

/** Addresses may besides hold connections of their own: what listens to the database needs one. */
export interface RoutesBase<Db> extends ServiceBase<Db> {
  databaseUrl: string;
}

/** One service, as data: its src/service.ts is this table of contents. */
export interface Service<
  Tx extends Sql,
  Db extends ServiceDatabase<Tx>,
  Context extends RequestBase<Db>,
  R extends EventRegistry,
> {
  name: string;
  schema: URL;
  resolvers: object;
  openDatabase(url: string): Db;
  context(base: RequestBase<Db>): Context;
  /** Topics that it follows, with the events that may come and what it does about each. */
  follows: readonly string[];
  events: R;
  reactions: Reactions<R, Tx>;
  /** Tables that the reactions alone write: emptied, they are built again from what the others told. */
  projections: readonly string[];
  /** What time does, by kind. */
  due: Record<string, DueHandler<Tx>>;
  /** Nomenclatures and the like: before the service is ready, safe to run at every start. */
  prepare?(base: ServiceBase<Db>): Promise<void>;
  /** What goes on by itself besides events and time, such as a queue towards outside. */
  loops?(base: ServiceBase<Db>): Running[];
  /** Addresses besides /graphql. */
  routes?(http: FastifyInstance, base: RoutesBase<Db>, actorOf: ActorOf): void | Promise<void>;
}

/** Starts a service and stops it in order on SIGTERM or SIGINT. */
export async function runService<
  Tx extends Sql,
  Db extends ServiceDatabase<Tx>,
  Context extends RequestBase<Db>,
  R extends EventRegistry,
>(service: Service<Tx, Db, Context, R>): Promise<void> {
  const config = readConfig(subgraph);
  const logger = createLogger(service.name, config.LOG_LEVEL);
  const traces = await startTraceExport(service.name, config, logger);
  const clock = clockFrom(config.TRAME_NOW);
  await ensureKitTables(config.DATABASE_URL);
  const db = service.openDatabase(config.DATABASE_URL);
  const { TRAME_ORIGIN: origin, DATABASE_URL: databaseUrl } = config;
  const base: RoutesBase<Db> = { db, clock, origin, logger, databaseUrl };
  await service.prepare?.(base);

  const log = await openEventLog(eventLogConfig(service.name, config, logger));
  const { consumer, running: wires } = startWires(service, {
    db,
    clock,
    logger,
    log,
    databaseUrl,
  });
  const running = [...wires, ...(service.loops?.(base) ?? [])];
  const apollo = createSubgraph<Context>(service, withOperations(service.resolvers, { ...service, log }), logger);
  await apollo.start();
  const verify = actorVerifier(config.ACTOR_PUBLIC_JWK);
  const actorOf: ActorOf = ({ headers }) => {
    const token = headers[ACTOR_HEADER];
    return verify(typeof token === "string" ? token : undefined);
  };
  const http = await startHttp({
    headerLimit: HEADER_LIMIT,
    host: config.HOST,
    port: config.PORT,
    logger,
    health: {
      ready: {
        database: () => db.$queryRawUnsafe("select 1 as one").then(() => undefined),
        migrations: migrationsApplied(db, service.schema),
      },
      // Without its log a service still answers and still writes: what it has to tell waits in its outbox.
      degraded: {
        "event log": () => log.lags(service.name, service.follows).then(() => undefined),
        consumer: async () => (consumer.isConnected() ? undefined : "not connected"),
      },
    },
    measure: stateMeter({
      service: service.name,
      db,
      log,
      follows: service.follows,
      clock,
      logger,
      isConnected: () => consumer.isConnected(),
    }),
    routes: async (fastify) => {
      fastify.post(
        "/graphql",
        fastifyApolloHandler(apollo, {
          context: async (request) => {
            const actor = await actorOf(request);
            return service.context({ db, actor, at: clock.now(), origin: base.origin, logger });
          },
        }),
      );
      await service.routes?.(fastify, base, actorOf);
    },
  });
  logger.info({ port: config.PORT }, "ready");

  onStop(logger, async () => {
    await http.close();
    await apollo.stop();
    await Promise.all(running.map((part) => part.stop()));
    await log.close();
    await db.$disconnect();
    await traces.stop();
  });
}

interface Wires<Db> {
  db: Db;
  clock: Clock;
  logger: Logger;
  log: EventLog;
  databaseUrl: string;
}

/** The parts that move by themselves: outbox to log, log to reactions, time to handlers. */
export function startWires<
  Tx extends Sql,
  Db extends ServiceDatabase<Tx>,
  Context extends RequestBase<Db>,
  R extends EventRegistry,
>(
  { name, follows, events, reactions, due }: Service<Tx, Db, Context, R>,
  { db, clock, logger, log, databaseUrl }: Wires<Db>,
): { consumer: Subscribed; running: Running[] } {
  const consumer = startConsumer({ service: name, db, log, topics: [...follows], events, reactions, clock, logger });
  return {
    consumer,
    running: [
      startRelay({ databaseUrl, log, logger }),
      consumer,
      startScheduler({ service: name, db, clock, handlers: due, logger, databaseUrl }),
    ],
  };
}

/** Runs once, on the first signal; a second signal ends the process at once. */
export function onStop(logger: Logger, stop: () => Promise<void>): void {
  let stopping = false;
  const end = () => {
    if (stopping) process.exit(1);
    stopping = true;
    stop().then(
      () => process.exit(0),
      (error) => {
        logger.error({ err: error }, "did not stop cleanly");
        process.exit(1);
      },
    );
  };
  process.on("SIGTERM", end);
  process.on("SIGINT", end);
}
