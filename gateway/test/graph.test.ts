import { buildSchema, getIntrospectionQuery, parse, validate } from "graphql";
import { codes, openStage, type Stage } from "./harness.ts";
import { example } from "./subgraphs.ts";

const EXAMPLES = ["five-services", "scenarios", "participation", "mutation"];
const FIVE_SERVICES = example("five-services.graphql");

describe("the graph", () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.stop());

  test("publishes the SDL of what can be asked, without what is for the gateway alone", async () => {
    const response = await stage.get("/schema.graphql");
    const sdl = await response.text();
    expect(response.headers.get("content-disposition")).toContain("schema.graphql");
    expect(sdl).toContain("type Theme");
    expect(sdl).not.toMatch(/Identity|join__|_entities/);
  });

  test.each(EXAMPLES)("the worked example %s fits the graph", async (name) => {
    const schema = buildSchema(await (await stage.get("/schema.graphql")).text());
    expect(validate(schema, parse(example(`${name}.graphql`)))).toEqual([]);
    expect(() => JSON.parse(example(`${name}.variables.json`))).not.toThrow();
  });

  test("one query crosses all five services, for a visitor and without a setting of its own", async () => {
    for (const stub of Object.values(stage.subgraphs)) stub.heard.length = 0;
    const answer = await stage.ask(FIVE_SERVICES, { operationName: "FiveServices", variables: { theme: "t1" } });
    expect(answer.body.errors).toBeUndefined();
    const theme = answer.body.data?.theme as Record<
      string,
      { nodes?: Record<string, unknown>[] } & Record<string, unknown>
    >;
    expect(theme.campaign?.label).toBe("2019-2020");
    expect(theme.nationalGroup?.seats).toHaveLength(1);
    expect(theme.projects?.nodes?.[0]).toMatchObject({
      academy: { label: "académie de Rennes" },
      group: { id: "ag1" },
    });
    expect(theme.scenarios?.nodes?.[0]).toMatchObject({
      authors: [{ person: { displayName: "Claire Le Goff" } }],
      relays: [{ id: "r1" }],
    });
    expect(theme.meetings?.nodes).toHaveLength(1);
    expect(theme.materials).toHaveLength(1);
    expect(theme.participation?.total).toMatchObject({ persons: 12 });
    for (const stub of Object.values(stage.subgraphs)) expect(stub.heard.length).toBeGreaterThan(0);
  });

  test("every process is told within which request it is asked", async () => {
    stage.subgraphs.projects.heard.length = 0;
    const traceparent = `00-${"a".repeat(32)}-${"b".repeat(16)}-01`;
    const { headers } = await stage.ask('{ theme(id: "t1") { title } }', {
      headers: { "x-request-id": "request-12345", traceparent },
    });
    expect(headers.get("x-request-id")).toBe("request-12345");
    expect(stage.subgraphs.projects.heard[0]?.headers).toMatchObject({ "x-request-id": "request-12345", traceparent });
  });

  test("a trace that is not in its form is replaced", async () => {
    const { headers } = await stage.ask("{ __typename }", { headers: { "x-request-id": '"><script>' } });
    expect(headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
  });

  test("introspection is open to everybody", async () => {
    const answer = await stage.ask(getIntrospectionQuery());
    expect(answer.body.errors).toBeUndefined();
    expect(JSON.stringify(answer.body.data)).not.toContain("Identity");
  });

  test("nobody asks for an identity through the gateway", async () => {
    const answer = await stage.ask('{ identity(issuer: "x", subject: "claire") { personId } }');
    expect(codes(answer)).toEqual(["GRAPHQL_VALIDATION_FAILED"]);
  });

  test("a refused read keeps its French sentence, its code and its path", async () => {
    const answer = await stage.ask('{ application(id: "a") { id } }');
    expect(answer.body.errors).toEqual([
      {
        message: "Vous n'avez pas ce droit.",
        path: ["application"],
        extensions: { code: "FORBIDDEN", reason: "FORBIDDEN" },
      },
    ]);
  });

  test("a bug in a service says nothing of its inside", async () => {
    const answer = await stage.ask('{ campaign(id: "c") { id } }');
    expect(codes(answer)).toEqual(["INTERNAL_SERVER_ERROR"]);
    expect(JSON.stringify(answer.body)).not.toMatch(/postgresql|stack/);
  });

  test("a command is not run by GET", async () => {
    const query = 'mutation { submitApplication(input: {applicationId: "a"}) { errors { code } } }';
    const response = await stage.get(`/graphql?query=${encodeURIComponent(query)}`, {
      "apollo-require-preflight": "1",
    });
    expect(response.status).toBe(405);
  });

  test("a query is run by GET, with variables", async () => {
    const parameters = new URLSearchParams({
      query: "query ($id: ID!) { theme(id: $id) { title } }",
      variables: JSON.stringify({ id: "t7" }),
    });
    const response = await stage.get(`/graphql?${parameters}`, { "apollo-require-preflight": "1" });
    expect(await response.json()).toEqual({ data: { theme: { title: "Thème t7" } } });
  });

  test("somebody who opens /graphql in a browser finds GraphiQL", async () => {
    const response = await stage.get("/graphql", { accept: "text/html" });
    expect(response.headers.get("location")).toBe("/graphiql");
  });
});
