import Provider, { type Context, interactionPolicy } from "oidc-provider";
import { escapeHtml } from "../html.ts";
import type { Keys } from "../keys.ts";
import type { Persona } from "../personas.ts";
import { AUDIENCE, PORTAL } from "../token.ts";
import { page } from "./page.ts";

export interface ProviderOptions {
  issuer: string;
  /** Of the portal, where the browser goes back to. */
  origin: string;
  keys: Keys;
  personas(): Persona[];
  /** Of the programs that ask for themselves (client credentials). */
  secrets: { eduNum: string; analytique: string };
}

const DAY = 24 * 60 * 60;

/** A real OpenID provider, for development: whoever is chosen is believed. Its state is in memory. */
export function createProvider({ issuer, origin, keys, personas, secrets }: ProviderOptions): Provider {
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: PORTAL,
        client_secret: keys.oidcClientSecret,
        token_endpoint_auth_method: "client_secret_post",
        redirect_uris: [`${origin}/auth/callback`],
        post_logout_redirect_uris: [`${origin}/`],
      },
      program("edu-num", secrets.eduNum, "publications:read"),
      program("analytique", secrets.analytique, "participation:read"),
    ],
    jwks: { keys: [keys.oidc] },
    cookies: { keys: [keys.oidcCookieSecret], names: cookieNames },
    claims: { openid: ["sub"], profile: ["name"], email: ["email"] },
    // The ID token itself says who it is: the gateway needs no second request.
    conformIdTokenClaims: false,
    scopes: ["openid", "profile", "email", "publications:read", "participation:read"],
    pkce: { required: () => true },
    findAccount: (_: Context, sub: string) => accountOf(sub, personas()),
    loadExistingGrant: grantAll,
    interactions: { policy: alwaysAsk(), url: (_: Context, { uid }: { uid: string }) => `/connexion/${uid}` },
    ttl: {
      AccessToken: 8 * 60 * 60,
      ClientCredentials: 60 * 60,
      Grant: DAY,
      IdToken: 60 * 60,
      Interaction: 60 * 60,
      Session: DAY,
    },
    renderError: (context: Context, out: Record<string, string>) => {
      context.type = "html";
      context.body = page("Connexion impossible", `<p>${escapeHtml(out.error_description ?? out.error ?? "")}</p>`);
    },
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: ({ oidc }: Context) =>
          oidc.params?.grant_type === "client_credentials" ? `${origin}/graphql` : undefined,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          audience: AUDIENCE,
          scope: "publications:read participation:read",
          accessTokenFormat: "jwt",
          jwt: { sign: { alg: "RS256" } },
        }),
      },
      rpInitiatedLogout: { enabled: true, logoutSource },
    },
  });
  provider.on("server_error", (_, error) => console.error(error));
  return provider;
}

const cookieNames = {
  session: "trame_oidc_session",
  interaction: "trame_oidc_interaction",
  resume: "trame_oidc_resume",
};

const program = (id: string, secret: string, scope: string) => ({
  client_id: id,
  client_secret: secret,
  grant_types: ["client_credentials"],
  response_types: [],
  redirect_uris: [],
  scope,
});

/** Any subject is somebody: people decides what it may do. */
function accountOf(sub: string, personas: Persona[]) {
  const persona = personas.find((one) => one.sub === sub);
  const email = persona?.email ?? `${sub}@exemple.invalid`;
  return { accountId: sub, claims: () => ({ sub, name: persona?.name ?? sub, email }) };
}

/** The point of this provider is to change persons: it never signs in whoever was there before without asking. */
function alwaysAsk() {
  const policy = interactionPolicy.base();
  const ask = new interactionPolicy.Check("choice", "a person is chosen each time", "login_required", ({ oidc }) =>
    Boolean(!oidc.result?.login),
  );
  policy.get("login").checks.add(ask);
  return policy;
}

/** The portal is our own: nobody is asked for consent. */
async function grantAll({ oidc }: Context) {
  const { client, session, account, provider } = oidc;
  if (!client || !account) return undefined;
  const known = session?.grantIdFor(client.clientId);
  if (known) return provider.Grant.find(known);
  const grant = new provider.Grant({ accountId: account.accountId, clientId: client.clientId });
  grant.addOIDCScope("openid profile email");
  await grant.save();
  return grant;
}

/** Sent by itself where there is JavaScript; a button where there is none. */
function logoutSource(context: Context, form: string): void {
  const script = '<script>document.querySelector("[name=logout]").click()</script>';
  const button = '<button type="submit" form="op.logoutForm" value="yes" name="logout">Se déconnecter</button>';
  context.body = page("Déconnexion", `<p>Vous quittez Trame.</p>${form}${button}${script}`);
}
