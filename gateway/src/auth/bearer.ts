import { createRemoteJWKSet, errors, type JWTPayload, jwtVerify } from "jose";
import { createLru } from "../lru.ts";
import type { Provider } from "./provider.ts";

/** Whom a verified token speaks for. */
export type Bearer =
  | { kind: "person"; issuer: string; subject: string; name: string; scopes: string[] }
  | { kind: "program"; clientId: string; scopes: string[] };

/** The token is not one that the provider made for us and that still holds. */
export class BadToken extends Error {
  override name = "BadToken";
}

const AUDIENCE = "trame";
const ALGORITHMS = ["RS256", "PS256", "ES256", "EdDSA"];
const HOUR = 60 * 60 * 1000;

/** Verifies access tokens with the provider's published keys, which are fetched once and kept. */
export function createBearerVerifier(provider: Provider): (token: string) => Promise<Bearer> {
  let keys: ReturnType<typeof createRemoteJWKSet> | undefined;
  const verified = createLru<{ bearer: Bearer; until: number }>(5_000);

  async function verify(token: string): Promise<JWTPayload> {
    const { issuer, jwks_uri } = await provider.metadata();
    if (!jwks_uri) throw new BadToken("the provider publishes no keys");
    keys ??= createRemoteJWKSet(new URL(jwks_uri), { cacheMaxAge: HOUR, timeoutDuration: 5_000 });
    const { payload } = await jwtVerify(token, keys, {
      issuer,
      audience: AUDIENCE,
      algorithms: ALGORITHMS,
      requiredClaims: ["exp", "sub"],
      clockTolerance: 5,
    });
    return payload;
  }

  return async (token) => {
    const known = verified.get(token);
    if (known && known.until > Date.now()) return known.bearer;
    const payload = await verify(token).catch((error) => {
      throw isTokensFault(error) ? new BadToken(String(error), { cause: error }) : error;
    });
    const bearer = bearerOf(payload);
    verified.set(token, { bearer, until: Number(payload.exp) * 1000 });
    return bearer;
  };
}

/** Keys that cannot be fetched say nothing about the token. */
const isTokensFault = (error: unknown) =>
  error instanceof errors.JOSEError && !(error instanceof errors.JWKSTimeout) && error.code !== "ERR_JOSE_GENERIC";

function bearerOf(payload: JWTPayload): Bearer {
  const { iss = "", sub = "", client_id: clientId, azp, name, scope, preferred_username: username } = payload;
  const scopes = typeof scope === "string" ? scope.split(" ").filter(Boolean) : [];
  const client = clientId ?? azp;
  // RFC 9068: without a person the subject is the client. Keycloak gives such a client an account of its own instead.
  const isProgram = sub === client || String(username ?? "").startsWith("service-account-");
  if (isProgram) return { kind: "program", clientId: String(client ?? username), scopes };
  return { kind: "person", issuer: iss, subject: sub, name: typeof name === "string" ? name : "", scopes };
}
