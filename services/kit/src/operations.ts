import type { Command } from "./aggregate.ts";
import { answer, type CommandInput } from "./answer.ts";
import { type PageArgs, pageOf, toConnection } from "./connection.ts";
import type { EventRegistry } from "./consumer.ts";
import type { EventLog } from "./event-log.ts";
import { replay, republishFrom, skip } from "./operations-commands.ts";
import * as store from "./operations-store.ts";
import { grant, nameRoles, rights } from "./rights.ts";
import type { RequestBase, ServiceDatabase } from "./service.ts";
import type { Sql } from "./sql.ts";
import { readWaiting } from "./state-metrics.ts";
import { namedValues, summarise } from "./summary.ts";

nameRoles({ ADMIN: "l'administration technique" });

/** Who looks after the running services; it gives no right over what they are about. */
const policy = rights({ operate: [grant("ADMIN")] });

/** What the operations of a service need to know of it. */
export interface Operated {
  name: string;
  events: EventRegistry;
  follows: readonly string[];
  /** Absent where nothing is followed, as in a test of resolvers. */
  log?: EventLog;
}

type Context = RequestBase<ServiceDatabase<Sql>>;

interface Input extends CommandInput {
  topic: string;
  key: string;
}

type Work<I> = (tx: Sql, command: Command, input: I) => Promise<number>;

/** The root fields and types of common.graphql by which a service is operated, for its own resolvers to be added to. */
export function operationsResolvers(of: Operated) {
  const { name } = of;
  const suffix = name.charAt(0).toUpperCase() + name.slice(1);
  const command =
    <I extends CommandInput>(operation: string, work: Work<I>) =>
    async (_: unknown, { input }: { input: I }, context: Context) => {
      const load = async (id: string) => Number(id);
      const answered = await answer(context, { operation, input, as: "count", load }, async (tx, by) => {
        policy.demand(by.by, "operate");
        return String(await work(tx, by, input));
      });
      return { ...answered, operations: answered.count === null ? null : await stateOf(of, context) };
    };
  const place = ({ topic, key }: Input) => ({ consumer: name, topic, key });
  return {
    Query: {
      [`${name}Operations`]: (_: unknown, _args: object, context: Context) => {
        policy.demand(context.actor, "operate");
        return stateOf(of, context);
      },
    },
    Mutation: {
      [`replayParkedIn${suffix}`]: command<Input>("replayParked", (tx, by, input) => replay(tx, by, place(input))),
      [`skipParkedIn${suffix}`]: command<Input & { eventId: string; reason: string }>("skipParked", (tx, by, input) =>
        skip(tx, by, place(input), input),
      ),
      [`republishFrom${suffix}`]: command<RepublishInput>(
        "republish",
        (tx, by, { from, fromSeq, everything, reason }) =>
          republishFrom(tx, by, name, {
            from: from ?? undefined,
            fromSeq: fromSeq ?? undefined,
            everything: everything ?? false,
            reason,
          }),
      ),
    },
    ServiceOperations: listsOf(of),
  };
}

interface RepublishInput extends CommandInput {
  from?: Date | null;
  fromSeq?: number | null;
  everything?: boolean | null;
  reason: string;
}

async function stateOf({ name }: Operated, { db, at }: Context) {
  const [state, outboxLast] = await Promise.all([readWaiting(db, at), store.lastInOutbox(db)]);
  return { ...state, name, at, outboxLast, outboxOldestSeconds: Math.round(state.outboxOldestSeconds) };
}

/** Each list is read only when it is asked for. */
const listsOf = ({ name, events, follows, log }: Operated) => ({
  async lags() {
    if (!log) return [];
    const lags = await log.lags(name, follows);
    return follows.map((topic) => ({ topic, waiting: lags[topic] ?? 0 }));
  },

  async parked(_: unknown, args: PageArgs, { db }: Context) {
    const page = pageOf(args);
    const types = new Map(Object.values(events).map((type) => [type.typeName, type]));
    const rows = (await store.parkedKeysAfter(db, name, page)).map(({ payload, happenedAt, parkedAt, ...row }) => ({
      ...row,
      happenedAt: new Date(happenedAt),
      parkedAt: new Date(parkedAt),
      summary: () => summarise(types.get(row.eventType), payload === null ? null : Buffer.from(payload, "base64")),
    }));
    return toConnection(rows, page, {
      keys: ({ head }) => [String(head)],
      totalCount: () => store.countParkedKeys(db, name),
    });
  },

  async schedule(_: unknown, { filter, ...args }: PageArgs & Filtered<store.DueRowFilter>, { db, at }: Context) {
    const page = pageOf(args);
    const rows = await store.dueAfter(db, filter ?? {}, at, page);
    const nodes = rows.map((row) => ({ ...row, cursor: row.dueAt, dueAt: new Date(row.dueAt), retryAt: dateOf(row) }));
    return toConnection(nodes, page, {
      keys: ({ cursor, id }) => [cursor, String(id)],
      totalCount: () => store.countDue(db, filter ?? {}, at),
    });
  },

  async audit(_: unknown, { filter, ...args }: PageArgs & Filtered<store.AuditFilter>, { db }: Context) {
    const page = pageOf(args);
    const rows = (await store.auditBefore(db, filter ?? {}, page)).map(auditLine);
    return toConnection(rows, page, {
      keys: ({ id }) => [id],
      totalCount: () => store.countAudit(db, filter ?? {}),
    });
  },
});

type Filtered<F> = { filter?: F | null };

const dateOf = ({ retryAt }: store.DueRow) => (retryAt === null ? null : new Date(retryAt));

const auditLine = ({ id, at, recordedAt, actor, detail, ...line }: store.AuditRow) => ({
  ...line,
  id: String(id),
  at: new Date(at),
  recordedAt: new Date(recordedAt),
  actorKind: actor.kind,
  actorId: actor.personId ?? null,
  actorName: actor.name ?? null,
  detail: namedValues(detail ?? undefined),
});

interface Resolved {
  Query?: object;
  Mutation?: object;
}

/** A service's own resolvers with those by which it is operated. */
export function withOperations(resolvers: object, of: Operated): object {
  const own: Resolved = resolvers;
  const { Query, Mutation, ...types } = operationsResolvers(of);
  return { ...own, ...types, Query: { ...own.Query, ...Query }, Mutation: { ...own.Mutation, ...Mutation } };
}
