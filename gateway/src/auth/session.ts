import type { CookieSerializeOptions } from "@fastify/cookie";
import type { FastifyReply, FastifyRequest } from "fastify";
import { createLru } from "../lru.ts";
import type { Sealer } from "./sealed.ts";

/** Who signed in with this browser. */
export interface Session {
  issuer: string;
  subject: string;
  /** As the provider says it, until people says it. */
  name: string;
}

const EIGHT_HOURS = 8 * 60 * 60;

export interface Sessions {
  start(reply: FastifyReply, session: Session, idToken: string | undefined): Promise<void>;
  of(request: FastifyRequest): Promise<Session | undefined>;
  /** The ID token of the sign-in: the provider asks for it when the session ends. */
  idToken(request: FastifyRequest): Promise<string | undefined>;
  end(reply: FastifyReply): void;
}

interface Opened {
  session: Session;
  until: number;
}

/** Sessions live in the browser only, encrypted: any replica of the gateway can open them. */
export function createSessions(sealer: Sealer, origin: string): Sessions {
  const secure = origin.startsWith("https:");
  const name = secure ? "__Host-trame_session" : "trame_session";
  const idTokenName = "trame_id_token";
  const cookie: CookieSerializeOptions = { httpOnly: true, sameSite: "lax", secure, path: "/" };
  const idTokenCookie = { ...cookie, path: "/auth" };
  const opened = createLru<Opened>(10_000);

  async function open(sealed: string): Promise<Session | undefined> {
    const known = opened.get(sealed);
    if (known) return known.until > Date.now() ? known.session : undefined;
    const content = await sealer.open<{ iss: string; sub: string; name: string }>("session", sealed);
    if (!content) return undefined;
    const session = { issuer: content.iss, subject: content.sub, name: content.name };
    opened.set(sealed, { session, until: content.exp * 1000 });
    return session;
  }

  return {
    async start(reply, { issuer, subject, name: personName }, idToken) {
      const content = { iss: issuer, sub: subject, name: personName };
      const life = { maxAge: EIGHT_HOURS };
      reply.setCookie(name, await sealer.seal("session", content, EIGHT_HOURS), { ...cookie, ...life });
      if (!idToken) return;
      const sealed = await sealer.seal("id-token", { token: idToken }, EIGHT_HOURS);
      reply.setCookie(idTokenName, sealed, { ...idTokenCookie, ...life });
    },
    async of({ cookies }) {
      const sealed = cookies[name];
      return sealed ? open(sealed) : undefined;
    },
    async idToken({ cookies }) {
      const sealed = cookies[idTokenName];
      return sealed ? (await sealer.open<{ token: string }>("id-token", sealed))?.token : undefined;
    },
    end(reply) {
      reply.clearCookie(name, cookie);
      reply.clearCookie(idTokenName, idTokenCookie);
    },
  };
}
