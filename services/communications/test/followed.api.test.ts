import { person } from "@trame/kit/testing/service";
import { AcademyRecordedSchema } from "@trame/proto-schemas/people/v1/events_pb";
import { ScenarioDraftedSchema, ScenarioIndexedSchema } from "@trame/proto-schemas/scenarios/v1/events_pb";
import { relayText } from "../src/domain/relay-text.ts";
import { claire, communications, known, nadia, programme, RENNES, sylvie, type Tested, visitor } from "./examples.ts";

let it: Tested;
const analyst = person("ana", { role: "ANALYST" });
const dan = person("dan", { role: "DAN", academyCode: RENNES });

const scenario = (id: string, more: object = {}) => ({
  ...{ id, slug: id, title: `Scénario ${id}`, themeId: "theme-svt", academyCodes: [RENNES], disciplineCodes: ["svt"] },
  ...more,
});
const read = async (actor: typeof nadia, by = "THEME", filter: object = {}) =>
  (
    await it.query(
      actor,
      `query($by: DiffusionAxis, $filter: DiffusionFilter) { followedDiffusion(by: $by, filter: $filter) { totalCount nodes {
        id label produced published scenarios indexed relayed inLetters gaps } } }`,
      { by, filter },
    )
  ).followedDiffusion;
const saves = async (input: object, actor = sylvie) =>
  (
    await it.query(
      actor,
      `mutation($input: SaveChannelInput!) { saveChannel(input: $input) { channel { id handle label } errors { kind code requirement } } }`,
      { input: { network: "Mastodon", handle: "@svt", kind: "DISCIPLINARY", disciplineCode: "svt", ...input } },
    )
  ).saveChannel;

beforeAll(async () => {
  it = await communications();
  await known(it);
  await it.hears(AcademyRecordedSchema, "23", { academy: { code: "23", name: "Nice", label: "académie de Nice" } });
  await it.hearsScenario("s1");
  await it.hears(ScenarioIndexedSchema, "s1", {
    scenario: scenario("s1", { state: "PUBLISHED", edubaseState: "INDEXED" }),
  });
  await it.hearsScenario("s2");
  await it.hears(ScenarioDraftedSchema, "s3", { scenario: scenario("s3", { state: "DRAFT" }) });
  await it.hearsScenario("s4", { themeId: "theme-emi", academyCodes: ["23"], disciplineCodes: ["emi"] });
  const draft = await it.draft("svt");
  await it.edits(sylvie, { editionId: draft.id, title: "Mai" });
  await it.arranges(sylvie, { editionId: draft.id, itemIds: [draft.items[0].id] });
  await it.publishes(sylvie, { editionId: draft.id });
});
afterAll(() => it.stop());

test("R73, R74: the editors keep the list of channels, disciplinary, transversal and others", async () => {
  const { channel } = await saves({});
  expect(channel.handle).toBe("@svt");
  expect((await saves({})).errors).toMatchObject([{ code: "CHANNEL_TWICE" }]);
  expect((await saves({ handle: "@x", disciplineCode: null })).errors).toMatchObject([
    { code: "CHANNEL_NEEDS_DISCIPLINE", requirement: "R73" },
  ]);
  const transversal = { handle: "@emi", kind: "TRANSVERSAL", disciplineCode: null };
  expect((await saves(transversal)).errors).toMatchObject([{ code: "OTHER_NEEDS_LABEL", requirement: "R74" }]);
  expect((await saves({ ...transversal, label: "EMI" })).channel.label).toBe("EMI");
  expect((await saves({ channelId: channel.id, handle: "@svt2" })).channel).toMatchObject({
    id: channel.id,
    handle: "@svt2",
  });
  expect((await saves({ handle: "@y" }, claire)).errors).toMatchObject([{ kind: "FORBIDDEN" }]);
});

test("R65: produced, published, indexed, relayed and read in a letter, by theme, academy and discipline, gaps first", async () => {
  const [channel] = (await it.query(sylvie, "{ channels { id } }")).channels;
  const [first] = (await it.query(sylvie, "{ publications { nodes { id title } } }")).publications.nodes.filter(
    ({ title }: { title: string }) => title === "Scénario s1",
  );
  await it.relays(sylvie, { publicationId: first.id, channelId: channel.id });
  const { nodes } = await read(programme);
  expect(nodes).toEqual([
    {
      id: "theme-svt",
      label: "Les métadonnées en SVT",
      produced: 3,
      published: 2,
      scenarios: 2,
      indexed: 1,
      relayed: 1,
      inLetters: 1,
      gaps: 4,
    },
    {
      id: "theme-emi",
      label: "S'informer",
      produced: 1,
      published: 1,
      scenarios: 1,
      indexed: 0,
      relayed: 0,
      inLetters: 0,
      gaps: 3,
    },
  ]);
  expect((await read(analyst, "ACADEMY")).nodes.map(({ label }: { label: string }) => label)).toEqual([
    "Rennes",
    "Nice",
  ]);
  expect((await read(sylvie, "DISCIPLINE", { academyCode: "23" })).nodes).toMatchObject([
    { label: "EMI", produced: 1 },
  ]);
});

test("R65: an expert follows a theme, a DAN an academy, and the public no more than what is public", async () => {
  expect((await read(nadia, "ACADEMY", { themeId: "theme-svt" })).totalCount).toBe(1);
  expect((await read(dan, "THEME", { academyCode: RENNES })).totalCount).toBe(1);
  for (const [actor, filter] of [
    [nadia, {}],
    [nadia, { themeId: "theme-emi" }],
    [dan, {}],
    [dan, { academyCode: "23" }],
    [visitor, {}],
    [claire, {}],
  ] as const) {
    expect(await read(actor, "THEME", filter)).toBeNull();
  }
});

test("R73: what no account relayed, or one did not, is found", async () => {
  const [channel] = (await it.query(sylvie, "{ channels { id } }")).channels;
  const titles = async (filter: object) =>
    (
      await it.query(
        sylvie,
        "query($filter: PublicationFilter) { publications(filter: $filter) { totalCount nodes { title } } }",
        { filter },
      )
    ).publications.nodes
      .map(({ title }: { title: string }) => title)
      .sort();
  expect(await titles({ unrelayed: true })).toEqual(["Scénario s2", "Scénario s4"]);
  expect(await titles({ unrelayed: false })).toEqual(["Scénario s1"]);
  expect(await titles({ notRelayedBy: channel.id })).toEqual(["Scénario s2", "Scénario s4"]);
  expect(await titles({ relayedBy: channel.id })).toEqual(["Scénario s1"]);
});

test("R73: a ready text fits its network, with the whole address and words that are read aloud well", async () => {
  const told = {
    title: "Lire une carte",
    summary: "x".repeat(400),
    attribution: "Équipe TraAM, académie de Rennes",
    url: "https://trame.example/scenarios/carte",
    disciplines: ["Sciences de la vie et de la Terre"],
  };
  const short = relayText(told, 280);
  expect(short).toBe(
    "Lire une carte\nÉquipe TraAM, académie de Rennes\nhttps://trame.example/scenarios/carte\n#TraAM #SciencesDeLaVieEtDeLaTerre",
  );
  expect(relayText(told, 1_300)).toContain("x".repeat(400));
  expect(relayText({ ...told, title: "t".repeat(400) }, 280).length).toBeLessThanOrEqual(280);
  const { publications } = await it.query(
    visitor,
    "{ publications(first: 1) { nodes { relayTexts { network text } } } }",
  );
  expect(publications.nodes[0].relayTexts.map(({ network }: { network: string }) => network)).toEqual([
    "Twitter",
    "Mastodon",
    "LinkedIn",
  ]);
});
