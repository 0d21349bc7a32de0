import { createHash, randomUUID } from "node:crypto";
import type { AddressInfo } from "node:net";
import Fastify from "fastify";
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from "jose";

export interface StubProvider {
  issuer: string;
  /** Whoever signs in next. */
  subject: string;
  /** Changes what the next ID token says. */
  forge?: (claims: JWTPayload) => JWTPayload;
  accessToken(
    claims: JWTPayload,
    options?: { expired?: boolean; audience?: string; foreignKey?: boolean },
  ): Promise<string>;
  stop(): Promise<void>;
}

export const CLIENT = { id: "trame-portail", secret: "a client secret" };

/** An OpenID provider with one client that signs in whoever it is told to, and checks PKCE and the secret. */
export async function startProvider(): Promise<StubProvider> {
  const http = Fastify();
  const { privateKey, publicKey } = await generateKeyPair("RS256");
  const foreign = await generateKeyPair("RS256");
  const codes = new Map<string, Record<string, string>>();
  http.addContentTypeParser("application/x-www-form-urlencoded", { parseAs: "string" }, (_request, body, done) =>
    done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  );
  const sign = (claims: JWTPayload, audience: string, type: string, key = privateKey, life: string | number = "1h") =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: "RS256", kid: "k", typ: type })
      .setIssuer(provider.issuer)
      .setAudience(audience)
      .setIssuedAt()
      .setExpirationTime(life)
      .sign(key);

  http.get("/.well-known/openid-configuration", () => ({
    issuer: provider.issuer,
    authorization_endpoint: `${provider.issuer}/authorize`,
    token_endpoint: `${provider.issuer}/token`,
    jwks_uri: `${provider.issuer}/jwks`,
    end_session_endpoint: `${provider.issuer}/logout`,
    response_types_supported: ["code"],
    subject_types_supported: ["public"],
    id_token_signing_alg_values_supported: ["RS256"],
    code_challenge_methods_supported: ["S256"],
  }));
  http.get("/jwks", async () => ({ keys: [{ ...(await exportJWK(publicKey)), kid: "k", alg: "RS256", use: "sig" }] }));
  http.get("/authorize", (request, reply) => {
    const asked = request.query as Record<string, string>;
    const code = randomUUID();
    codes.set(code, { ...asked, subject: provider.subject });
    return reply.redirect(`${asked.redirect_uri}?${new URLSearchParams({ code, state: asked.state ?? "" })}`, 303);
  });
  http.post("/token", async (request, reply) => {
    const {
      code = "",
      code_verifier = "",
      client_id,
      client_secret,
      redirect_uri,
    } = request.body as Record<string, string>;
    const asked = codes.get(code);
    codes.delete(code);
    const challenge = createHash("sha256").update(code_verifier).digest("base64url");
    const isOurs = client_id === CLIENT.id && client_secret === CLIENT.secret;
    if (!asked || !isOurs || challenge !== asked.code_challenge || redirect_uri !== asked.redirect_uri) {
      return reply.code(400).send({ error: "invalid_grant" });
    }
    const claims = { sub: asked.subject, nonce: asked.nonce, name: `Nom de ${asked.subject}` };
    const idToken = await sign(provider.forge?.(claims) ?? claims, CLIENT.id, "JWT");
    return { access_token: "opaque", token_type: "Bearer", id_token: idToken };
  });
  await http.listen({ host: "127.0.0.1", port: 0 });

  const provider: StubProvider = {
    issuer: `http://127.0.0.1:${(http.server.address() as AddressInfo).port}`,
    subject: "claire",
    accessToken: (claims, { expired = false, audience = "trame", foreignKey = false } = {}) =>
      sign(claims, audience, "at+jwt", foreignKey ? foreign.privateKey : privateKey, expired ? 1_000_000_000 : "1h"),
    stop: () => http.close(),
  };
  return provider;
}
