import { type Actor, ANONYMOUS } from "@trame/kit/actor";
import { storeFile } from "@trame/kit/files/store";
import { silentLogger } from "@trame/kit/log";
import { readAsHtml, writer } from "@trame/kit/testing/office";
import { readPdf } from "@trame/kit/testing/pdf";
import Fastify from "fastify";
import { strFromU8, unzipSync } from "fflate";
import { markdownOf } from "../src/exports/markdown.ts";
import { exportRoutes } from "../src/exports/routes.ts";
import { weighSome } from "../src/exports/weigh.ts";
import { recordRoutes } from "../src/records/routes.ts";
import { AT, claire, ian, openScenarios, referent, stranger } from "./examples.ts";

const ORIGIN = "https://trame.example";
const http = Fastify();
let asking: Actor = ANONYMOUS;
let service: Awaited<ReturnType<typeof openScenarios>>;
beforeAll(async () => {
  service = await openScenarios();
  const base = { db: service.db, clock: { now: () => AT }, origin: ORIGIN, logger: silentLogger };
  recordRoutes(http, base);
  exportRoutes(http, base, async () => asking);
});
afterAll(async () => {
  await http.close();
  await service.stop();
});

const get = (path: string, actor: Actor = ANONYMOUS) => {
  asking = actor;
  return http.inject(path);
};

const TRICKY = "Séance 1 : <script>alert(1)</script> & *relevés*\n- photographier\n- classer\n\nSéance 2 : carte.";
const WORDS = ["Relevés & cartes", "Séance 2 : carte.", "Claire Le Goff", "académie de Rennes", "CC BY-SA 4.0"];

const publishes = async (title: string) => {
  const { id: scenarioId, slug } = await service.publishes(claire, title, { course: TRICKY, durationMinutes: 150 });
  const credit = (
    await service.query(undefined, "query ($id: ID!) { scenario(id: $id) { credit } }", { id: scenarioId })
  ).scenario.credit;
  return { scenarioId, slug, credit };
};

test("R06: a published scenario is downloaded as Markdown, with its credit, and nothing in it is taken for HTML", async () => {
  const { slug, credit } = await publishes("Relevés & cartes");
  const { body, headers } = await get(`/scenarios/${slug}.md`);
  expect(headers).toMatchObject({
    "content-type": "text/markdown; charset=utf-8; variant=CommonMark",
    "content-disposition": expect.stringContaining(`attachment; filename="${slug}.md"`),
    link: `<${ORIGIN}/scenarios/${slug}>; rel="canonical"`,
  });
  for (const words of ["# Relevés & cartes", "## Déroulé", "Séance 2 : carte.", "- **Durée** : 2 h 30 min"]) {
    expect(body).toContain(words);
  }
  expect(body).toContain("Séance 1 : \\<script\\>alert(1)\\</script\\> & \\*relevés\\*\\\n- photographier");
  expect(body).toContain(credit.replaceAll("_", "\\_"));
  expect((await get(`/scenarios/${slug}.xml`)).body).toContain("lom:lom");
});

test("Markdown keeps what was typed: no heading, link or entity of an author's making", () => {
  const sheet = {
    title: "T",
    subtitle: "s",
    at: AT,
    parts: [{ paragraph: "# pas un titre\n[lien](x) &lt; 1. et `code`" }],
  };
  expect(markdownOf(sheet)).toContain("\\# pas un titre\\\n\\[lien\\](x) \\&lt; 1. et \\`code\\`");
});

test("R06: the PDF is tagged, its pages are numbered, its words are found", async () => {
  const { slug, credit } = await publishes("Relevés & cartes");
  const { text, title, language, roles } = readPdf((await get(`/scenarios/${slug}.pdf`)).rawPayload);
  expect([title, language]).toEqual(["Relevés & cartes", "fr-FR"]);
  expect(roles).toEqual(expect.arrayContaining(["H1", "H2", "P"]));
  const flat = text.replace(/\s+/g, " ");
  for (const words of [...WORDS, credit.split(",")[0] ?? "", "1 / "]) expect(flat).toContain(words);
});

test("the ZIP holds the Markdown, the ODT, the record and the files", async () => {
  const { id: scenarioId, slug } = await service.publishes(claire, "Avec fichiers");
  const bytes = Buffer.from("espèce;nombre\nmerle;3\n");
  const files = [1, 2].map(() =>
    storeFile(service.db, { name: "relevés.txt", type: "text/plain", bytes, byId: "claire", at: AT }),
  );
  for (const file of await Promise.all(files)) {
    const input = { scenarioId, title: "Relevés", basis: "OWN_WORK", fileId: file.id };
    await service.must(claire, "declareResource", input);
  }
  const { rawPayload, headers } = await get(`/scenarios/${slug}.zip`);
  expect(headers["content-type"]).toBe("application/zip");
  const held = unzipSync(rawPayload);
  expect(Object.keys(held)).toEqual([
    ...["scenario.md", "scenario.odt", "scolomfr.xml"],
    ...["ressources/01 relevés.txt", "ressources/02 relevés.txt"],
  ]);
  expect(Buffer.from(held["ressources/02 relevés.txt"] ?? []).equals(bytes)).toBe(true);
  const odt = unzipSync(held["scenario.odt"] ?? new Uint8Array());
  expect(Object.keys(odt)[0]).toBe("mimetype");
  expect(strFromU8(odt.mimetype ?? new Uint8Array())).toBe("application/vnd.oasis.opendocument.text");
});

test("R06: drafts are their group's, withdrawn scenarios are gone, unknown ones are not found", async () => {
  const draft = await service.writes(claire, "Encore un brouillon");
  const mine = await get(`/scenarios/${draft.slug}.md`, claire);
  expect([mine.statusCode, mine.headers["cache-control"]]).toEqual([200, "private, no-store"]);
  expect(mine.body).toContain("brouillon");
  expect((await get(`/scenarios/${draft.slug}.zip`, stranger)).statusCode).toBe(404);
  const { scenarioId, slug } = await publishes("Bientôt retiré");
  await service.must(referent, "withdrawScenario", { scenarioId, reason: "Une erreur." });
  for (const ending of ["pdf", "odt", "md", "zip"]) {
    expect((await get(`/scenarios/${slug}.${ending}`)).statusCode).toBe(410);
    expect((await get(`/scenarios/inconnu.${ending}`)).statusCode).toBe(404);
  }
});

test("a page tells what each download weighs, once it has been weighed", async () => {
  const { scenarioId, slug } = await publishes("À peser");
  const ask = async () =>
    (
      await service.query(undefined, "query ($s: String!) { scenario(slug: $s) { downloads { format url size } } }", {
        s: slug,
      })
    ).scenario.downloads;
  expect((await ask()).map(({ size }: { size: number | null }) => size)).toEqual([null, null, null, null]);
  await weighSome(service.db, ORIGIN, 1_000);
  for (const { url, size } of await ask()) {
    // An archive tells the time at which its parts were made, never another length.
    expect((await get(url)).rawPayload).toHaveLength(size);
  }
  await service.must(claire, "reviseScenario", { scenarioId, summary: "Plus court." });
  expect((await ask())[0].size).toBeNull();
});

if (!writer) console.warn("LibreOffice : passé, soffice ou son traitement de texte manque (paquet libreoffice-writer)");

(writer ? test : test.skip)("R06: LibreOffice opens the ODT, and finds its words and headings", async () => {
  const { slug, credit } = await publishes("Relevés & cartes");
  const html = (await readAsHtml((await get(`/scenarios/${slug}.odt`)).rawPayload, "odt")).replace(/\s+/g, " ");
  const text = html
    .replace(/<[^>]+>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&nbsp;", " ")
    .replaceAll("&amp;", "&");
  for (const words of [...WORDS, "<script>alert(1)</script>", credit]) expect(text).toContain(words);
  expect(html).toMatch(/<h2[^>]*>[^D]*Déroulé/);
});

test("the academy's IAN downloads the draft that he or she reviews", async () => {
  const { slug } = await service.writes(claire, "À relire");
  expect((await get(`/scenarios/${slug}.odt`, ian)).statusCode).toBe(200);
});
