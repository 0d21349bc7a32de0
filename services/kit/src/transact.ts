import { setTimeout as pause } from "node:timers/promises";
import type { Database, Sql, TransactionLimits } from "./sql.ts";

/** PostgreSQL ended one of two transactions that waited for each other; nothing of it happened, it may run again. */
export function isCollision(error: unknown, depth = 0): boolean {
  if (!(error instanceof Object) || depth > 6) return false;
  const { code, originalCode, cause, meta } = error as Partial<
    Record<"code" | "originalCode" | "cause" | "meta", unknown>
  >;
  if (COLLISIONS.some((sign) => sign === code || sign === originalCode)) return true;
  // Prisma keeps the driver's error of a raw query in its meta.
  const { driverAdapterError } = (meta ?? {}) as { driverAdapterError?: unknown };
  return isCollision(cause, depth + 1) || isCollision(driverAdapterError, depth + 1);
}

/** Prisma's code, and PostgreSQL's for a deadlock and for a serialization failure. */
const COLLISIONS = ["P2034", "40P01", "40001"];

const TRIES = 6;

/** One transaction, run again after a collision. The work must hold nothing outside of it. */
export async function transact<Tx extends Sql, T>(
  db: Database<Tx>,
  work: (tx: Tx) => Promise<T>,
  limits?: TransactionLimits,
): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await db.$transaction(work, limits);
    } catch (error) {
      if (tries >= TRIES || !isCollision(error)) throw error;
      await pause(Math.random() * 20 * 2 ** tries);
    }
  }
}
