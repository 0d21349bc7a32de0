import { PrismaPg } from "@prisma/adapter-pg";
import type { SqlQuery, SqlQueryable } from "@prisma/driver-adapter-utils";
import { sqlSeconds } from "./metrics.ts";
import { inSpan } from "./trace.ts";

/** Connections of one process to its database. */
const CONNECTIONS = 8;

/** Prisma's way to PostgreSQL, with each statement measured and, when traces are collected, a span of its own. */
export class MeasuredPg extends PrismaPg {
  constructor(connectionString: string) {
    super({ connectionString, max: CONNECTIONS });
  }

  override async connect() {
    const adapter = measured(await super.connect());
    const startTransaction = adapter.startTransaction.bind(adapter);
    adapter.startTransaction = async (isolationLevel) => measured(await startTransaction(isolationLevel));
    return adapter;
  }
}

function measured<Q extends SqlQueryable>(queryable: Q): Q {
  const queryRaw = queryable.queryRaw.bind(queryable);
  const executeRaw = queryable.executeRaw.bind(queryable);
  queryable.queryRaw = (query) => measure(query, () => queryRaw(query));
  queryable.executeRaw = (query) => measure(query, () => executeRaw(query));
  return queryable;
}

const VERBS = new Set(["select", "insert", "update", "delete", "begin", "commit", "rollback"]);

async function measure<T>({ sql }: SqlQuery, work: () => Promise<T>): Promise<T> {
  const first = /^\s*(\w+)/.exec(sql)?.[1]?.toLowerCase() ?? "";
  const verb = VERBS.has(first) ? first : "other";
  const stop = sqlSeconds.startTimer({ verb });
  // The text has places for its values, not the values.
  const attributes = { "db.system.name": "postgresql", "db.query.text": sql.slice(0, 2000) };
  try {
    return await inSpan({ name: `SQL ${verb}`, kind: "client", attributes }, work);
  } finally {
    stop();
  }
}
