import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { createRemoteJWKSet, jwtVerify } from "jose";
import * as client from "openid-client";
import { startClock } from "../dev/clock-file.ts";
import { type Crew, createCrew } from "../dev/crew.ts";
import { inData, openDataFolder } from "../dev/data-folder.ts";
import { type Keys, keysOf } from "../dev/keys.ts";
import { allFreePorts, type Ports } from "../dev/ports.ts";
import { issuerOf, oidc, originOf } from "../dev/programs.ts";
import { tokenFor } from "../dev/token.ts";
import { newFolder } from "./folders.ts";

const claire = {
  key: "referent",
  sub: "claire-le-goff",
  role: "REFERENT",
  name: "Claire Le Goff",
  title: "Professeure référente – académie de Rennes",
  order: 1,
};
const dataDir = newFolder("oidc");
let crew: Crew;
let keys: Keys;
let ports: Ports;
let issuer: string;

beforeAll(async () => {
  openDataFolder(dataDir);
  startClock(inData(dataDir).clock, "2020-05-18T09:00:00+02:00");
  keys = keysOf(dataDir);
  ports = await allFreePorts();
  issuer = issuerOf(ports);
  const personas = join(dataDir, "personas.json");
  writeFileSync(personas, JSON.stringify([claire]));
  const program = oidc({ dataDir, ports, keys, eventLog: "embedded", databaseUrl: () => "" });
  crew = createCrew(inData(dataDir).logs);
  await crew.start({ ...program, env: { ...program.env, TRAME_PERSONAS: personas } }, 0).ready();
});

afterAll(() => crew.stop());

const discover = (id: string, secret: string, authentication?: client.ClientAuth) =>
  client.discovery(new URL(issuer), id, secret, authentication, { execute: [client.allowInsecureRequests] });

/** A browser without JavaScript: keeps cookies, follows nothing by itself. */
function browser() {
  const cookies = new Map<string, string>();
  return async (url: URL | string, form?: Record<string, string>) => {
    const response = await fetch(url, {
      redirect: "manual",
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; ") },
      ...(form && { method: "POST", body: new URLSearchParams(form) }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [name = "", value = ""] = (cookie.split(";")[0] ?? "").split("=");
      cookies.set(name, value);
    }
    const location = response.headers.get("location");
    return {
      status: response.status,
      html: await response.text(),
      location: location ? new URL(location, issuer) : undefined,
    };
  };
}

/** Follows redirects of the provider until it shows a page or hands the browser back to the portal. */
async function follow(visit: ReturnType<typeof browser>, url: URL | string, form?: Record<string, string>) {
  let at = new URL(url);
  let answer = await visit(at, form);
  while (answer.location && answer.location.origin === issuer) {
    at = answer.location;
    answer = await visit(at);
  }
  return { ...answer, at };
}

async function beginSignIn(config: client.Configuration, visit: ReturnType<typeof browser>) {
  const verifier = client.randomPKCECodeVerifier();
  const url = client.buildAuthorizationUrl(config, {
    redirect_uri: `${originOf(ports)}/auth/callback`,
    scope: "openid profile email",
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: "S256",
  });
  return { verifier, shown: await follow(visit, url) };
}

test("the portal signs a chosen person in, with a code and PKCE, without JavaScript", async () => {
  const config = await discover("trame-portail", keys.oidcClientSecret);
  const visit = browser();
  const { verifier, shown } = await beginSignIn(config, visit);
  expect(shown.html).toContain('<html lang="fr">');
  expect(shown.html).toContain("Professeurs référents");
  expect(shown.html).toContain(claire.title);

  const back = await follow(visit, shown.at, { sub: claire.sub });
  expect(back.location?.href).toContain(`${originOf(ports)}/auth/callback?code=`);
  const tokens = await client.authorizationCodeGrant(config, back.location as URL, { pkceCodeVerifier: verifier });
  expect(tokens.claims()).toMatchObject({ sub: claire.sub, name: claire.name, email: expect.stringContaining("@") });

  const again = await beginSignIn(config, visit);
  expect(again.shown.html).toContain("Se connecter à Trame");
});

test("signing out leads back to the portal", async () => {
  const config = await discover("trame-portail", keys.oidcClientSecret);
  const visit = browser();
  const { verifier, shown } = await beginSignIn(config, visit);
  const back = await follow(visit, shown.at, { sub: "une-autre-personne" });
  const tokens = await client.authorizationCodeGrant(config, back.location as URL, { pkceCodeVerifier: verifier });
  const leave = client.buildEndSessionUrl(config, {
    id_token_hint: tokens.id_token ?? "",
    post_logout_redirect_uri: `${originOf(ports)}/`,
  });
  const asked = await follow(visit, leave);
  expect(asked.html).toContain("Se déconnecter");
  const xsrf = /name="xsrf" value="([^"]+)"/.exec(asked.html)?.[1] ?? "";
  const left = await follow(visit, `${issuer}/session/end/confirm`, { xsrf, logout: "yes" });
  expect(left.location?.href).toBe(`${originOf(ports)}/`);
});

test("without PKCE nobody gets in", async () => {
  const config = await discover("trame-portail", keys.oidcClientSecret);
  const redirect_uri = `${originOf(ports)}/auth/callback`;
  const refused = await follow(browser(), client.buildAuthorizationUrl(config, { redirect_uri, scope: "openid" }));
  expect(refused.location?.searchParams.get("error")).toBe("invalid_request");
});

test.each([
  ["edu-num", "edu-num-secret", "publications:read"],
  ["analytique", "analytique-secret", "participation:read"],
])("the program %s gets a signed token for its scope only", async (id, secret, scope) => {
  const config = await discover(id, secret, client.ClientSecretBasic(secret));
  const { access_token } = await client.clientCredentialsGrant(config, { scope });
  const jwks = createRemoteJWKSet(new URL(`${issuer}/jwks`));
  const { payload } = await jwtVerify(access_token, jwks, { issuer, audience: "trame" });
  expect(payload).toMatchObject({ client_id: id, scope });
  const other = scope === "publications:read" ? "participation:read" : "publications:read";
  await expect(client.clientCredentialsGrant(config, { scope: other })).rejects.toThrow();
});

test("a token printed for a script is verified by the provider's keys", async () => {
  const token = await tokenFor(claire, issuer, keys.oidc);
  const jwks = createRemoteJWKSet(new URL(`${issuer}/jwks`));
  const { payload } = await jwtVerify(token, jwks, { issuer, audience: "trame", typ: "at+jwt" });
  expect(payload.sub).toBe(claire.sub);
  expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(8 * 60 * 60);
});

test("the domain clock is read and moved forward, never back", async () => {
  const url = `${issuer}/dev/clock`;
  const move = (command: object) => fetch(url, { method: "POST", body: JSON.stringify(command) });
  expect(await (await fetch(url)).json()).toEqual({ now: "2020-05-18T07:00:00.000Z" });
  expect(await (await move({ advance: "P1D" })).json()).toEqual({ now: "2020-05-19T07:00:00.000Z" });
  const back = await move({ now: "2020-05-18T07:00:00Z" });
  expect(back.status).toBe(400);
  expect(await back.json()).toEqual({ error: "L'horloge ne recule pas." });
});
