import { deflateRawSync, inflateRawSync } from "node:zlib";
import { importJWK, type JWK, jwtVerify, SignJWT } from "jose";

/** A mandate in force, as a token carries it. Roles are words of the services, not of the kit. */
export interface MandateClaim {
  role: string;
  academyCode?: string;
  themeId?: string;
  disciplineCode?: string;
  departement?: string;
}

/** Who is asking. Consumers and the scheduler act as `system`. */
export interface Actor {
  kind: "anonymous" | "person" | "program" | "system";
  personId?: string;
  /** For logs and the audit trail of programs and the system; never shown for persons. */
  name: string;
  mandates: readonly MandateClaim[];
  scopes: readonly string[];
}

export const ANONYMOUS: Actor = { kind: "anonymous", name: "visiteur", mandates: [], scopes: [] };

export const systemActor = (name: string): Actor => ({ kind: "system", name, mandates: [], scopes: [] });

/** The header in which the gateway tells a subgraph who is asking. */
export const ACTOR_HEADER = "x-trame-actor";

const ISSUER = "trame-gateway";

/**
 * A person of the ministry may hold hundreds of mandates, each with the identifier of a theme. Packed, four hundred are
 * some 20 KB as a token, which is more than Node's usual 16 KB of headers: subgraphs take more (HEADER_LIMIT), and
 * only the gateway reaches them.
 */
export const HEADER_LIMIT = 128 * 1024;

const pack = (actor: Actor): string => deflateRawSync(JSON.stringify(actor)).toString("base64url");

/** The signature was verified before: what is unpacked is what the gateway packed. */
const unpack = (text: string): Actor =>
  JSON.parse(inflateRawSync(Buffer.from(text, "base64url"), { maxOutputLength: 4 * 1024 * 1024 }).toString("utf8"));

/** The gateway's side: a token that lives for a minute. */
export function actorSigner(privateJwk: string): (actor: Actor) => Promise<string> {
  const key = importJWK(JSON.parse(privateJwk) as JWK, "EdDSA");
  return async (actor) =>
    new SignJWT({ actor: pack(actor) })
      .setProtectedHeader({ alg: "EdDSA" })
      .setIssuer(ISSUER)
      .setIssuedAt()
      .setExpirationTime("60s")
      .sign(await key);
}

/** A subgraph's side: no token is a visitor, a bad one is an error. */
export function actorVerifier(publicJwk: string): (token: string | undefined) => Promise<Actor> {
  const key = importJWK(JSON.parse(publicJwk) as JWK, "EdDSA");
  return async (token) => {
    if (!token) return ANONYMOUS;
    const { payload } = await jwtVerify<{ actor: string }>(token, await key, { issuer: ISSUER, clockTolerance: 5 });
    return unpack(payload.actor);
  };
}
