import { setTimeout as pause } from "node:timers/promises";
import type { Database, Sql, TransactionLimits } from "./sql.ts";

/** PostgreSQL ended one of two transactions that waited for each other; nothing of it happened, it may run again. */
export function isCollision(error: unknown): boolean {
  for (let cause = error, depth = 0; cause instanceof Object && depth < 6; depth++) {
    const { code, originalCode, kind } = cause as { code?: string; originalCode?: string; kind?: string };
    if (code === "P2034" || kind === "TransactionWriteConflict") return true;
    if ([code, originalCode].some((sqlState) => sqlState === "40P01" || sqlState === "40001")) return true;
    cause = (cause as { cause?: unknown }).cause;
  }
  return false;
}

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
