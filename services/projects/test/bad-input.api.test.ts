import { claireFor, programme, projects, visitor } from "./examples.ts";

let it: Awaited<ReturnType<typeof projects>>;

beforeAll(async () => {
  it = await projects();
});
afterAll(() => it.stop());

const code = async (query: string, variables: object = {}) => {
  const { errors } = await it.ask(visitor, query, { ...variables });
  return errors?.map(({ extensions }) => extensions?.code);
};

test("an identifier that is none is bad input, not a fault of the service", async () => {
  expect(await code('{ theme(id: "rien") { id } }')).toEqual(["BAD_USER_INPUT"]);
  expect(await code('{ themes(filter: { campaignId: "rien" }) { totalCount } }')).toEqual(["BAD_USER_INPUT"]);
  const refused = await it.launches(programme, "rien");
  expect(refused.errors).toMatchObject([{ kind: "INVALID", code: "MALFORMED_ID" }]);
});

test("an unknown identifier is nobody, or a refusal that says what was not found", async () => {
  const unknown = "00000000-0000-7000-8000-0000000000aa";
  expect((await it.query(visitor, "query($id: ID!) { theme(id: $id) { id } }", { id: unknown })).theme).toBeNull();
  expect((await it.drafts(claireFor(unknown), unknown)).errors).toMatchObject([
    { code: "NOT_FOUND", field: "themeId" },
  ]);
});

test("a page of more than a hundred, a foreign cursor and a date that does not exist are refused", async () => {
  expect(await code("{ themes(first: 101) { totalCount } }")).toEqual(["INVALID"]);
  expect(await code('{ themes(after: "abc") { totalCount } }')).toEqual(["INVALID"]);
  const { errors } = await it.ask(
    programme,
    "mutation($input: SetWorkPlanInput!) { setWorkPlan(input: $input) { errors { code } } }",
    {
      input: { themeId: "x", milestones: [{ title: "30 février", dueOn: "2021-02-30" }] },
    },
  );
  expect(errors?.[0]?.extensions?.code).toBe("BAD_USER_INPUT");
});
