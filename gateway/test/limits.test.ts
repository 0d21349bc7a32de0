import { codes, openStage, type Stage } from "./harness.ts";
import { example } from "./subgraphs.ts";

describe("limits", () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.stop());

  const inside = (levels: number): string =>
    levels === 0 ? "id" : `authors { person { scenarios(first: 1) { nodes { ${inside(levels - 1)} } } } }`;

  const attacks: [string, string, string][] = [
    ["DEPTH_LIMIT", "nested persons and scenarios", `{ scenarios(first: 1) { nodes { ${inside(5)} } } }`],
    [
      "DEPTH_LIMIT",
      "nesting hidden in fragments",
      `{ scenarios(first: 1) { nodes { ...A } } }
       fragment A on Scenario { authors { person { scenarios(first: 1) { nodes { ...B } } } } }
       fragment B on Scenario { authors { person { scenarios(first: 1) { nodes { authors { person { id } } } } } } }`,
    ],
    [
      "DEPTH_LIMIT",
      "introspection in circles",
      `{ __schema { types { ${"fields { type { ".repeat(10)} name ${"} }".repeat(10)} } } }`,
    ],
    [
      "ALIAS_LIMIT",
      "one field under many names",
      `{ theme(id: "t") { ${Array.from({ length: 21 }, (_, i) => `a${i}: title`).join(" ")} } }`,
    ],
    [
      "ALIAS_LIMIT",
      "fragments that double their aliases",
      `{ theme(id: "t") { ...F0 } }
       ${Array.from({ length: 40 }, (_, i) => `fragment F${i} on Theme { a: campaign { id } ...F${i + 1} ...F${i + 1} }`).join("\n")}
       fragment F40 on Theme { b: title }`,
    ],
    ["TOKEN_LIMIT", "a very long text", `{ theme(id: "t") { ${"title ".repeat(2_000)} } }`],
    [
      "ROOT_FIELD_LIMIT",
      "many root fields",
      `{ ${"disciplines { code } ".repeat(8)} ${"academies { code } ".repeat(8)} }`,
    ],
    [
      "COST_LIMIT",
      "pages of a hundred within pages of a hundred",
      "{ projects(first: 100) { nodes { scenarios(first: 100) { nodes { id theme { id } } } } } }",
    ],
    [
      "COST_LIMIT",
      "large pages asked for by edges",
      "{ projects(first: 100) { edges { node { scenarios(first: 100) { edges { node { id } } } } } } }",
    ],
  ];

  test.each(attacks)("%s stops %s", async (code, _, query) => {
    for (const stub of Object.values(stage.subgraphs)) stub.heard.length = 0;
    const answer = await stage.ask(query);
    expect(answer.status).toBe(400);
    expect(codes(answer)).toEqual([code]);
    expect(answer.body.errors?.[0]?.message).toMatch(/^Opération trop grande : \d+/);
    for (const stub of Object.values(stage.subgraphs)) expect(stub.heard).toEqual([]);
  });

  test("a page's length counts when it comes in a variable", async () => {
    const query =
      "query ($first: Int) { projects(first: $first) { nodes { scenarios(first: $first) { nodes { id theme { id } } } } } }";
    expect(codes(await stage.ask(query, { variables: { first: 100 } }))).toEqual(["COST_LIMIT"]);
    expect(codes(await stage.ask(query, { variables: { first: 5 } }))).not.toContain("COST_LIMIT");
  });

  test("fragments within themselves end, and are refused by validation", async () => {
    const answer = await stage.ask(
      '{ theme(id: "t") { ...A } } fragment A on Theme { campaign { themes { nodes { ...A } } } }',
    );
    expect(codes(answer)).toEqual(["GRAPHQL_VALIDATION_FAILED"]);
  });

  test("a document that somebody signed in may ask is still too large for a visitor", async () => {
    const query = `{ theme(id: "t") { ${Array.from({ length: 30 }, (_, i) => `a${i}: title`).join(" ")} } }`;
    const token = await stage.provider.accessToken({ sub: "claire", client_id: "trame-portail" });
    expect(codes(await stage.ask(query, { headers: { authorization: `Bearer ${token}` } }))).toEqual([]);
    expect(codes(await stage.ask(query))).toEqual(["ALIAS_LIMIT"]);
  });

  test("our own largest operation passes for a visitor, with room to grow", async () => {
    const answer = await stage.ask(example("five-services.graphql"), {
      operationName: "FiveServices",
      variables: { theme: "t1" },
    });
    expect(codes(answer)).toEqual([]);
  });

  test("several operations in one request are refused", async () => {
    const response = await fetch(`${stage.origin}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify([{ query: "{ __typename }" }, { query: "{ __typename }" }]),
    });
    expect(response.status).toBe(400);
  });

  test("a request of more than half a megabyte is refused", async () => {
    const answer = await stage.ask(`{ __typename } #${"x".repeat(600_000)}`);
    expect(answer.status).toBe(413);
    expect(codes(answer)).toEqual(["BODY_LIMIT"]);
  });

  test("what is not JSON is refused as such", async () => {
    const response = await fetch(`${stage.origin}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: "{",
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: "BAD_REQUEST" } }] });
  });
});
