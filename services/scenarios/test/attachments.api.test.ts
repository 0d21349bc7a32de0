import type { Actor } from "@trame/kit/actor";
import { sweepFiles } from "@trame/kit/files/store";
import { silentLogger } from "@trame/kit/log";
import Fastify from "fastify";
import { resourceFiles } from "../src/files.ts";
import { claire, ian, karim, nina, openScenarios, referent, stranger } from "./examples.ts";

const PNG = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");
const http = Fastify();
let asking: Actor = claire;
let service: Awaited<ReturnType<typeof openScenarios>>;
beforeAll(async () => {
  service = await openScenarios();
  const { db } = service;
  const base = { db, clock: { now: () => new Date() }, origin: "https://trame.example", logger: silentLogger };
  resourceFiles(http, base, { actorOf: async () => asking });
});
afterAll(async () => {
  await http.close();
  await service.stop();
});

const deposits = async (actor: Actor, payload: Buffer) => {
  asking = actor;
  const headers = { "content-type": "application/octet-stream" };
  return (await http.inject({ method: "POST", url: "/files/scenarios?nom=cour.png", payload, headers })).json();
};
const reads = async (actor: Actor, url: string) => {
  asking = actor;
  return (await http.inject(url)).statusCode;
};
const FILE = "resources { id kind alternative file { id name type size url } } publicationGaps { code field }";
const scenarioOf = async (id: string, actor: Actor) =>
  (await service.query(actor, `query ($id: ID!) { scenario(id: $id) { ${FILE} } }`, { id })).scenario;

test("R61: a file joined to a resource is read by the group, then by everyone, and goes with the resource", async () => {
  const { id: scenarioId } = await service.review(claire, "Photographier la cour");
  const { file } = await deposits(claire, PNG);
  const image = { scenarioId, title: "La cour", basis: "OWN_WORK", fileId: file.id };
  const stolen = await service.does(karim, "declareResource", image);
  expect(stolen.errors).toMatchObject([{ code: "NOT_FOUND", field: "fileId" }]);

  await service.must(claire, "declareResource", image);
  const draft = await scenarioOf(scenarioId, claire);
  const [joined] = draft.resources;
  expect(joined).toMatchObject({ kind: "IMAGE", file: { name: "cour.png", type: "image/png", size: PNG.length } });
  expect(draft.publicationGaps).toEqual([{ code: "NO_TEXT_ALTERNATIVE", field: `resources.${joined.id}` }]);
  expect([await reads(karim, joined.file.url), await reads(stranger, joined.file.url)]).toEqual([200, 404]);

  const refused = await service.does(ian, "publishScenario", { scenarioId });
  expect(refused.errors).toMatchObject([{ code: "NO_TEXT_ALTERNATIVE", requirement: "R15" }]);
  const said = { ...image, resourceId: joined.id, alternative: "La cour du lycée, avec ses trois haies." };
  await service.must(claire, "declareResource", said);
  await service.must(ian, "publishScenario", { scenarioId });
  expect(await reads(stranger, joined.file.url)).toBe(200);
  expect(await sweepFiles(service.db, 0)).toBe(0);

  await service.must(claire, "removeResource", { scenarioId, resourceId: joined.id });
  expect(await sweepFiles(service.db, 0)).toBe(1);
  expect(await reads(claire, joined.file.url)).toBe(404);
});

test("a file of a withdrawn scenario is gone for the public; nobody takes the file of another scenario", async () => {
  const { id: scenarioId } = await service.publishes(claire, "Scénario à retirer");
  const { file } = await deposits(claire, PNG);
  const image = { title: "La cour", basis: "OWN_WORK", alternative: "La cour.", fileId: file.id };
  const { resources } = await service.must(claire, "declareResource", { scenarioId, ...image });
  expect(resources).toHaveLength(1);
  const other = await service.drafts(claire, "Un autre");
  const taken = await service.does(claire, "declareResource", { scenarioId: other.id, ...image });
  expect(taken.errors).toMatchObject([{ code: "NOT_FOUND", field: "fileId" }]);
  await service.must(referent, "withdrawScenario", { scenarioId, reason: "Une erreur." });
  const url = `/files/scenarios/${file.id}/cour.png`;
  expect([await reads(nina, url), await reads(claire, url)]).toEqual([410, 200]);
});

test("what nobody may deposit is stored nowhere", async () => {
  const before = await service.db.$queryRaw`select id from kit.file`;
  const page = Buffer.from("<!doctype html><script>alert(1)</script>");
  expect((await deposits(claire, page)).errors).toMatchObject([{ code: "FILE_TYPE" }]);
  expect((await deposits({ kind: "anonymous", mandates: [], scopes: [] } as never, PNG)).errors).toMatchObject([
    { kind: "FORBIDDEN" },
  ]);
  expect(await service.db.$queryRaw`select id from kit.file`).toEqual(before);
});

test("a person finds among his or her data the files that he or she deposited", async () => {
  await deposits(karim, PNG);
  const {
    _entities: [viewer],
  } = await service.query(
    karim,
    `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Viewer { heldByScenarios { label items { label } } } } }`,
    { r: [{ __typename: "Viewer", id: "karim" }] },
  );
  expect(viewer.heldByScenarios).toContainEqual({ label: "Fichiers déposés", items: [{ label: "cour.png" }] });
});
