import type { Actor } from "@trame/kit/actor";
import { ACTOR_HEADER, type MandateClaim } from "@trame/kit/actor";
import type { Logger } from "@trame/kit/log";
import { createLru } from "./lru.ts";
import type { SubgraphClient } from "./subgraph-client.ts";

/** Somebody whom an identity provider vouches for. */
export interface Subject {
  issuer: string;
  subject: string;
}

/** What people says of a subject: a person with mandates in force, `null` when nobody is known, `undefined` when people cannot be asked and never could. */
export type Found = Actor | null | undefined;

export interface Actors {
  of(subject: Subject): Promise<Found>;
  /** The token that tells a subgraph who is asking; none for a visitor. */
  token(actor: Actor): Promise<string | undefined>;
  /** Ask people again at the next request. */
  forget(): void;
}

export interface ActorsOptions {
  people: Pick<SubgraphClient, "send">;
  sign(actor: Actor): Promise<string>;
  logger: Logger;
  /** How long an answer of people holds, in seconds: a mandate given or ended counts after that. */
  knownFor?: number;
  /** Real clock, in milliseconds. */
  now?: () => number;
}

interface Entry {
  found: Found;
  freshUntil: number;
  pending?: Promise<Found>;
}

/** Somebody just recorded should not wait a minute. */
const UNKNOWN_FOR = 10_000;
const ASK_AGAIN_AFTER = 3_000;
/** Tokens live for 60 s. */
const TOKEN_FOR = 30_000;

const ITSELF: Actor = { kind: "program", name: "gateway", mandates: [], scopes: ["identity:read"] };

export function createActors({ people, sign, logger, knownFor = 60, now = Date.now }: ActorsOptions): Actors {
  const entries = createLru<Entry>(10_000);
  const tokens = new WeakMap<Actor, { token: Promise<string>; until: number }>();

  function token(actor: Actor): Promise<string> {
    const known = tokens.get(actor);
    if (known && known.until > now()) return known.token;
    const signed = sign(actor);
    tokens.set(actor, { token: signed, until: now() + TOKEN_FOR });
    return signed;
  }

  async function ask(key: Subject, entry: Entry): Promise<Found> {
    try {
      entry.found = await askPeople(people, key, await token(ITSELF));
      entry.freshUntil = now() + (entry.found ? knownFor * 1000 : Math.min(knownFor * 1000, UNKNOWN_FOR));
    } catch (error) {
      // The last known answer holds until people is back.
      logger.warn({ reason: String(error) }, "people did not say who is asking");
      entry.freshUntil = now() + ASK_AGAIN_AFTER;
    }
    entry.pending = undefined;
    return entry.found;
  }

  return {
    async of(subject) {
      const key = JSON.stringify([subject.issuer, subject.subject]);
      const entry = entries.get(key) ?? { found: undefined, freshUntil: 0 };
      entries.set(key, entry);
      if (entry.freshUntil > now()) return entry.found;
      entry.pending ??= ask(subject, entry);
      return entry.pending;
    },
    token: async (actor) => (actor.kind === "anonymous" ? undefined : token(actor)),
    forget: () => entries.clear(),
  };
}

const IDENTITY = `query Identity($issuer: String!, $subject: String!) {
  identity(issuer: $issuer, subject: $subject) {
    personId
    name
    mandates { role academyCode themeId disciplineCode departement }
  }
}`;

interface Identity {
  personId: string;
  name: string;
  mandates: { [K in keyof MandateClaim]: MandateClaim[K] | null }[];
}

async function askPeople(people: Pick<SubgraphClient, "send">, subject: Subject, token: string): Promise<Actor | null> {
  const request = { query: IDENTITY, variables: { ...subject } };
  const { data, errors } = await people.send(request, { [ACTOR_HEADER]: token });
  if (errors?.length || !data) throw new Error(errors?.[0]?.message ?? "no data");
  const identity = data.identity as Identity | null;
  if (!identity) return null;
  const { personId, name, mandates } = identity;
  return { kind: "person", personId, name, mandates: mandates.map(withoutNulls), scopes: [] };
}

const withoutNulls = (mandate: Identity["mandates"][number]) =>
  Object.fromEntries(Object.entries(mandate).filter(([, value]) => value !== null)) as unknown as MandateClaim;
