import {
  CYCLE_4,
  claire,
  expert,
  ian,
  ianMaths,
  ianNice,
  LYCEE,
  nina,
  openScenarios,
  pilot,
  QUATRIEME,
  referent,
  rennesProject,
  stranger,
  svt,
} from "./examples.ts";

type Scenarios = Awaited<ReturnType<typeof openScenarios>>;
let service: Scenarios;
let draft: { id: string; slug: string };
beforeAll(async () => {
  service = await openScenarios();
  const titles = ["Élèves géographes", "Les données du géologue", "Cartographier la forêt", "Écrire à plusieurs mains"];
  const degrees = ["ELABORATE_APPROACH", "SIMPLE_USE", "AUTONOMOUS_USE", "GUIDED_USE"];
  for (const [index, title] of titles.entries()) {
    service.setNow(`2020-03-1${index}T09:00:00Z`);
    const levels = index === 0 ? { levels: [QUATRIEME] } : {};
    await service.publishes(claire, title, { progressivity: degrees[index], ...levels });
  }
  draft = await service.drafts(claire, "Brouillon secret");
});
afterAll(() => service.stop());

const LIST = `query ($filter: ScenarioFilter, $search: String, $orderBy: ScenarioOrder, $first: Int, $after: String) {
  scenarios(filter: $filter, search: $search, orderBy: $orderBy, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor } nodes { title } } }`;
const titles = async (variables: object, actor?: typeof claire) => {
  const { scenarios } = await service.query(actor, LIST, variables as Record<string, unknown>);
  return scenarios.nodes.map(({ title }: { title: string }) => title);
};

test("R06: published scenarios are public, drafts are their group's", async () => {
  expect(await titles({})).toHaveLength(4);
  const read = (actor: typeof claire) =>
    service.ask(actor, "query ($id: ID!) { scenario(id: $id) { title } }", { id: draft.id });
  for (const actor of [claire, referent, pilot, expert, ian]) {
    expect((await read(actor)).data?.scenario).toEqual({ title: "Brouillon secret" });
  }
  for (const actor of [nina, stranger, ianMaths, ianNice]) {
    expect((await read(actor)).errors?.[0]?.extensions?.code).toBe("FORBIDDEN");
  }
  expect(await titles({ filter: { states: ["DRAFT"] } })).toEqual([]);
  expect(await titles({ filter: { states: ["DRAFT"] } }, ian)).toEqual(["Brouillon secret"]);
  expect(await titles({ filter: { mine: true } }, claire)).toHaveLength(5);
  expect(await titles({ filter: { mine: true } }, nina)).toHaveLength(0);
});

test("search is indifferent to accents, case and plurals", async () => {
  expect(await titles({ search: "eleve geographe" })).toEqual(["Élèves géographes"]);
  expect(await titles({ search: "GÉOLOGUES" })).toEqual(["Les données du géologue"]);
  expect(await titles({ search: "forêts à cartographier", orderBy: "RELEVANCE" })).toEqual(["Cartographier la forêt"]);
  expect(await titles({ search: "relevé" })).toHaveLength(4);
  expect(await titles({ search: "introuvable" })).toEqual([]);
  expect(await titles({ search: "'\"& !(" })).toBeDefined();
});

test("every order can be paged through without a gap", async () => {
  for (const orderBy of ["PUBLISHED_DESC", "TITLE_ASC", "PROGRESSIVITY_ASC", "RELEVANCE"]) {
    const search = orderBy === "RELEVANCE" ? "séance" : undefined;
    const whole = await titles({ orderBy, search });
    const paged: string[] = [];
    for (let after: string | undefined; ; ) {
      const { scenarios } = await service.query(undefined, LIST, { orderBy, search, first: 1, after });
      paged.push(...scenarios.nodes.map(({ title }: { title: string }) => title));
      if (!scenarios.pageInfo.hasNextPage) break;
      after = scenarios.pageInfo.endCursor;
    }
    expect(paged).toEqual(whole);
    expect(whole).toHaveLength(4);
  }
});

test("R05: the list goes from the simplest use to the most elaborate", async () => {
  expect(await titles({ orderBy: "PROGRESSIVITY_ASC" })).toEqual([
    "Les données du géologue",
    "Écrire à plusieurs mains",
    "Cartographier la forêt",
    "Élèves géographes",
  ]);
  expect(await titles({ filter: { progressivity: "SIMPLE_USE" } })).toEqual(["Les données du géologue"]);
});

test("a level includes the narrower ones, and a cycle its years", async () => {
  expect(await titles({ filter: { level: LYCEE } })).toHaveLength(3);
  expect(await titles({ filter: { level: CYCLE_4 } })).toEqual(["Élèves géographes"]);
});

test("facets count over the filtered list", async () => {
  const query = `query ($filter: ScenarioFilter) { scenarioFacets(filter: $filter) {
    disciplines { value count } academies { value count } levels { count } progressivities { value count } competences { value count } } }`;
  const { scenarioFacets } = await service.query(undefined, query, { filter: { themeId: svt, level: LYCEE } });
  expect(scenarioFacets).toMatchObject({
    disciplines: [{ value: "svt", count: 3 }],
    academies: [{ value: "14", count: 3 }],
  });
  expect(scenarioFacets.progressivities).toHaveLength(3);
  expect(scenarioFacets.competences).toEqual([
    { value: "1.2", count: 3 },
    { value: "1.3", count: 3 },
  ]);
});

test("the vocabularies are loaded once, with their trees", async () => {
  const { levels, crcn, domains } = await service.query(
    undefined,
    `{ levels: vocabulary(name: LEVEL) { uri label broader } crcn: vocabulary(name: CRCN) { uri label broader }
       domains: vocabulary(name: TEACHING_DOMAIN) { uri } }`,
  );
  expect(levels).toHaveLength(115);
  expect(domains).toHaveLength(3464);
  expect(crcn).toHaveLength(21);
  expect(crcn).toContainEqual({ uri: "1.2", label: "Gérer des données", broader: "1" });
});

const ENTITIES = `query ($representations: [_Any!]!) { _entities(representations: $representations) {
  ... on Theme { id scenarios(first: 2) { totalCount nodes { title levels { label } credit } } }
  ... on Project { id scenarios(first: 2) { totalCount nodes { title } } }
  ... on Academy { code scenarios(first: 2) { totalCount nodes { title } } }
  ... on Person { id scenarios(first: 2) { totalCount nodes { title } } }
  ... on Discipline { code scenarios(first: 2) { totalCount nodes { title } } } } }`;

test("R09: theme, project, academy, person and discipline have their scenarios, newest first", async () => {
  const { _entities } = await service.query(undefined, ENTITIES, {
    representations: [
      { __typename: "Theme", id: svt },
      { __typename: "Project", id: rennesProject },
      { __typename: "Academy", code: "14" },
      { __typename: "Person", id: "claire" },
      { __typename: "Discipline", code: "svt" },
      { __typename: "Theme", id: "none" },
    ],
  });
  for (const entity of _entities.slice(0, 5)) {
    expect(entity.scenarios.totalCount).toBe(4);
    expect(entity.scenarios.nodes.map(({ title }: { title: string }) => title)).toEqual([
      "Écrire à plusieurs mains",
      "Cartographier la forêt",
    ]);
  }
  expect(_entities[5].scenarios).toMatchObject({ totalCount: 0, nodes: [] });
  const mine = await service.query(claire, ENTITIES, {
    representations: [{ __typename: "Project", id: rennesProject }],
  });
  expect(mine._entities[0].scenarios.totalCount).toBe(5);
});

test("statements do not grow with the number of parents", async () => {
  const ask = (count: number) => () =>
    service.query(undefined, ENTITIES, {
      representations: Array.from({ length: count }, (_, index) => ({
        __typename: "Theme",
        id: index ? `t${index}` : svt,
      })),
    });
  await ask(1)();
  const one = await service.countingStatements(ask(1));
  const many = await service.countingStatements(ask(20));
  expect(many).toBe(one);
});

test("statements do not grow with the list", async () => {
  const ask = (first: number) => () =>
    service.query(
      undefined,
      `query ($first: Int) { scenarios(first: $first) { nodes { title credit levels { label } competences { label }
        authors { publishedName } publicationGaps { code } reviews { outcome } } } }`,
      { first },
    );
  await ask(1)();
  expect(await service.countingStatements(ask(4))).toBe(await service.countingStatements(ask(1)));
});

test("what reviewers wrote is for the group", async () => {
  const query = "{ scenarios(first: 1) { nodes { reviews { outcome } } } }";
  expect((await service.query(undefined, query)).scenarios.nodes).toEqual([{ reviews: [] }]);
  expect((await service.query(claire, query)).scenarios.nodes[0].reviews).toHaveLength(1);
});

test("tasks: complete, review, publish, index, each for who can", async () => {
  const review = await service.writes(claire, "À relire");
  await service.must(referent, "proposeScenario", { scenarioId: review.id });
  await service.review(claire, "À publier");
  const tasks = async (actor: typeof claire) => {
    const { _entities } = await service.query(
      actor,
      `query ($id: ID!) { _entities(representations: [{ __typename: "Viewer", id: $id }]) { ... on Viewer { scenarioTasks { id title detail href } } } }`,
      { id: actor.personId },
    );
    return _entities[0].scenarioTasks as { id: string; title: string; href: string }[];
  };
  expect(await tasks(claire)).toMatchObject([
    {
      title: "Compléter le scénario",
      href: `/espace/scenarios/${draft.id}`,
      detail: expect.stringContaining("il manque 7"),
    },
  ]);
  expect((await tasks(pilot)).map(({ title }) => title)).toEqual(["Relire le scénario"]);
  expect(new Set((await tasks(ian)).map(({ title }) => title))).toEqual(
    new Set(["Relire le scénario", "Publier le scénario relu", "Indexer le scénario dans ÉDU'base"]),
  );
  expect(await tasks(stranger)).toEqual([]);
});
