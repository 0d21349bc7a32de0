import { type AggregateSpec, applied, type Command, type Versioned } from "./aggregate.ts";
import { auditAll } from "./audit.ts";
import { appendEvents } from "./outbox.ts";
import type { Sql } from "./sql.ts";

/** How several of one kind are read and written at once. */
export interface ManySpec<Tx extends Sql, State extends Versioned, Fact extends { type: string }>
  extends Pick<AggregateSpec<Tx, State, Fact>, "name" | "topic" | "evolve" | "tell"> {
  /** Reads those that are there and locks them in the order of the ids, which are sorted. */
  lockAll(tx: Tx, ids: readonly string[]): Promise<readonly State[]>;
  insertAll(tx: Tx, states: readonly State[]): Promise<void>;
  updateAll(tx: Tx, changes: readonly { before: State; after: State }[]): Promise<void>;
}

/** What is to become of one of them. */
export interface Change<State, Fact> {
  id: string;
  command: Command;
  decide(state: State | null): readonly Fact[];
}

/** One that changed, with its facts in order. */
export interface Changed<State, Fact> {
  state: State;
  facts: readonly Fact[];
}

/** As `changeOrCreate`, of many in as many statements as of one; one after the other where they are of one id. */
export async function changeMany<Tx extends Sql, State extends Versioned, Fact extends { type: string }>(
  spec: ManySpec<Tx, State, Fact>,
  tx: Tx,
  changes: readonly Change<State, Fact>[],
): Promise<Changed<State, Fact>[]> {
  const ids = [...new Set(changes.map(({ id }) => id))].sort();
  const found = new Map((await spec.lockAll(tx, ids)).map((state) => [state.id, state]));
  const now = new Map(found);
  const changed: Changed<State, Fact>[] = [];
  const recorded = changes.flatMap(({ id, command, decide }) => {
    const before = now.get(id) ?? null;
    const facts = decide(before);
    if (facts.length === 0) return [];
    const one = applied(spec, command, before, facts);
    now.set(id, one.state);
    changed.push({ state: one.state, facts });
    return [one];
  });
  const last = [...new Set(changed.map(({ state }) => state.id))].flatMap((id) => now.get(id) ?? []);
  const fresh = last.filter(({ id }) => !found.has(id));
  const old = last.map((after) => ({ before: found.get(after.id), after })).filter(wasThere<State>);
  if (fresh.length > 0) await spec.insertAll(tx, fresh);
  if (old.length > 0) await spec.updateAll(tx, old);
  await appendEvents(
    tx,
    recorded.flatMap(({ events }) => events),
  );
  await auditAll(
    tx,
    recorded.flatMap(({ trail }) => trail),
  );
  return changed;
}

const wasThere = <State>(pair: { before: State | undefined; after: State }): pair is { before: State; after: State } =>
  pair.before !== undefined;
