import type { Actor } from "@trame/kit/actor";

/** What one operation may ask for. */
export interface Limits {
  tokens: number;
  /** Fields within fields. */
  depth: number;
  aliases: number;
  rootFields: number;
  /** Objects that the answer may at most hold; see measure.ts. */
  cost: number;
}

/** Introspection nests deeper than data and costs no subgraph anything. */
export const INTROSPECTION_DEPTH = 16;

const signedIn = { tokens: 4_000, depth: 15, aliases: 40, rootFields: 20 };

/** By kind of caller. Our own largest operation, examples/five-services.graphql, passes as anonymous. */
export const LIMITS: Record<Actor["kind"], Limits> = {
  anonymous: { tokens: 2_000, depth: 12, aliases: 20, rootFields: 15, cost: 10_000 },
  person: { ...signedIn, cost: 20_000 },
  program: { ...signedIn, cost: 50_000 },
  system: { ...signedIn, cost: 50_000 },
};
