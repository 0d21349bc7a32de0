import { readFileSync } from "node:fs";
import { join } from "node:path";
import { silentLogger } from "@trame/kit/log";
import Fastify from "fastify";
import { durationOf, minutesOf, personCard } from "../src/records/norms.ts";
import { recordRoutes } from "../src/records/routes.ts";
import { documentOf, element } from "../src/records/xml.ts";
import { claire, openScenarios, QUATRIEME, referent, SECONDE } from "./examples.ts";
import { objections } from "./xsd.ts";

const http = Fastify();
let service: Awaited<ReturnType<typeof openScenarios>>;
beforeAll(async () => {
  service = await openScenarios();
  const { db } = service;
  recordRoutes(http, { db, clock: { now: () => new Date() }, origin: "https://trame.example", logger: silentLogger });
});
afterAll(async () => {
  await http.close();
  await service.stop();
});

const recordOf = async (slug: string) => {
  const { body } = await http.inject(`/scenarios/${slug}.xml`);
  return body;
};

test("R69: a published scenario is a record that the schemas of ScoLOMFR accept, with its real terms", async () => {
  const { slug } = await service.publishes(claire, "Forêts & métadonnées <1>", {
    levels: [SECONDE, QUATRIEME],
    durationMinutes: 150,
  });
  const record = await recordOf(slug);
  const example = readFileSync(join(__dirname, "schemas/scolomfr-3.1-exemple-manuel.xml"), "utf8");
  expect(await objections("scolomfr-3.1", "scolomfr.xsd", [record, example])).toEqual([]);
  for (const told of [
    "Forêts &amp; métadonnées &lt;1&gt;",
    `https://trame.example/scenarios/${slug}`,
    "https://espaceeducatif.ac-rennes.fr/svt/biodiversite",
    "FN:Claire Le Goff",
    "ORG:académie de Rennes",
    "PT2H30M",
    "http://purl.org/dc/terms/isPartOf",
    "Les métadonnées, des ressources pour construire des concepts en SVT",
    "https://creativecommons.org/licenses/by-sa/4.0/",
    "http://data.education.fr/voc/scolomfr/concept/scolomfr-voc-015-num-1832",
    SECONDE,
    QUATRIEME,
  ]) {
    expect(record).toContain(told);
  }
});

test("the validator refuses what is not ScoLOMFR", async () => {
  const wrong = documentOf(
    element("lom:lom", { "xmlns:lom": "http://ltsc.ieee.org/xsd/LOM" }, element("lom:wrong", {})),
  );
  expect(await objections("scolomfr-3.1", "scolomfr.xsd", [wrong])).not.toEqual([]);
});

test("a draft has no record, and a withdrawn scenario has none any more", async () => {
  const draft = await service.drafts(claire);
  expect((await http.inject(`/scenarios/${draft.slug}.xml`)).statusCode).toBe(404);
  const gone = await service.publishes(claire, "Bientôt retiré");
  await service.must(referent, "withdrawScenario", { scenarioId: gone.id, reason: "Droits d'une image" });
  expect((await http.inject(`/scenarios/${gone.slug}.xml`)).statusCode).toBe(410);
});

test("what is written is escaped, and what XML has no place for is left out", () => {
  const hostile = `]]>&"<a>\u0000\u000b\ud800é😀`;
  expect(documentOf(element("t", { a: hostile }, hostile))).toBe(
    '<?xml version="1.0" encoding="UTF-8"?>\n<t a="]]&gt;&amp;&quot;&lt;a&gt;é😀">]]&gt;&amp;"&lt;a&gt;é😀</t>\n',
  );
});

test("durations are written as ISO 8601 and read back; a vCard escapes what it uses itself", () => {
  expect([5, 60, 150, 0].map(durationOf)).toEqual(["PT5M", "PT1H", "PT2H30M", "PT0M"]);
  expect(["PT5M", "PT1H", "PT2H30M", "P1DT30M", "PT0H02M30S", "P1Y", "PT", "2h"].map(minutesOf)).toEqual([
    5,
    60,
    150,
    1470,
    3,
    null,
    null,
    null,
  ]);
  expect(personCard("Le Goff; Claire\nEND:VCARD", "")).toContain("FN:Le Goff\\; Claire\\nEND:VCARD\n");
});
