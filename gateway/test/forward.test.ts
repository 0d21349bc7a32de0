import type { AddressInfo } from "node:net";
import Fastify, { type FastifyInstance } from "fastify";
import { freePort, openStage, type Stage } from "./harness.ts";

/** Answers who it is and what it was told. */
const mirror = (name: string) => (http: FastifyInstance) =>
  void http.get("/*", ({ url, headers }, reply) =>
    reply.header("set-cookie", ["a=1", "b=2"]).send({ name, url, headers }),
  );

async function startMirror(name: string) {
  const http = Fastify();
  mirror(name)(http);
  http.addContentTypeParser(
    "application/x-www-form-urlencoded",
    { parseAs: "string" },
    async (_: unknown, body: unknown) => body,
  );
  http.post("/*", ({ url, body }) => ({ name, url, body }));
  http.get("/own-policy", (_request, reply) =>
    reply.header("content-security-policy", "default-src 'self'").send("ok"),
  );
  await http.listen({ host: "127.0.0.1", port: 0 });
  return { http, url: `http://127.0.0.1:${(http.server.address() as AddressInfo).port}` };
}

describe("forwarding", () => {
  let stage: Stage;
  let web: Awaited<ReturnType<typeof startMirror>>;
  let oidc: Awaited<ReturnType<typeof startMirror>>;
  beforeAll(async () => {
    web = await startMirror("web");
    oidc = await startMirror("oidc");
    stage = await openStage({
      webUrl: web.url,
      devClockUrl: `${oidc.url}/dev/clock`,
      routes: {
        communications: mirror("communications"),
        meetings: mirror("meetings"),
        scenarios: mirror("scenarios"),
      },
    });
  });
  afterAll(async () => {
    await stage.stop();
    await web.http.close();
    await oidc.http.close();
  });

  const told = async (path: string, headers?: Record<string, string>) =>
    (await (await stage.get(path, headers)).json()) as { name: string; url: string; headers: Record<string, string> };

  test.each([
    ["/feeds/tous.atom", "communications"],
    ["/lettres/svt/12", "communications"],
    ["/lettres/lettre.css", "communications"],
    ["/publications?after=10&kind=SCENARIO", "communications"],
    ["/desabonnement/abc", "communications"],
    ["/calendars/theme/t1.ics", "meetings"],
    ["/documents/reunions/m1/convocation.pdf", "meetings"],
    ["/oai?verb=Identify", "scenarios"],
    ["/sitemap.xml", "scenarios"],
    ["/sitemap/2.xml", "scenarios"],
    ["/scenarios/relever-la-biodiversite.xml", "scenarios"],
    ["/scenarios/relever-la-biodiversite", "web"],
    ["/", "web"],
    ["/lettres", "web"],
    ["/lettres/svt", "web"],
    ["/lettres/svt/12/plus", "web"],
    ["/scenarios?q=a%20b&niveau=1", "web"],
    ["/feedsomething", "web"],
  ])("%s is answered by %s", async (path, name) => {
    expect(await told(path)).toMatchObject({ name, url: path });
  });

  test("nobody from outside speaks as the gateway", async () => {
    const forged = { "x-trame-actor": "forged", "x-forwarded-for": "10.9.8.7", "x-forwarded-host": "evil.example" };
    for (const path of ["/", "/feeds/x", "/oai"]) {
      const { headers } = await told(path, forged);
      expect(headers["x-trame-actor"]).toBeUndefined();
      expect(headers["x-forwarded-host"]).toBe(new URL(stage.origin).host);
      expect(headers["x-request-id"]).toMatch(/^[0-9a-f-]{36}$/);
    }
  });

  test("the portal gets the browser's cookies, a service does not", async () => {
    const cookie = "trame_session=x";
    expect((await told("/espace", { cookie })).headers.cookie).toBe(cookie);
    expect((await told("/feeds/x", { cookie })).headers.cookie).toBeUndefined();
  });

  test("a program's token becomes an actor for the service, and a wrong one is refused", async () => {
    const token = await stage.provider.accessToken({
      sub: "edu-num",
      client_id: "edu-num",
      scope: "publications:read",
    });
    const { headers } = await told("/publications", { authorization: `Bearer ${token}` });
    expect(headers["x-trame-actor"]?.split(".")).toHaveLength(3);
    expect(headers.authorization).toBeUndefined();
    expect((await stage.get("/publications", { authorization: "Bearer a.b.c" })).status).toBe(401);
  });

  test("a form's content and several cookies pass through unchanged", async () => {
    const body = "nom=Le+Goff&nom=2";
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    const response = await fetch(`${stage.origin}/formulaire`, { method: "POST", headers, body });
    expect(await response.json()).toEqual({ name: "web", url: "/formulaire", body });
    expect((await stage.get("/")).headers.getSetCookie()).toEqual(["a=1", "b=2"]);
  });

  test("every answer carries the headers that protect a browser, the portal's own policy unchanged", async () => {
    for (const path of ["/", "/health/live", "/auth/session"]) {
      const { headers } = await stage.get(path);
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("referrer-policy")).toBe("strict-origin-when-cross-origin");
      expect(headers.get("content-security-policy")).toBe("frame-ancestors 'none'");
      expect(headers.get("permissions-policy")).toContain("camera=()");
    }
    expect((await stage.get("/own-policy")).headers.get("content-security-policy")).toBe("default-src 'self'");
  });

  test("the programme's clock is moved from our own pages only", async () => {
    expect(await told("/auth/dev/clock")).toMatchObject({ name: "oidc", url: "/dev/clock" });
    const move = (origin: string) =>
      fetch(`${stage.origin}/auth/dev/clock`, {
        method: "POST",
        headers: { origin, "content-type": "application/json" },
        body: '{"advance":"P1D"}',
      });
    expect((await move(stage.origin)).status).toBe(200);
    expect((await move("https://evil.example")).status).toBe(403);
  });

  test("security.txt says where to report", async () => {
    const text = await (await stage.get("/.well-known/security.txt")).text();
    expect(text).toMatch(/^Contact: .+\nExpires: \d{4}-.+Z\n/);
  });

  test("an unknown address of /auth is not the portal's", async () => {
    expect((await stage.get("/auth/nowhere")).status).toBe(404);
  });
});

describe("when what is behind is away", () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage({ webUrl: `http://127.0.0.1:${await freePort()}` });
  });
  afterAll(() => stage.stop());

  test("a browser gets a French page with a reference, a program a sentence", async () => {
    const page = await stage.get("/themes", { accept: "text/html,*/*" });
    const text = await page.text();
    expect(page.status).toBe(503);
    expect(text).toContain('<html lang="fr">');
    expect(text).toContain(String(page.headers.get("x-request-id")));
    expect(text).not.toMatch(/ECONNREFUSED|127\.0\.0\.1|at .*\.js/);
    const sentence = await stage.get("/oai");
    expect(sentence.headers.get("content-type")).toContain("application/json");
    const program = await stage.get("/themes");
    expect(program.headers.get("content-type")).toContain("text/plain");
    expect(await program.text()).toContain("ne répond pas");
  });

  test("without a development clock there is no such address", async () => {
    expect((await stage.get("/auth/dev/clock")).status).toBe(404);
  });
});
