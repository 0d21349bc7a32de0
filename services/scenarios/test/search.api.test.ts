import { claire, openScenarios, QUATRIEME, referent, SECONDE, svt } from "./examples.ts";

type Scenarios = Awaited<ReturnType<typeof openScenarios>>;
let service: Scenarios;
const ids = new Map<string, string>();
beforeAll(async () => {
  service = await openScenarios();
  const written: [string, object][] = [
    ["Cartographier la biodiversité", { levels: [QUATRIEME], licence: "CC BY 4.0", progressivity: "SIMPLE_USE" }],
    ["Élèves géographes et capteurs", { competences: ["5.1"] }],
    ["Un escape game sur les écosystèmes", {}],
  ];
  for (const [index, [title, more]] of written.entries()) {
    service.setNow(`2020-03-1${index}T09:00:00Z`);
    const { id } = await service.publishes(claire, title, {
      summary: "Un résumé.",
      course: "Séance 1 : relevés.",
      ...more,
    });
    ids.set(title, id);
  }
  await service.must(claire, "declareDigitalService", {
    scenarioId: ids.get("Un escape game sur les écosystèmes"),
    name: "Genially",
    purpose: "Créer le jeu",
    pupilAccounts: false,
    viaGar: false,
    termsNote: "Sans compte d'élève",
  });
});
afterAll(() => service.stop());

const search = async (variables: object) => {
  const { scenarios, scenarioSpelling, scenarioFacets } = await service.query(
    undefined,
    `query ($filter: ScenarioFilter, $search: String, $orderBy: ScenarioOrder, $words: String!) {
       scenarios(filter: $filter, search: $search, orderBy: $orderBy) { totalCount nodes { title } }
       scenarioSpelling(search: $words)
       scenarioFacets(filter: $filter, search: $search) { exact
         disciplines { value count label } levels { value count label } academies { value count label }
         themes { value count label } campaigns { value count label } competences { value count label }
         tools { value count } progressivities { value count } licences { value count } } }`,
    { words: (variables as { search?: string }).search ?? "", ...variables },
  );
  return { titles: scenarios.nodes.map(({ title }: { title: string }) => title), scenarioSpelling, scenarioFacets };
};

test.each([
  ["biodiversté", "biodiversité", "Cartographier la biodiversité"],
  ["cartografier", "cartographier", "Cartographier la biodiversité"],
  ["geografes capteurs", "géographes capteurs", "Élèves géographes et capteurs"],
  ["ecosisteme", "écosystèmes", "Un escape game sur les écosystèmes"],
])("a mistyped word finds what was meant: %s", async (words, meant, title) => {
  expect(await search({ search: words, orderBy: "RELEVANCE" })).toMatchObject({
    titles: [title],
    scenarioSpelling: meant,
  });
});

test("a word that is known, a short one and one that nothing resembles are left as they are", async () => {
  for (const words of ["écosystème", "une", "zzzzzzz", "  ", "capteurs -eleves", "'\"& !("]) {
    expect((await search({ search: words })).scenarioSpelling).toBeNull();
  }
});

test("R69: facets count every restriction, with their names", async () => {
  const { scenarioFacets: facets } = await search({});
  expect(facets).toMatchObject({
    exact: true,
    disciplines: [{ value: "svt", count: 3, label: "Sciences de la vie et de la Terre" }],
    academies: [{ value: "14", count: 3, label: "académie de Rennes" }],
    themes: [{ value: svt, count: 3, label: "Les métadonnées, des ressources pour construire des concepts en SVT" }],
    campaigns: [{ count: 3, label: "2019-2020" }],
    tools: [{ value: "Genially", count: 1 }],
    progressivities: [
      { value: "GUIDED_USE", count: 2 },
      { value: "SIMPLE_USE", count: 1 },
    ],
    licences: [
      { value: "CC BY-SA 4.0", count: 2 },
      { value: "CC BY 4.0", count: 1 },
    ],
  });
  expect(facets.levels).toContainEqual({ value: QUATRIEME, count: 1, label: expect.stringMatching(/4e/) });
});

test("each restriction finds what its facet counted, and they hold together", async () => {
  const titles = async (filter: object) => (await search({ filter })).titles;
  expect(await titles({ tool: "Genially" })).toEqual(["Un escape game sur les écosystèmes"]);
  expect(await titles({ licence: "CC BY 4.0" })).toEqual(["Cartographier la biodiversité"]);
  expect(await titles({ licence: "CC BY 4.0", tool: "Genially" })).toEqual([]);
  expect(await titles({ level: SECONDE, competence: "5.1" })).toEqual(["Élèves géographes et capteurs"]);
  expect(await titles({ themeId: svt })).toHaveLength(3);
});

test("related scenarios share a theme, or a discipline and a level; the nearest come first", async () => {
  const related = async (title: string) => {
    const { scenario } = await service.query(
      undefined,
      "query ($id: ID!) { scenario(id: $id) { related(first: 2) { title } } }",
      { id: ids.get(title) },
    );
    return scenario.related.map((one: { title: string }) => one.title);
  };
  expect(await related("Un escape game sur les écosystèmes")).toEqual([
    "Élèves géographes et capteurs",
    "Cartographier la biodiversité",
  ]);
});

test("what is withdrawn is found no more, and a corrected title is found at once", async () => {
  const scenarioId = ids.get("Élèves géographes et capteurs");
  await service.must(claire, "reviseScenario", { scenarioId, title: "Mesurer le climat" });
  expect((await search({ search: "climat" })).titles).toEqual(["Mesurer le climat"]);
  expect((await search({ search: "geographes" })).titles).toEqual([]);
  await service.must(referent, "withdrawScenario", { scenarioId, reason: "Essai" });
  const { titles, scenarioFacets } = await search({});
  expect(titles).toHaveLength(2);
  expect(scenarioFacets.disciplines[0].count).toBe(2);
});
