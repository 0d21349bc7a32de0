import { readFileSync } from "node:fs";
import { join } from "node:path";
import { silentLogger } from "@trame/kit/log";
import Fastify, { type FastifyInstance } from "fastify";
import { strFromU8, unzipSync } from "fflate";
import { validateXML } from "xmllint-wasm";
import { routesWith } from "../src/routes.ts";
import { publicationIdOf } from "../src/store/publications.ts";
import {
  claire,
  communications,
  known,
  nadia,
  ORIGIN,
  otherExpert,
  sylvie,
  type Tested,
  visitor,
  yann,
} from "./examples.ts";

let it: Tested;
let http: FastifyInstance;
beforeAll(async () => {
  it = await communications();
  await known(it);
  http = Fastify();
  routesWith()(http, { db: it.db, clock: { now: () => new Date() }, origin: ORIGIN, logger: silentLogger });
});
afterAll(async () => {
  await http.close();
  await it.stop();
});

const schema = readFileSync(join(__dirname, "schemas/cartridge-1.1.xsd"), "utf8");

test("R16, R70: a module is a Common Cartridge 1.1 of its theme's scenarios and materials, whose manifest xmllint accepts", async () => {
  await it.hearsScenario("s1", { title: "Ombres & <lumières>" });
  await it.hearsScenario("s2");
  await it.hearsWithdrawal("s2");
  await it.declaresMaterial(claire);
  const input = {
    audience: "Professeurs de SVT",
    keywords: ["métadonnées", " "],
    validation: "Attestation",
    minutesInPerson: 90,
  };
  const { trainingModule, errors } = await it.declaresModule(nadia, input);
  expect(errors).toEqual([]);
  const path = `/modules/${trainingModule.id}/cartouche.imscc`;
  const { rawPayload, headers } = await http.inject(path);
  expect(headers["content-disposition"]).toContain(".imscc");
  const files = Object.fromEntries(
    Object.entries(unzipSync(rawPayload)).map(([name, bytes]) => [name, strFromU8(bytes)]),
  );
  const manifest = files["imsmanifest.xml"] ?? "";
  expect((await validateXML({ xml: manifest, schema })).errors).toEqual([]);
  const hrefs = [...manifest.matchAll(/<file href="([^"]+)"/g)].map(([, href]) => href ?? "");
  expect(hrefs.filter((href) => !files[href])).toEqual([]);
  expect(hrefs).toHaveLength(6);
  const pages = hrefs.filter((href) => href.startsWith("pages/")).map((href) => files[href] ?? "");
  expect(pages.join()).toContain("<h2>Texte équivalent</h2>\n<p>L&#39;infographie montre trois étapes.</p>");
  const links = hrefs.filter((href) => href.endsWith(".xml")).map((href) => files[href] ?? "");
  expect(links.some((link) => link.includes(`<url href="${ORIGIN}/scenarios/s1" target="_blank"/>`))).toBe(true);
  expect(links.join()).toContain("<title>Ombres &amp; &lt;lumières&gt;</title>");
  expect(links.join()).not.toContain("s2");
  expect(manifest).toContain(
    '<lomimscc:keyword><lomimscc:string language="fr">métadonnées</lomimscc:string></lomimscc:keyword>',
  );
  expect(files["presentation.html"]).toContain("<dt>En présence</dt><dd>1 h 30</dd>");
  expect((await http.inject("/modules/nothing/cartouche.imscc")).statusCode).toBe(404);
});

test("R70: what M@gistère would cut is refused: a name of 200 characters, a description of more than 800", async () => {
  const long = { title: "t".repeat(200), description: "d".repeat(801) };
  expect((await it.declaresModule(nadia, long)).errors).toMatchObject([
    { code: "TOO_LONG", field: "title" },
    { code: "TOO_LONG", field: "description" },
  ]);
  expect((await it.declaresModule(nadia, { ...long, platform: "MOOC" })).errors).toEqual([]);
  const read =
    '{ _entities(representations: [{ __typename: "Theme", id: "theme-svt" }]) { ... on Theme { modules { audience validation keywords cartridgeUrl } } } }';
  expect((await it.query(visitor, read))._entities[0].modules).toContainEqual({
    ...{ audience: "Professeurs de SVT", validation: "Attestation", keywords: ["métadonnées"] },
    cartridgeUrl: expect.stringMatching(/^http:\/\/localhost:4000\/modules\/[\w-]+\/cartouche\.imscc$/),
  });
});

const COMPOSE = `mutation($input: ComposeTrainingModuleInput!) { composeTrainingModule(input: $input) {
  trainingModule { version audience keywords contents { id } available { id } } errors { kind code field } } }`;

test("R16, R70: the theme's expert chooses and orders its module's works, nobody else, and the cartridge follows", async () => {
  const { trainingModule: module } = await it.declaresModule(nadia);
  await it.hearsScenario("s3");
  await it.hearsScenario("s-emi", { themeId: "theme-emi" });
  const compose = async (actor: typeof nadia, input: object = {}) => {
    const publicationIds = [publicationIdOf("s3"), publicationIdOf("s1")];
    const whole = {
      moduleId: module.id,
      publicationIds,
      keywords: ["cartes", " ", "cartes"],
      audience: "Collège",
      ...input,
    };
    return (await it.query(actor, COMPOSE, { input: whole })).composeTrainingModule;
  };
  for (const actor of [claire, yann, otherExpert, sylvie, visitor]) {
    expect((await compose(actor)).errors).toMatchObject([{ kind: "FORBIDDEN" }]);
  }
  const [s1, s2, s3, emi] = ["s1", "s2", "s3", "s-emi"].map(publicationIdOf);
  for (const [publicationIds, code] of [
    [[emi], "NOT_OF_THE_THEME"],
    [[s2], "NOT_OF_THE_THEME"],
    [[publicationIdOf(module.id)], "NOT_OF_THE_THEME"],
    [[s1, s1], "CONTENT_TWICE"],
  ] as const) {
    expect((await compose(nadia, { publicationIds })).errors).toMatchObject([{ code, field: "publicationIds" }]);
  }
  const { trainingModule, errors } = await compose(nadia);
  expect(errors).toEqual([]);
  expect(trainingModule).toMatchObject({
    audience: "Collège",
    keywords: ["cartes"],
    contents: [{ id: s3 }, { id: s1 }],
  });
  expect((await compose(nadia, { expectedVersion: 1 })).errors).toMatchObject([{ code: "CHANGED_MEANWHILE" }]);
  const { rawPayload } = await http.inject(`/modules/${module.id}/cartouche.imscc`);
  const manifest = strFromU8(unzipSync(rawPayload)["imsmanifest.xml"] as Uint8Array);
  expect((await validateXML({ xml: manifest, schema })).errors).toEqual([]);
  expect([...manifest.matchAll(/identifierref="R-page-([^"]+)"/g)].map(([, id]) => id)).toEqual([s3, s1]);
});
