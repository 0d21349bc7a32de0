import { findKeycloak, type LocalKeycloak, startKeycloak } from "../../services/kit/dev/keycloak.ts";
import { describeWith } from "../../services/kit/test/needs.ts";
import { freePort, openStage, type Stage } from "./harness.ts";

jest.setTimeout(300_000);

const found = findKeycloak();
const SECRETS = { TRAME_CLIENT_SECRET: "portail", EDU_NUM_SECRET: "edu-num", ANALYTIQUE_SECRET: "analytique" };

/** A browser as far as signing in needs one: it keeps cookies by site, and follows what it is told to. */
function openBrowser() {
  const jar = new Map<string, Map<string, string>>();
  const cookiesFor = (url: URL) => jar.get(url.host) ?? jar.set(url.host, new Map()).get(url.host);
  async function visit(address: string, init: RequestInit = {}): Promise<{ url: URL; response: Response }> {
    const url = new URL(address);
    const cookies = cookiesFor(url) ?? new Map<string, string>();
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await fetch(url, { ...init, headers: { ...init.headers, cookie }, redirect: "manual" });
    for (const line of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === "" || /max-age=0/i.test(line)) cookies.delete(name);
      else cookies.set(name, value);
    }
    const to = response.headers.get("location");
    return to ? visit(new URL(to, url).href) : { url, response };
  }
  return { visit };
}

type Browser = ReturnType<typeof openBrowser>;

const formOf = (page: string) => {
  const action = /<form[^>]*id="kc-form-login"[^>]*action="([^"]+)"/.exec(page)?.[1];
  return action?.replaceAll("&amp;", "&");
};

describeWith("Sign-in at a real Keycloak", "reason" in found ? found.reason : undefined, () => {
  let keycloak: LocalKeycloak;
  let stage: Stage;

  beforeAll(async () => {
    if (!("home" in found)) return;
    const port = String(await freePort());
    const origin = `http://127.0.0.1:${port}`;
    keycloak = await startKeycloak(found.home, { TRAME_ORIGIN: origin, ...SECRETS });
    const env = { PORT: port, OIDC_ISSUER: keycloak.issuer, OIDC_CLIENT_SECRET: SECRETS.TRAME_CLIENT_SECRET };
    stage = await openStage({ env });
  });
  afterAll(async () => {
    await stage?.stop();
    await keycloak?.stop();
  });

  async function signIn(browser: Browser, username: string, password = "trame") {
    const { response: asked } = await browser.visit(`${stage.origin}/auth/login?returnTo=/auth/session`);
    const action = formOf(await asked.text());
    if (!action) throw new Error("Keycloak showed no form");
    return browser.visit(action, { method: "POST", body: new URLSearchParams({ username, password }) });
  }
  const session = async (browser: Browser) => (await browser.visit(`${stage.origin}/auth/session`)).response.json();
  const viewer = async (headers: Record<string, string>) =>
    (await stage.ask("{ viewer { id person { displayName } } }", { headers })).body.data?.viewer;

  test("a person of the realm comes back as the person whom people knows, and stays signed in", async () => {
    const browser = openBrowser();
    const { url, response } = await signIn(browser, "demo-referent");
    expect([url.pathname, await response.json()]).toEqual([
      "/auth/session",
      { signedIn: true, name: "Claire Le Goff", known: true },
    ]);
    expect(await session(browser)).toMatchObject({ signedIn: true });
    // Keycloak remembers her: leaving for it again leads straight back.
    const { url: back } = await browser.visit(`${stage.origin}/auth/login?returnTo=/auth/session`);
    expect(back.pathname).toBe("/auth/session");
  });

  test("somebody whom people does not know is signed in as nobody", async () => {
    const browser = openBrowser();
    await signIn(browser, "demo-inconnue");
    expect(await session(browser)).toEqual({ signedIn: true, name: "Inès Inconnue", known: false });
  });

  test("a wrong password leads nowhere", async () => {
    const browser = openBrowser();
    const { url, response } = await signIn(browser, "demo-referent", "faux");
    expect([url.origin, formOf(await response.text())]).toEqual([new URL(keycloak.issuer).origin, expect.any(String)]);
    expect(await session(browser)).toMatchObject({ signedIn: false });
  });

  test("signing out ends both sessions: the password is asked for again", async () => {
    const browser = openBrowser();
    await signIn(browser, "demo-referent");
    const headers = { origin: stage.origin, "content-type": "application/x-www-form-urlencoded" };
    const { url } = await browser.visit(`${stage.origin}/auth/logout`, { method: "POST", headers });
    expect(url.href).toBe(`${stage.origin}/`);
    expect(await session(browser)).toMatchObject({ signedIn: false });
    const { response } = await browser.visit(`${stage.origin}/auth/login`);
    expect(formOf(await response.text())).toBeDefined();
  });

  test("Keycloak refuses a sign-in without PKCE, and one that would lead elsewhere", async () => {
    const address = new URL(keycloak.tokenEndpoint.replace(/token$/, "auth"));
    const ask = (changes: Record<string, string>) => {
      const asked = { client_id: "trame-portail", response_type: "code", scope: "openid", ...changes };
      address.search = new URLSearchParams(asked).toString();
      return fetch(address, { redirect: "manual" });
    };
    const bare = await ask({ redirect_uri: `${stage.origin}/auth/callback` });
    expect(bare.headers.get("location")).toContain("error=invalid_request");
    expect((await ask({ redirect_uri: "https://ailleurs.example/" })).status).toBe(400);
  });

  test("a program's token carries its own scope and no other, and is nobody's", async () => {
    const tokenOf = async (client: string, scope: string) => {
      const body = { grant_type: "client_credentials", client_id: client, client_secret: client, scope };
      const response = await fetch(keycloak.tokenEndpoint, { method: "POST", body: new URLSearchParams(body) });
      return (await response.json()) as { access_token?: string; error?: string };
    };
    const { access_token: token } = await tokenOf("analytique", "participation:read");
    expect(await viewer({ authorization: `Bearer ${token}` })).toBeNull();
    expect(stage.subgraphs.people.heard.at(-1)?.actor).toMatchObject({
      kind: "program",
      name: "analytique",
      scopes: ["participation:read"],
    });
    expect(await tokenOf("analytique", "publications:read")).toMatchObject({ error: "invalid_scope" });
  });
});
