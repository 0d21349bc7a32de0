import { openStage, type Stage } from "./harness.ts";

const TOKEN = "a token for the metrics";

let stage: Stage;

beforeAll(async () => {
  stage = await openStage({ env: { METRICS_TOKEN: TOKEN } });
});
afterAll(() => stage.stop());

test("readiness says which subgraphs answer, and one that is away does not end it", async () => {
  const ok = Object.fromEntries(Object.keys(stage.subgraphs).map((name) => [name, "ok"]));
  const before = await stage.get("/health/ready");
  expect(before.status).toBe(200);
  expect(await before.json()).toMatchObject({ status: "ok", subgraphs: ok });
  await stage.subgraphs.meetings.kill();
  for (;;) {
    const after = await stage.get("/health/ready");
    const { subgraphs } = (await after.json()) as { subgraphs: Record<string, string> };
    expect(after.status).toBe(200);
    if (subgraphs.meetings === "away") return expect(subgraphs).toEqual({ ...ok, meetings: "away" });
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
});

test("the metrics on the public origin are for this machine, or for who has the token", async () => {
  const read = async (headers: Record<string, string> = {}) => (await stage.get("/metrics", headers)).status;
  expect(await read()).toBe(200);
  expect(await read({ "x-forwarded-for": "203.0.113.7" })).toBe(401);
  expect(await read({ "x-forwarded-for": "127.0.0.1" })).toBe(401);
  expect(await read({ forwarded: "for=203.0.113.7" })).toBe(401);
  expect(await read({ "x-forwarded-for": "203.0.113.7", authorization: `Bearer ${TOKEN}` })).toBe(200);
  expect(await read({ authorization: "Bearer another token" })).toBe(401);
});

test("operations are measured by names that we know; invented ones are one", async () => {
  await stage.ask("query ThemesPage { themes { totalCount } }");
  await stage.ask("query Invented { themes { totalCount } }");
  await stage.ask("query ThemesPage { nonsense }");
  const metrics = await (await stage.get("/metrics")).text();
  expect(metrics).toMatch(/trame_graphql_request_seconds_count\{operation="ThemesPage",outcome="ok"\} \d/);
  expect(metrics).toMatch(/trame_graphql_request_seconds_count\{operation="ThemesPage",outcome="error"\} 1/);
  expect(metrics).toContain('operation="other",outcome="ok"');
  expect(metrics).not.toContain("Invented");
  expect(metrics).toContain('trame_subgraph_up{subgraph="projects"} 1');
});

test("a request that is refused before the graph is counted by its code", async () => {
  await stage.ask(
    `{ ${"a".repeat(10)} ${Array.from({ length: 30 }, (_, i) => `f${i}: themes { totalCount }`).join(" ")} }`,
  );
  const metrics = await (await stage.get("/metrics")).text();
  expect(metrics).toMatch(/trame_refusals_total\{kind="REQUEST",code="\w+_LIMIT"\} 1/);
});
