import { decodeJwt } from "jose";
import { ownPath } from "../src/auth/origin.ts";
import { codes, openStage, type Stage } from "./harness.ts";
import { claims } from "./subgraphs.ts";

const VIEWER = "{ viewer { id person { displayName } } }";
const TITLE = '{ theme(id: "t1") { title } }';
const REFUSED = 'mutation { submitApplication(input: { applicationId: "a" }) { errors { message } } }';

describe("signing in", () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.stop());
  beforeEach(() => {
    stage.provider.forge = undefined;
    for (const stub of Object.values(stage.subgraphs)) stub.heard.length = 0;
  });

  const session = async (cookie: string) => (await stage.get("/auth/session", { cookie })).json();

  test("leads back to the page that one came from, as the person whom people knows", async () => {
    const { cookie, landed } = await stage.signsIn("claire", "/espace/candidatures?etat=brouillon");
    expect(landed).toBe("/espace/candidatures?etat=brouillon");
    expect(await session(cookie)).toEqual({ signedIn: true, name: "Claire Le Goff", known: true });
    const { body } = await stage.ask(VIEWER, { headers: { cookie } });
    expect(body.data).toEqual({ viewer: { id: "p-claire", person: { displayName: "Claire Le Goff" } } });
  });

  test("the session's cookie is out of reach of scripts and of other sites, and tells nothing", async () => {
    const { setCookies } = await stage.signsIn("claire");
    const line = setCookies.find((one) => one.startsWith("trame_session=")) ?? "";
    expect(line).toMatch(/; Max-Age=28800;/);
    expect(line).toMatch(/; Path=\/(;|$)/);
    expect(line).toMatch(/; HttpOnly/);
    expect(line).toMatch(/; SameSite=Lax/);
    expect(line).not.toMatch(/Domain|claire/);
    expect(Buffer.from(line.split(".")[0]?.split("=")[1] ?? "", "base64url").toString()).toContain('"enc":"A256GCM"');
  });

  test("asks for a code with PKCE, state and nonce", async () => {
    const leaving = await stage.get("/auth/login");
    const { searchParams } = new URL(String(leaving.headers.get("location")));
    expect(searchParams.get("response_type")).toBe("code");
    expect(searchParams.get("code_challenge_method")).toBe("S256");
    for (const name of ["code_challenge", "state", "nonce"]) expect(searchParams.get(name)?.length).toBeGreaterThan(20);
  });

  test("somebody whom people does not know is signed in as nobody", async () => {
    const { cookie } = await stage.signsIn("inconnu");
    expect(await session(cookie)).toEqual({ signedIn: true, name: "Nom de inconnu", known: false });
    await stage.ask(TITLE, { headers: { cookie } });
    expect(stage.subgraphs.projects.heard[0]?.actor.kind).toBe("anonymous");
  });

  test("whoever signs in claims a profile by a verified address only, or by a link that still holds", async () => {
    claims.length = 0;
    stage.provider.forge = (claims) => ({ ...claims, email: "claire@exemple.fr" });
    await stage.signsIn("claire");
    stage.provider.forge = (claims) => ({ ...claims, email: "claire@exemple.fr", email_verified: true });
    await stage.signsIn("claire");
    const link = await stage.signsIn("claire", "/espace", "a-link-that-still-holds");
    expect(link.landed).toBe("/espace");
    expect(claims).toMatchObject([
      { subject: "claire" },
      { verifiedEmail: "claire@exemple.fr" },
      { token: "a-link-that-still-holds" },
    ]);
    expect(claims[0]).not.toHaveProperty("verifiedEmail");
    const used = await stage.signsIn("claire", "/espace", "a-link-that-was-used-before");
    expect(used.status).toBe(400);
  });

  test("an ID token with another nonce is refused", async () => {
    stage.provider.forge = (claims) => ({ ...claims, nonce: "another" });
    const { setCookies } = await stage.signsIn("claire");
    expect(setCookies.some((line) => line.startsWith("trame_session="))).toBe(false);
  });

  test("a return without its beginning, or with another state, is refused in French", async () => {
    const lost = await stage.get("/auth/callback?code=x&state=y", { accept: "text/html" });
    expect(lost.status).toBe(400);
    expect(await lost.text()).toContain("La connexion a expiré");
    const leaving = await stage.get("/auth/login");
    const cookie = leaving.headers
      .getSetCookie()
      .map((line) => line.split(";")[0])
      .join("; ");
    const forged = await stage.get("/auth/callback?code=x&state=y", { cookie, accept: "text/html" });
    expect(forged.status).toBe(400);
    expect(await forged.text()).toContain("pas abouti");
  });

  test.each([
    "//evil.example",
    "https://evil.example/",
    "/\\evil.example",
    "/\t/evil.example",
    "javascript:alert(1)",
    "/.//evil.example",
    "",
  ])("never leads elsewhere: %j", async (returnTo) => {
    expect(ownPath(returnTo, stage.origin)).toBe("/");
    expect((await stage.signsIn("claire", returnTo)).landed).toBe("/");
  });

  test("signing out ends the session here and leads to the provider to end it there", async () => {
    const { cookie } = await stage.signsIn("claire");
    const response = await fetch(`${stage.origin}/auth/logout`, {
      method: "POST",
      headers: { cookie, origin: stage.origin, "content-type": "application/x-www-form-urlencoded" },
      body: "",
      redirect: "manual",
    });
    const location = new URL(String(response.headers.get("location")));
    expect(response.status).toBe(303);
    expect(location.pathname).toBe("/logout");
    expect(location.searchParams.get("post_logout_redirect_uri")).toBe(`${stage.origin}/`);
    expect(decodeJwt(String(location.searchParams.get("id_token_hint"))).sub).toBe("claire");
    expect(
      response.headers.getSetCookie().filter((line) => /^trame_session=;.*Expires=Thu, 01 Jan 1970/.test(line)),
    ).toHaveLength(1);
  });

  test("another site cannot sign anybody out", async () => {
    const { cookie } = await stage.signsIn("claire");
    const headers = { cookie, origin: "https://evil.example" };
    const response = await fetch(`${stage.origin}/auth/logout`, { method: "POST", headers, redirect: "manual" });
    expect(response.status).toBe(403);
  });

  test("another site cannot write with somebody's session", async () => {
    const { cookie } = await stage.signsIn("claire");
    const elsewhere: Record<string, string>[] = [
      { origin: "https://evil.example" },
      { origin: "null" },
      { "sec-fetch-site": "cross-site" },
    ];
    for (const foreign of elsewhere) {
      const answer = await stage.ask(REFUSED, { headers: { cookie, ...foreign } });
      expect(answer.status).toBe(403);
      expect(codes(answer)).toEqual(["ORIGIN_REFUSED"]);
    }
    const own = await stage.ask(REFUSED, { headers: { cookie, origin: stage.origin } });
    expect(own.body.data).toEqual({ submitApplication: { errors: [{ message: "Refusé à Claire Le Goff." }] } });
  });

  test("a form of another site is stopped even without a session", async () => {
    const response = await fetch(`${stage.origin}/graphql`, {
      method: "POST",
      headers: { "content-type": "text/plain" },
      body: JSON.stringify({ query: TITLE }),
    });
    expect(response.status).toBe(400);
  });

  test("a cookie that we did not make is nobody's", async () => {
    expect(await session("trame_session=eyJhbGciOiJkaXIifQ..a.b.c")).toEqual({
      signedIn: false,
      name: null,
      known: false,
    });
  });

  test("the cookie of a sign-in under way opens no session", async () => {
    const leaving = await stage.get("/auth/login");
    const sealed = /trame_login=([^;]+)/.exec(leaving.headers.getSetCookie().join())?.[1];
    expect(await session(`trame_session=${sealed}`)).toMatchObject({ signedIn: false });
  });
});

describe("bearer tokens", () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.stop());
  beforeEach(() => {
    for (const stub of Object.values(stage.subgraphs)) stub.heard.length = 0;
  });

  const asking = (token: string, query = TITLE) => stage.ask(query, { headers: { authorization: `Bearer ${token}` } });

  test("a person's token is the person, mandates included", async () => {
    await asking(await stage.provider.accessToken({ sub: "claire", client_id: "trame-portail" }));
    expect(stage.subgraphs.projects.heard[0]?.actor).toEqual({
      kind: "person",
      personId: "p-claire",
      name: "Claire Le Goff",
      mandates: [{ role: "PILOT", academyCode: "14" }],
      scopes: [],
    });
  });

  test("a program's token is the program with its scopes", async () => {
    const claims = { sub: "analytique", client_id: "analytique", scope: "participation:read" };
    await asking(await stage.provider.accessToken(claims));
    expect(stage.subgraphs.projects.heard[0]?.actor).toEqual({
      kind: "program",
      name: "analytique",
      mandates: [],
      scopes: ["participation:read"],
    });
  });

  test("an expired token, one for somebody else, and a forged one are refused", async () => {
    const claims = { sub: "claire", client_id: "trame-portail" };
    const tokens = await Promise.all([
      stage.provider.accessToken(claims, { expired: true }),
      stage.provider.accessToken(claims, { audience: "another" }),
      stage.provider.accessToken(claims, { foreignKey: true }),
      "not.a.token",
    ]);
    for (const token of tokens) {
      const answer = await asking(token);
      expect(answer.status).toBe(401);
      expect(codes(answer)).toEqual(["UNAUTHENTICATED"]);
      expect(answer.headers.get("www-authenticate")).toContain("Bearer");
    }
    expect(stage.subgraphs.projects.heard).toEqual([]);
  });

  test("an actor that comes from outside is not believed", async () => {
    await stage.ask(TITLE, { headers: { "x-trame-actor": "eyJ.forged.token" } });
    expect(stage.subgraphs.projects.heard[0]?.headers["x-trame-actor"]).toBeUndefined();
    expect(stage.subgraphs.projects.heard[0]?.actor.kind).toBe("anonymous");
  });

  test("people is asked once for many requests at once, and its last answer holds when it is gone", async () => {
    const token = await stage.provider.accessToken({ sub: "claire", client_id: "trame-portail" });
    stage.subgraphs.people.heard.length = 0;
    await Promise.all(Array.from({ length: 20 }, () => asking(token)));
    expect(stage.subgraphs.people.heard.length).toBeLessThanOrEqual(1);
    await stage.subgraphs.people.kill();
    await asking(token);
    expect(stage.subgraphs.projects.heard.at(-1)?.actor.kind).toBe("person");
  });
});

describe("without its provider", () => {
  test("the gateway starts, serves visitors, and says that nobody can sign in", async () => {
    const stage = await openStage();
    await stage.provider.stop();
    expect((await stage.ask(TITLE)).body.data).toEqual({ theme: { title: "Thème t1" } });
    const response = await stage.get("/auth/login", { accept: "text/html" });
    expect(response.status).toBe(503);
    expect(await response.text()).toContain("fournisseur d&#39;identité ne répond pas");
    await stage.stop();
  });
});
