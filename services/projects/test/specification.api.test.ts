import type { Actor } from "@trame/kit/actor";
import type { Scanner } from "@trame/kit/files/scan";
import { sweepFiles } from "@trame/kit/files/store";
import { silentLogger } from "@trame/kit/log";
import { pdfOf } from "@trame/kit/pdf";
import { person } from "@trame/kit/testing/service";
import { PersonStateSchema } from "@trame/proto-schemas/people/v1/state_pb";
import { CampaignRevisedSchema } from "@trame/proto-schemas/projects/v1/events_pb";
import Fastify from "fastify";
import { specificationFiles } from "../src/files.ts";
import { anyExpert, DURING_THE_CALL, dominique, inspectorOf, programme, projects, visitor } from "./examples.ts";

const BEFORE_THE_CALL = "2020-05-01T07:00:00Z";
const colleague = person("00000000-0000-7000-8000-000000000020", { role: "PROGRAMME" });
const http = Fastify();
let asking: Actor = programme;
let now = BEFORE_THE_CALL;
let scanned: Awaited<ReturnType<Scanner>> = { kind: "clean" };
let pdf: Buffer;
let it: Awaited<ReturnType<typeof projects>>;
beforeAll(async () => {
  it = await projects();
  pdf = await pdfOf({ title: "Cahier des charges", at: new Date(BEFORE_THE_CALL), parts: [] });
  const base = {
    db: it.db,
    clock: { now: () => new Date(now) },
    origin: "https://trame.example",
    logger: silentLogger,
  };
  specificationFiles(http, base, { actorOf: async () => asking, scan: async () => scanned });
});
beforeEach(() => comes(BEFORE_THE_CALL));
afterAll(async () => {
  await http.close();
  await it.stop();
});

/** Both the graph and the addresses read the domain clock. */
const comes = (at: string) => {
  now = at;
  it.setNow(at);
};
const deposits = async (actor: Actor, payload: Buffer = pdf, name = "cahier.pdf") => {
  asking = actor;
  const headers = { "content-type": "application/octet-stream" };
  return (await http.inject({ method: "POST", url: `/files/projects?nom=${name}`, payload, headers })).json();
};
const reads = async (actor: Actor, url: string) => {
  asking = actor;
  const { statusCode, headers } = await http.inject(url);
  return `${statusCode} ${headers["cache-control"]}`;
};
let years = 2020;
const prepares = async (): Promise<string> => {
  years++;
  const days = { startsOn: `${years}-09-01`, endsOn: `${years + 1}-08-31` };
  return (await it.preparesCampaign(programme, { label: `${years}-${years + 1}`, ...days })).campaign.id;
};
const FILE = "id name type size url";
const see = async (actor: Actor, id: string) =>
  (
    await it.query(
      actor,
      `query ($id: ID!) { campaign(id: $id) {
         version specificationUrl specificationFile { ${FILE} } specificationHistory { label by { id } } } }`,
      { id },
    )
  ).campaign;
const labels = async (id: string) =>
  (await see(programme, id)).specificationHistory.map(({ label }: { label: string }) => label);

test("R01: the cahier des charges is the office's file until the call is open, then everybody's, also when it is closed", async () => {
  const campaignId = await prepares();
  const { file } = await deposits(programme);
  const told = await it.revisesCampaign(programme, campaignId, { specificationFileId: file.id });
  expect(told.errors).toEqual([]);

  const { specificationFile: held, specificationHistory } = await see(colleague, campaignId);
  expect(held).toMatchObject({ name: "cahier.pdf", type: "application/pdf", size: pdf.length });
  expect(specificationHistory).toEqual([{ label: "Cahier des charges déposé", by: { id: programme.personId } }]);
  for (const actor of [visitor, dominique, anyExpert]) {
    expect(await see(actor, campaignId)).toMatchObject({ specificationFile: null, specificationHistory: null });
    expect(await reads(actor, held.url)).toBe("404 no-store");
  }
  expect(await reads(colleague, held.url)).toBe("200 private, no-store");

  const { theme } = await it.proposesTheme(anyExpert, campaignId);
  await it.agrees(inspectorOf(theme.id), theme.id);
  await it.opensCall(programme, campaignId);
  // Opened in advance: its window decides.
  expect(await reads(visitor, held.url)).toBe("404 no-store");
  for (const at of [DURING_THE_CALL, "2021-01-01T08:00:00Z"]) {
    comes(at);
    expect(await reads(visitor, held.url)).toBe("200 public, max-age=300");
    expect(await see(visitor, campaignId)).toMatchObject({ specificationFile: held, specificationHistory: null });
  }
});

test("R01: a call whose window went by without being opened shows nobody its cahier des charges", async () => {
  const campaignId = await prepares();
  const { file } = await deposits(programme);
  await it.revisesCampaign(programme, campaignId, { specificationFileId: file.id });
  comes("2021-01-01T08:00:00Z");
  expect(await see(visitor, campaignId)).toMatchObject({ specificationFile: null });
  expect(await reads(visitor, `/files/projects/${file.id}/cahier.pdf`)).toBe("404 no-store");
});

test("R01: a cahier des charges is replaced and removed, each with its line of history; what nothing holds goes", async () => {
  const campaignId = await prepares();
  const [first, second] = [(await deposits(programme)).file, (await deposits(colleague)).file];
  const url = ({ id }: { id: string }) => `/files/projects/${id}/cahier.pdf`;
  const revises = async (actor: Actor, input: object) => (await it.revisesCampaign(actor, campaignId, input)).errors;
  const address = "https://eduscol.example/cahier";
  expect(await revises(programme, { specificationFileId: first.id, specificationUrl: address })).toEqual([]);

  // The same file again, and a revision of something else, leave it.
  expect(await revises(colleague, { specificationFileId: first.id })).toEqual([]);
  expect(await revises(colleague, { target: 90 })).toEqual([]);
  expect(await see(programme, campaignId)).toMatchObject({ specificationFile: { id: first.id } });

  expect(await revises(colleague, { specificationFileId: second.id })).toEqual([]);
  expect(await see(programme, campaignId)).toMatchObject({
    specificationUrl: address,
    specificationFile: { id: second.id },
  });
  expect(await sweepFiles(it.db, 0)).toBe(1);
  expect(await reads(programme, url(first))).toBe("404 no-store");

  expect(await revises(programme, { specificationFileId: null })).toEqual([]);
  expect(await see(programme, campaignId)).toMatchObject({ specificationUrl: address, specificationFile: null });
  expect(await sweepFiles(it.db, 0)).toBe(1);
  expect(await labels(campaignId)).toEqual([
    "Cahier des charges déposé",
    "Cahier des charges remplacé",
    "Cahier des charges retiré",
  ]);
  const versions = (await it.saidOf(CampaignRevisedSchema)).filter(({ campaign }) => campaign?.id === campaignId);
  expect(versions).toHaveLength(5);
});

test("R01: nobody but the office deposits or attaches a cahier des charges, nor takes a file that is another's", async () => {
  const campaignId = await prepares();
  for (const actor of [visitor, dominique, anyExpert]) {
    expect((await deposits(actor)).errors).toMatchObject([{ kind: "FORBIDDEN" }]);
  }
  const { file } = await deposits(programme);
  const attaches = async (actor: Actor, id: string, specificationFileId: string) =>
    (await it.revisesCampaign(actor, id, { specificationFileId })).errors;
  expect(await attaches(dominique, campaignId, file.id)).toMatchObject([{ kind: "FORBIDDEN" }]);
  const strange = [{ code: "NOT_FOUND", field: "specificationFileId" }];
  expect(await attaches(colleague, campaignId, file.id)).toMatchObject(strange);
  expect(await attaches(programme, campaignId, file.id)).toEqual([]);
  // Held by a campaign it is no other's, whoever deposited it.
  expect(await attaches(programme, await prepares(), file.id)).toMatchObject(strange);
  const stale = await it.revisesCampaign(programme, campaignId, { specificationFileId: null, expectedVersion: 1 });
  expect(stale.errors).toMatchObject([{ kind: "CONFLICT" }]);
  expect(await see(programme, campaignId)).toMatchObject({ specificationFile: { id: file.id } });
});

test("R01: a cahier des charges is a PDF, an ODT or a DOCX that the scanner lets through; the rest is stored nowhere", async () => {
  const kept = () => it.db.$queryRaw`select id from kit.file order by id`;
  const before = await kept();
  const png = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");
  for (const bytes of [png, Buffer.from("<!doctype html><script>alert(1)</script>"), Buffer.from("Un texte.")]) {
    expect((await deposits(programme, bytes)).errors).toMatchObject([{ code: "FILE_TYPE", field: "file" }]);
  }
  expect((await deposits(programme, Buffer.alloc(0))).errors).toMatchObject([{ code: "FILE_EMPTY" }]);
  const large = Buffer.alloc(10 * 1024 * 1024 + 1, "%PDF-1.7 ");
  expect((await deposits(programme, large)).errors).toMatchObject([{ code: "FILE_TOO_LARGE" }]);
  scanned = { kind: "infected" };
  expect((await deposits(programme)).errors).toMatchObject([{ code: "FILE_INFECTED" }]);
  scanned = { kind: "clean" };
  expect(await kept()).toEqual(before);
});

test("R01: the next campaign takes the address with the settings, never the file, which stays the first one's", async () => {
  const campaignId = await prepares();
  const { file } = await deposits(programme);
  const specificationUrl = "https://eduscol.example/cahier";
  await it.revisesCampaign(programme, campaignId, { specificationFileId: file.id, specificationUrl });
  years++;
  const { campaign } = await it.repeats(programme, campaignId, { carrySettings: true });
  const next = await see(programme, campaign.id);
  expect(next).toMatchObject({ specificationUrl, specificationFile: null, specificationHistory: [] });
  expect(await see(programme, campaignId)).toMatchObject({ specificationFile: { id: file.id } });
});

test("a depositor finds the file among his or her data; erased, the name goes from it, and the campaign keeps it", async () => {
  const campaignId = await prepares();
  const { file } = await deposits(programme, pdf, "Cahier%20de%20Maud%20Kergoat.pdf");
  await it.revisesCampaign(programme, campaignId, { specificationFileId: file.id });
  const {
    _entities: [viewer],
  } = await it.query(
    programme,
    "query ($r: [_Any!]!) { _entities(representations: $r) { ... on Viewer { heldByProjects { label items { label } } } } }",
    { r: [{ __typename: "Viewer", id: programme.personId }] },
  );
  const held = viewer.heldByProjects.find(({ label }: { label: string }) => label === "Fichiers déposés");
  expect(held.items).toContainEqual({ label: "Cahier de Maud Kergoat.pdf" });

  const id = programme.personId ?? "";
  await it.hears(PersonStateSchema, id, { id, displayName: "Maud Kergoat" });
  await it.hears(PersonStateSchema, id, { id, displayName: "Maud Kergoat", erasureId: id });
  const { specificationFile } = await see(colleague, campaignId);
  expect(specificationFile).toMatchObject({ id: file.id, name: "Cahier de personne effacée.pdf" });
  expect(await reads(colleague, specificationFile.url)).toBe("200 private, no-store");
});
