import { ACTOR_HEADER, type Actor, ANONYMOUS } from "@trame/kit/actor";
import type { FastifyRequest } from "fastify";
import type { Actors } from "./actors.ts";
import { BadToken, type Bearer } from "./auth/bearer.ts";
import type { Session, Sessions } from "./auth/session.ts";
import { createLru } from "./lru.ts";

/** Who sent a request, and by what right we say so. */
export interface Caller {
  actor: Actor;
  session?: Session;
  /** Whether people knows who signed in; nothing when it cannot be asked. */
  known?: boolean;
}

export interface Callers {
  /** By bearer token, else by the browser's session, else a visitor. Throws BadToken. */
  of(request: FastifyRequest): Promise<Caller>;
  /** By bearer token only: for addresses that programs read. */
  ofProgram(request: FastifyRequest): Promise<Caller>;
  /** Headers that tell a subgraph who is asking, and within which request. */
  headers(request: FastifyRequest, caller: Caller): Promise<Record<string, string>>;
}

const VISITOR: Caller = { actor: ANONYMOUS };

export function createCallers(sessions: Sessions, verify: (token: string) => Promise<Bearer>, actors: Actors): Callers {
  // The same object for the same program, so that its token is signed once.
  const programs = createLru<Actor>(1_000);

  function program(clientId: string, scopes: string[]): Caller {
    const key = JSON.stringify([clientId, scopes]);
    const actor = programs.get(key) ?? { kind: "program", name: clientId, mandates: [], scopes };
    programs.set(key, actor);
    return { actor };
  }

  async function ofBearer({ headers }: FastifyRequest): Promise<Caller | undefined> {
    if (headers.authorization === undefined) return undefined;
    const token = /^Bearer +([\w.~+/=-]+)$/i.exec(headers.authorization)?.[1];
    if (!token) throw new BadToken("expected a bearer token");
    const bearer = await verify(token);
    if (bearer.kind === "person") return person(await actors.of(bearer));
    return program(bearer.clientId, bearer.scopes);
  }

  async function ofSession(request: FastifyRequest): Promise<Caller> {
    const session = await sessions.of(request);
    return session ? { ...person(await actors.of(session)), session } : VISITOR;
  }

  return {
    of: async (request) => (await ofBearer(request)) ?? ofSession(request),
    ofProgram: async (request) => (await ofBearer(request)) ?? VISITOR,
    async headers({ trace }, { actor }) {
      const token = await actors.token(actor);
      return {
        "x-request-id": trace.requestId,
        traceparent: trace.traceparent,
        ...(token && { [ACTOR_HEADER]: token }),
      };
    },
  };
}

/** Nobody known by people may do more than a visitor. */
const person = (found: Actor | null | undefined): Caller => ({
  actor: found ?? ANONYMOUS,
  known: found === undefined ? undefined : found !== null,
});
