import { createPrivateKey } from "node:crypto";
import { SignJWT } from "jose";
import type { Keys } from "./keys.ts";
import type { Persona } from "./personas.ts";

/** What the gateway's bearer tokens are for. */
export const AUDIENCE = "trame";
export const PORTAL = "trame-portail";

/** A bearer token such as the development provider would issue, for scripts and tests. */
export const tokenFor = ({ sub, name }: Persona, issuer: string, key: Keys["oidc"]) =>
  new SignJWT({ name, client_id: PORTAL })
    .setProtectedHeader({ alg: "RS256", typ: "at+jwt", kid: String(key.kid) })
    .setIssuer(issuer)
    .setAudience(AUDIENCE)
    .setSubject(sub)
    .setIssuedAt()
    .setExpirationTime("8h")
    .sign(createPrivateKey({ key, format: "jwk" }));
