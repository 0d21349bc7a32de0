import { silentLogger } from "@trame/kit/log";
import { scenariosEvents } from "@trame/proto-schemas/topics";
import Fastify from "fastify";
import { recordRoutes } from "../src/records/routes.ts";
import { AT, claire, nicesProject, nina, openScenarios, rennesProject } from "./examples.ts";
import { objections } from "./xsd.ts";

let service: Awaited<ReturnType<typeof openScenarios>>;
beforeAll(async () => {
  service = await openScenarios();
});
afterAll(() => service.stop());

const CHAIN = `id slug title state licence summary course credit origins { scenarioId versionNumber title page credit licence }
  resources { title sourceUrl file { id } } implementations { id } authors { person { id } } publicationGaps { code field }`;
const adapt = async (actor: typeof claire, input: object) =>
  (
    await service.query(
      actor,
      `mutation ($input: AdaptScenarioInput!) { adaptScenario(input: $input) { scenario { ${CHAIN} } errors { kind code field requirement } } }`,
      { input },
    )
  ).adaptScenario;

test("R06: another academy adapts a published scenario, and the chain of its authors stays", async () => {
  const { id: scenarioId, slug, credit } = await service.publishes(claire, "Les haies");
  await service.must(claire, "declareResource", { scenarioId, title: "Plan", basis: "OWN_WORK" });
  const { scenario, errors } = await adapt(nina, { scenarioId, projectId: nicesProject, title: "Les restanques" });
  expect(errors).toEqual([]);
  expect(scenario).toMatchObject({ state: "DRAFT", title: "Les restanques", licence: "CC BY-SA 4.0" });
  expect(scenario.course).toContain("Séance 1 : relevés.");
  expect([scenario.implementations, scenario.authors]).toEqual([[], [{ person: { id: "nina" } }]]);
  const page = `http://localhost:4000/scenarios/${slug}`;
  expect(scenario.origins).toEqual([
    { scenarioId, versionNumber: 2, title: "Les haies", page, credit, licence: "CC BY-SA 4.0" },
  ]);
  expect(scenario.credit).toContain(`(d'après ${credit})`);
  expect(scenario.resources).toEqual([{ title: "Plan", sourceUrl: page, file: null }]);
  expect((await service.saidOf(scenariosEvents.NoticeIssued)).at(-1)).toMatchObject({
    notice: { kind: "SCENARIO_ADAPTED", personIds: ["claire"], about: scenarioId },
  });
});

test("R61: what is made of a share-alike scenario keeps its licence", async () => {
  const { id: scenarioId } = await service.publishes(claire, "Le marais");
  const { scenario } = await adapt(nina, { scenarioId, projectId: nicesProject });
  const input = { scenarioId: scenario.id, licence: "CC BY 4.0" };
  const revised = await service.must(nina, "reviseScenario", input);
  expect(revised.publicationGaps).toEqual(
    expect.arrayContaining([{ code: "LICENCES_CONTRADICT", field: "licence", requirement: "R61" }]),
  );
});

test("R06: only what is published, by another team, under a licence that allows it", async () => {
  const draft = await service.writes(claire, "Pas encore public");
  const refusal = async (actor: typeof claire, input: object) => (await adapt(actor, input)).errors[0]?.code;
  expect(await refusal(nina, { scenarioId: draft.id, projectId: nicesProject })).toBe("NOT_PUBLISHED");
  const { id: scenarioId } = await service.publishes(claire, "Sans dérivés", { licence: "CC BY-ND 4.0" });
  expect(await refusal(nina, { scenarioId, projectId: nicesProject })).toBe("LICENCE_FORBIDS_ADAPTATION");
  const free = await service.publishes(claire, "Le littoral");
  expect(await refusal(claire, { scenarioId: free.id, projectId: rennesProject })).toBe("SAME_PROJECT");
  expect(await refusal(nina, { scenarioId: free.id, projectId: rennesProject })).toBe("FORBIDDEN");
});

test("R06: a published adaptation is told on the page of its origin, and in its record for catalogues", async () => {
  const { id: scenarioId, slug } = await service.publishes(claire, "La dune");
  const { scenario } = await adapt(nina, { scenarioId, projectId: nicesProject, title: "La dune, en ville" });
  const of = async (id: string) =>
    (await service.query(undefined, "query ($id: ID!) { scenario(id: $id) { adaptations { title } } }", { id }))
      .scenario.adaptations;
  expect(await of(scenarioId)).toEqual([]);
  // The way to publication is told elsewhere.
  await service.db.scenario.update({
    where: { id: scenario.id },
    data: { state: "PUBLISHED", publishedAt: AT, openAddress: { url: "https://ac-nice.fr/dune", result: "OPEN" } },
  });
  expect(await of(scenarioId)).toEqual([{ title: "La dune, en ville" }]);
  const http = Fastify();
  const base = { db: service.db, clock: { now: () => AT }, origin: "https://trame.example", logger: silentLogger };
  recordRoutes(http, base);
  const { body } = await http.inject(`/scenarios/${scenario.slug}.xml`);
  await http.close();
  expect(body).toContain("http://purl.org/dc/terms/source");
  expect(body).toContain(`http://localhost:4000/scenarios/${slug}`);
  expect(await objections("scolomfr-3.1", "scolomfr.xsd", [body])).toEqual([]);
});
