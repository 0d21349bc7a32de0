import type { DescMessage, MessageShape } from "@bufbuild/protobuf";
import { toBinary } from "@bufbuild/protobuf";
import type { Actor } from "./actor.ts";
import { type AuditEntry, auditAll } from "./audit.ts";
import type { OutgoingEvent } from "./envelope.ts";
import { appendEvents } from "./outbox.ts";
import { changedMeanwhile, notFound, Refusals } from "./refusal.ts";
import type { Sql } from "./sql.ts";

/** Who commands, when (domain clock), and the version that he or she saw. */
export interface Command {
  by: Actor;
  at: Date;
  expectedVersion?: number;
  reason?: string;
}

/** A state with its identity. The version grows by one with each change. */
export interface Versioned {
  id: string;
  version: number;
}

/** What a fact says to the other services. */
export interface Told {
  type: string;
  /** Null is a tombstone: a compacted topic forgets the key. */
  value: Uint8Array | null;
}

/** A message ready for the outbox. */
export const tell = <D extends DescMessage>(schema: D, message: MessageShape<D>): Told => ({
  type: schema.typeName,
  value: toBinary(schema, message),
});

/** How one kind of aggregate is kept. Facts are its events in the service's own words. */
export interface AggregateSpec<Tx extends Sql, State extends Versioned, Fact extends { type: string }> {
  /** For the audit trail and for refusals, e.g. "Theme". */
  name: string;
  /** For a person, e.g. «Ce thème». */
  label: string;
  topic: string;
  /** Reads the state and locks its row until the transaction ends. */
  lock(tx: Tx, id: string): Promise<State | null>;
  insert(tx: Tx, state: State): Promise<void>;
  update(tx: Tx, state: State): Promise<void>;
  evolve(state: State | null, fact: Fact): State;
  /** What the others are told of a fact, with the whole state after it; null keeps it inside. */
  tell(fact: Fact, state: State): Told | null;
}

/** What came of a state by a command: the state after its facts, what is told of them, and the lines of the trail. */
interface Recorded<State> {
  state: State;
  events: OutgoingEvent[];
  trail: AuditEntry[];
}

/** Lock, decide, apply, append: the only writer of its aggregate, inside the caller's transaction. */
export function aggregate<Tx extends Sql, State extends Versioned, Fact extends { type: string }>(
  spec: AggregateSpec<Tx, State, Fact>,
) {
  const record = async (tx: Tx, command: Command, before: State | null, facts: readonly Fact[]): Promise<State> => {
    const { state, events, trail } = applied(spec, command, before, facts);
    if (facts.length === 0) return state;
    await (before ? spec.update(tx, state) : spec.insert(tx, state));
    await appendEvents(tx, events);
    await auditAll(tx, trail);
    return state;
  };
  return {
    /** The first fact makes the state. */
    create: (tx: Tx, command: Command, facts: readonly Fact[]) => record(tx, command, null, facts),

    /** Refuses with NOT_FOUND, or with CONFLICT when somebody was faster. No fact means no change. */
    async change(tx: Tx, command: Command, id: string, decide: (state: State) => readonly Fact[]): Promise<State> {
      const state = await spec.lock(tx, id);
      if (!state) throw new Refusals([notFound(spec.label)]);
      if (command.expectedVersion !== undefined && command.expectedVersion !== state.version) {
        throw new Refusals([changedMeanwhile()], id);
      }
      return record(tx, command, state, decide(state));
    },

    /** As `change`, for reactions: creates what is not there yet. */
    async changeOrCreate(
      tx: Tx,
      command: Command,
      id: string,
      decide: (state: State | null) => readonly Fact[],
    ): Promise<State | null> {
      const state = await spec.lock(tx, id);
      const facts = decide(state);
      return facts.length === 0 ? state : record(tx, command, state, facts);
    },
  };
}

/** Pure: one version a fact. */
export function applied<Tx extends Sql, State extends Versioned, Fact extends { type: string }>(
  { name, topic, evolve, tell: toldOf }: Pick<AggregateSpec<Tx, State, Fact>, "name" | "topic" | "evolve" | "tell">,
  { by, at, reason }: Command,
  before: State | null,
  facts: readonly Fact[],
): Recorded<State> {
  let state = before;
  const events: OutgoingEvent[] = [];
  for (const fact of facts) {
    const version: number = (state?.version ?? 0) + 1;
    state = { ...evolve(state, fact), version };
    const told = toldOf(fact, state);
    if (told) events.push({ ...told, topic, key: state.id, version, at, actorId: by.personId });
  }
  if (!state) throw new Error(`${name}: nothing was decided`);
  const subject = `${name}:${state.id}`;
  return { state, events, trail: facts.map(({ type }) => ({ at, actor: by, action: type, subject, reason })) };
}
