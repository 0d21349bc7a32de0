import type { Logger } from "@trame/kit/log";
import * as oidc from "openid-client";

export interface ProviderSettings {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** Where the provider sends the browser back to. */
  redirectUri: string;
}

/** The provider cannot be reached. */
export class ProviderUnavailable extends Error {
  override name = "ProviderUnavailable";
}

/** What must be remembered between leaving for the provider and coming back. */
export interface LoginChecks {
  state: string;
  nonce: string;
  verifier: string;
}

export interface SignIn {
  issuer: string;
  subject: string;
  name: string;
  /** Only an address that the provider says it has verified. */
  verifiedEmail: string | undefined;
  idToken: string | undefined;
}

export interface Provider {
  metadata(): Promise<oidc.ServerMetadata>;
  begin(): Promise<{ url: URL; checks: LoginChecks }>;
  complete(currentUrl: URL, checks: LoginChecks): Promise<SignIn>;
  /** Where the provider ends its own session, if it has such an address. */
  endSessionUrl(idToken: string | undefined, returnTo: string): Promise<URL | undefined>;
}

/** Found at first use, and again after a failure: the gateway starts and serves visitors while the provider is down. */
export function createProvider(settings: ProviderSettings, logger: Logger): Provider {
  let found: Promise<oidc.Configuration> | undefined;
  const configuration = () => {
    found ??= discover(settings).catch((error) => {
      found = undefined;
      logger.warn({ reason: String(error), issuer: settings.issuer }, "identity provider not found");
      throw new ProviderUnavailable(settings.issuer, { cause: error });
    });
    return found;
  };
  return {
    metadata: async () => (await configuration()).serverMetadata(),
    async begin() {
      const config = await configuration();
      const checks = {
        state: oidc.randomState(),
        nonce: oidc.randomNonce(),
        verifier: oidc.randomPKCECodeVerifier(),
      };
      const url = oidc.buildAuthorizationUrl(config, {
        redirect_uri: settings.redirectUri,
        scope: "openid profile email",
        state: checks.state,
        nonce: checks.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(checks.verifier),
        code_challenge_method: "S256",
      });
      return { url, checks };
    },
    async complete(currentUrl, { state, nonce, verifier }) {
      const tokens = await oidc.authorizationCodeGrant(await configuration(), currentUrl, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (!claims) throw new Error("the provider gave no ID token");
      const name = typeof claims.name === "string" ? claims.name : "";
      const verifiedEmail =
        claims.email_verified === true && typeof claims.email === "string" ? claims.email : undefined;
      return { issuer: claims.iss, subject: claims.sub, name, verifiedEmail, idToken: tokens.id_token };
    },
    async endSessionUrl(idToken, returnTo) {
      const config = await configuration();
      if (!config.serverMetadata().end_session_endpoint) return undefined;
      return oidc.buildEndSessionUrl(config, {
        post_logout_redirect_uri: returnTo,
        ...(idToken && { id_token_hint: idToken }),
      });
    },
  };
}

const SECONDS = 5;

async function discover({ issuer, clientId, clientSecret }: ProviderSettings): Promise<oidc.Configuration> {
  const insecure = new URL(issuer).protocol === "http:";
  const config = await oidc.discovery(new URL(issuer), clientId, clientSecret, oidc.ClientSecretPost(clientSecret), {
    // A provider in development or behind the same host; whoever configures http: has chosen it.
    execute: insecure ? [oidc.allowInsecureRequests] : [],
    timeout: SECONDS,
  });
  config.timeout = SECONDS;
  // Verifies the ID token's signature, which the connection alone would vouch for otherwise.
  oidc.enableNonRepudiationChecks(config);
  return config;
}
