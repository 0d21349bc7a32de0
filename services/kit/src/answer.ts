import { type Actor, systemActor } from "./actor.ts";
import type { Command } from "./aggregate.ts";
import { KeyReused, once } from "./idempotency.ts";
import { isMalformedId, malformedId } from "./malformed.ts";
import { refusalsTotal } from "./metrics.ts";
import { type Refusal, Refusals } from "./refusal.ts";
import type { Database, Sql } from "./sql.ts";
import { transact } from "./transact.ts";

/** What every mutation's input may carry. */
export interface CommandInput {
  expectedVersion?: number | null;
  idempotencyKey?: string | null;
}

/** What a mutation needs of the request. */
export interface Commanding<Tx extends Sql> {
  db: Database<Tx>;
  actor: Actor;
  /** Now, on the domain clock. */
  at: Date;
}

/** How a mutation answers: the thing under its own name, or refusals. */
export type Payload<K extends string, T> = { [P in K]: T | null } & { errors: Refusal[] };

/**
 * One command, one transaction. The work returns the id of what it changed; refusals become data, on a conflict with
 * the current value beside them. A fault goes through and is masked at the edge.
 */
export async function answer<Tx extends Sql, K extends string, T>(
  context: Commanding<Tx>,
  {
    operation,
    input,
    as,
    load,
  }: { operation: string; input: CommandInput; as: K; load: (id: string) => Promise<T | null> },
  work: (tx: Tx, command: Command) => Promise<string>,
): Promise<Payload<K, T>> {
  const payload = (thing: T | null, errors: Refusal[]) => {
    for (const { kind, code } of errors) refusalsTotal.inc({ kind, code });
    return { [as]: thing, errors } as Payload<K, T>;
  };
  try {
    return payload(await load(await commit(context, operation, input, work)), []);
  } catch (error) {
    if (error instanceof KeyReused) return payload(null, [keyReused]);
    if (isMalformedId(error)) return payload(null, [malformedId]);
    if (!(error instanceof Refusals)) throw error;
    const current = error.currentId ? await load(error.currentId) : null;
    return payload(current, [...error.refusals]);
  }
}

/** The same command for many things, each in a transaction of its own: a refusal for one stops none of the others. */
export async function answerEach<Tx extends Sql, K extends string, T>(
  context: Commanding<Tx>,
  spec: { operation: string; input: CommandInput; as: K; load: (id: string) => Promise<T | null> },
  ids: readonly string[],
  work: (tx: Tx, command: Command, id: string) => Promise<string>,
): Promise<Payload<K, T>[]> {
  const results: Payload<K, T>[] = [];
  for (const id of ids) {
    const key = spec.input.idempotencyKey;
    const input = { ...spec.input, id, idempotencyKey: key ? `${key}/${id}` : undefined };
    results.push(await answer(context, { ...spec, input }, (tx, command) => work(tx, command, id)));
  }
  return results;
}

const keyReused: Refusal = {
  kind: "CONFLICT",
  code: "IDEMPOTENCY_KEY_REUSED",
  message: "Cette clé d'idempotence a déjà servi pour une autre demande.",
  field: "idempotencyKey",
};

function commit<Tx extends Sql>(
  { db, actor, at }: Commanding<Tx>,
  operation: string,
  input: CommandInput,
  work: (tx: Tx, command: Command) => Promise<string>,
): Promise<string> {
  const command = { by: actor, at, expectedVersion: input.expectedVersion ?? undefined };
  const call = { key: input.idempotencyKey ?? undefined, actor: actor.personId ?? actor.name, operation, input };
  return transact(db, (tx) => once(tx, call, () => work(tx, command)), { maxWait: 10_000, timeout: 20_000 });
}

/** A command that a reaction or the scheduler gives. */
export const systemCommand = (service: string, at: Date): Command => ({ by: systemActor(service), at });
