import { createHash } from "node:crypto";
import type { Sql } from "./sql.ts";

/** One write that its caller may send twice. */
export interface IdempotentCall {
  /** The caller's key; undefined means that it does not ask for protection. */
  key: string | undefined;
  /** Keys of different actors never meet. */
  actor: string;
  operation: string;
  /** What was asked: the same key with another input is a mistake of the caller. */
  input: unknown;
}

/** The caller used its key for something else before. */
export class KeyReused extends Error {
  readonly key: string;
  constructor(key: string) {
    super(`The idempotency key "${key}" was used for another input`);
    this.name = "KeyReused";
    this.key = key;
  }
}

/**
 * Runs the work once per key and gives the first result (as JSON) to every repetition. Effect and record share the
 * caller's transaction; a repetition that comes meanwhile waits for it.
 */
export async function once<T>(tx: Sql, call: IdempotentCall, work: () => Promise<T>): Promise<T> {
  if (call.key === undefined) return work();
  const address = [call.actor, call.operation, call.key];
  const fingerprint = createHash("sha256")
    .update(JSON.stringify(call.input) ?? "")
    .digest("hex");
  const claimed = await tx.$executeRawUnsafe(
    `insert into kit.idempotency (actor, operation, key, fingerprint)
     values ($1::text, $2::text, $3::text, $4::text) on conflict do nothing`,
    ...address,
    fingerprint,
  );
  const here = "where actor = $1::text and operation = $2::text and key = $3::text";
  if (claimed === 0) {
    const [row] = await tx.$queryRawUnsafe<{ fingerprint: string; result: string | null }[]>(
      `select fingerprint, result::text as result from kit.idempotency ${here}`,
      ...address,
    );
    if (row?.fingerprint !== fingerprint) throw new KeyReused(call.key);
    return (row.result === null ? undefined : JSON.parse(row.result)) as T;
  }
  const result = await work();
  await tx.$executeRawUnsafe(
    `update kit.idempotency set result = $4::text::json ${here}`,
    ...address,
    JSON.stringify(result) ?? null,
  );
  return result;
}
