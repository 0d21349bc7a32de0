import { openStage, type Stage } from "./harness.ts";
import { example } from "./subgraphs.ts";

describe("a stopped part breaks only its part", () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
    await stage.subgraphs.meetings.kill();
    await stage.subgraphs.communications.kill();
  });
  afterAll(() => stage.stop());

  const fiveServices = () =>
    stage.ask(example("five-services.graphql"), { operationName: "FiveServices", variables: { theme: "t1" } });

  test("the rest of the answer is there, and each missing field says whose it is", async () => {
    const { status, body } = await fiveServices();
    const theme = body.data?.theme as Record<string, unknown>;
    expect(status).toBe(200);
    expect(theme).toMatchObject({ title: "Thème t1", nationalGroup: { id: "g1" }, meetings: null, materials: null });
    const missing = (body.errors ?? []).map(({ path, extensions }) => [path?.join("."), extensions.code]);
    expect(missing).toEqual(
      expect.arrayContaining([
        ["theme.meetings", "SUBGRAPH_UNAVAILABLE"],
        ["theme.meetingQuotas", "SUBGRAPH_UNAVAILABLE"],
        ["theme.materials", "SUBGRAPH_UNAVAILABLE"],
        ["theme.diffusion", "SUBGRAPH_UNAVAILABLE"],
        ["theme.scenarios.nodes.0.relays", "SUBGRAPH_UNAVAILABLE"],
      ]),
    );
    expect(missing).toHaveLength(5);
    expect(body.errors?.map(({ message }) => message)).toContain(
      "Le service des réunions ne répond pas : cette partie de la réponse manque.",
    );
  });

  test("a root field of a stopped service is null, with its path", async () => {
    const { body } = await stage.ask('{ meetings { totalCount } theme(id: "t1") { title } }');
    expect(body.data).toEqual({ meetings: null, theme: { title: "Thème t1" } });
    expect(body.errors?.map(({ path }) => path)).toEqual([["meetings"]]);
  });

  test("the gateway stays ready", async () => {
    expect((await stage.get("/health/ready")).status).toBe(200);
  });
});
