import type pg from "pg";

/**
 * What the kit asks of a database handle. A Prisma client and its transactions have this shape, so the kit imports no
 * generated client. Statements cast every parameter, because drivers disagree on the types they announce.
 */
export interface Sql {
  $queryRawUnsafe<T = unknown>(sql: string, ...values: unknown[]): Promise<T>;
  $executeRawUnsafe(sql: string, ...values: unknown[]): Promise<number>;
}

/** Limits of one transaction, as Prisma names them. */
export interface TransactionLimits {
  maxWait?: number;
  timeout?: number;
}

/** A handle that opens transactions. `Tx` is what the callback receives: for a service, Prisma's transaction client. */
export interface Database<Tx extends Sql = Sql> extends Sql {
  $transaction<R>(work: (tx: Tx) => Promise<R>, limits?: TransactionLimits): Promise<R>;
}

/** Prisma gives up after 5 s; a reaction or a due handler may have to wait for a lock or a busy machine. */
export const PATIENT: TransactionLimits = { maxWait: 15_000, timeout: 60_000 };

/** The same shape over node-postgres, for tests and for processes without Prisma. */
export function pgDatabase(pool: pg.Pool): Database {
  return {
    ...over(pool),
    async $transaction(work) {
      const client = await pool.connect();
      // A connection that dies outside a statement would otherwise end the process.
      const onError = () => {};
      client.on("error", onError);
      let broken = false;
      try {
        await client.query("begin");
        const result = await work(over(client));
        await client.query("commit");
        return result;
      } catch (error) {
        await client.query("rollback").catch(() => {
          broken = true;
        });
        throw error;
      } finally {
        client.off("error", onError);
        client.release(broken);
      }
    },
  };
}

function over(source: Pick<pg.Pool, "query"> | Pick<pg.PoolClient, "query">): Sql {
  const query = source.query.bind(source) as (sql: string, values: unknown[]) => Promise<pg.QueryResult>;
  return {
    $queryRawUnsafe: async <T>(sql: string, ...values: unknown[]) => (await query(sql, values)).rows as T,
    $executeRawUnsafe: async (sql, ...values) => (await query(sql, values)).rowCount ?? 0,
  };
}
