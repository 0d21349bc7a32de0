import { silentLogger } from "@trame/kit/log";
import { NoticeIssuedSchema } from "@trame/proto-schemas/notices/v1/notice_pb";
import { ScenarioUpdatedSchema } from "@trame/proto-schemas/scenarios/v1/events_pb";
import Fastify, { type FastifyInstance } from "fastify";
import { letterOf } from "../src/mail/letter.ts";
import { viewOf } from "../src/mail/letters.ts";
import { routesWith } from "../src/routes.ts";
import { recordChannel } from "../src/store/channels.ts";
import { claire, communications, known, ORIGIN, sylvie, type Tested } from "./examples.ts";

/** One dot. */
const PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

let it: Tested;
let http: FastifyInstance;
let editionId: string;
beforeAll(async () => {
  it = await communications();
  await known(it);
  http = Fastify();
  routesWith()(http, { db: it.db, clock: { now: () => new Date() }, origin: ORIGIN, logger: silentLogger });
  await it.hearsScenario("s1");
  await it.hearsScenario("s2");
  editionId = (await it.draft("svt")).id;
});
afterAll(async () => {
  await http.close();
  await it.stop();
});

const command = async (name: string, input: object, actor = sylvie) => {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const query = `mutation($input: ${type}!) { ${name}(input: $input) { edition { html
    items { id publication { title } piece { kind title imageUrl alt on } } } errors { kind code field } } }`;
  return (await it.query(actor, query, { input: { editionId, ...input } }))[name];
};
const writes = (input: object, actor = sylvie) =>
  command("writeEditionPiece", { title: "", text: "", ...input }, actor);
const titles = (edition: { items: { publication: { title: string } | null; piece: { title: string } | null }[] }) =>
  edition.items.map(({ publication, piece }) => publication?.title ?? piece?.title);

test("R71: the editors add news, a date and an image among the publications, and arrange all of it", async () => {
  const news = await writes({
    kind: "NEWS",
    title: "Salon",
    text: "Venez.\n\nNombreux.",
    url: "https://example.org/salon",
  });
  expect(titles(news.edition)).toEqual(["Scénario s1", "Scénario s2", "Salon"]);
  await writes({ kind: "AGENDA", title: "Journée", on: "2020-06-12" });
  const { edition } = await writes({ kind: "IMAGE", title: "Légende", image: PNG, alt: "Une <carte>." });
  const [s1, s2, salon, day, image] = edition.items;
  expect(image.piece).toMatchObject({
    kind: "IMAGE",
    alt: "Une <carte>.",
    imageUrl: expect.stringContaining("/lettres/images/"),
  });
  const arranged = await it.arranges(sylvie, { editionId, itemIds: [salon.id, s1.id, image.id, s2.id, day.id] });
  expect(arranged.errors).toEqual([]);
  const again = await writes({ itemId: salon.id, kind: "NEWS", title: "Salon reporté", text: "En juin." });
  expect(titles(again.edition)[0]).toBe("Salon reporté");
  const served = await http.inject(new URL(image.piece.imageUrl).pathname);
  expect([served.headers["content-type"], served.rawPayload.length]).toEqual([
    "image/png",
    Buffer.from(PNG, "base64").length,
  ]);
});

test("an image needs its alternative text and is an image; a date needs its day; nobody but editors adds", async () => {
  const codes = async (input: object) =>
    (await writes(input)).errors.map(({ code, field }: { code: string; field: string }) => `${code} ${field}`);
  expect(await codes({ kind: "IMAGE" })).toEqual(["NO_IMAGE image", "REQUIRED alt"]);
  expect(await codes({ kind: "IMAGE", image: Buffer.from("<svg onload=x>").toString("base64"), alt: "x" })).toEqual([
    "NOT_AN_IMAGE image",
  ]);
  expect(await codes({ kind: "AGENDA", title: "x" })).toEqual(["NO_DAY on"]);
  expect(await codes({ kind: "NEWS", url: "javascript:alert(1)" })).toEqual([
    "REQUIRED title",
    "REQUIRED text",
    "NOT_AN_ADDRESS url",
  ]);
  expect((await writes({ kind: "NEWS", title: "x", text: "x" }, claire)).errors).toMatchObject([{ kind: "FORBIDDEN" }]);
  const gone = await writes({ kind: "NEWS", title: "De trop", text: "x" });
  const { id } = gone.edition.items.find((one: { piece: { title: string } | null }) => one.piece?.title === "De trop");
  expect(titles((await command("removeEditionPiece", { itemId: id })).edition)).not.toContain("De trop");
});

test("R71: page, mail and the HTML to paste show the same, escaped, with absolute addresses", async () => {
  await it.edits(sylvie, { editionId, title: "Mai", editorial: "Bonjour." });
  await it.publishes(sylvie, { editionId });
  const { body } = await http.inject("/lettres/svt/1");
  for (const words of ["Salon reporté", "Agenda, 12 juin 2020", 'alt="Une &lt;carte&gt;."', "Scénario s2"])
    expect(body).toContain(words);
  const { html } = (await it.query(sylvie, `{ edition(id: "${editionId}") { html } }`)).edition;
  expect(html).toContain(`<h3><a href="${ORIGIN}/scenarios/s1">Scénario s1</a></h3>`);
  expect(html).toMatch(/<img src="http:\/\/localhost:4000\/lettres\/images\/[\w-]+" alt="Une &lt;carte&gt;\.">/);
  expect(html).not.toMatch(/class=|style=|(href|src)="\//);
  const view = await viewOf(it.db, ORIGIN, { id: editionId });
  const letter = view && letterOf(view);
  expect(letter?.html).toContain("Une &lt;carte&gt;.");
  expect(letter?.html.indexOf("Salon reporté")).toBeLessThan(letter?.html.indexOf("Scénario s1") ?? 0);
  expect(letter?.text).toContain("AGENDA, 12 JUIN 2020\nJournée");
});

test("a correction shows in the letter already online, whose feed is fetched anew", async () => {
  const before = (await http.inject("/feeds/lettres/svt.atom")).headers.etag;
  await it.hears(
    ScenarioUpdatedSchema,
    "s1",
    {
      scenario: {
        id: "s1",
        slug: "s1",
        title: "Scénario corrigé",
        state: "PUBLISHED",
        themeId: "theme-svt",
        academyCodes: ["14"],
        disciplineCodes: ["svt"],
      },
    },
    { at: new Date("2020-06-01T08:00:00Z") },
  );
  const { body } = await http.inject("/lettres/svt/1");
  expect(body).toContain("Scénario corrigé");
  expect(body).toContain("<dt>Corrigée</dt><dd>1 juin 2020</dd>");
  const feed = await http.inject({ url: "/feeds/lettres/svt.atom", headers: { "if-none-match": String(before) } });
  expect(feed.statusCode).toBe(200);
  expect(feed.body).toContain("2020-06-01T08:00:00.000Z");
});

test("R73: a withdrawal reaches every channel: who relayed it on an account is told to take it back", async () => {
  await recordChannel(it.db, {
    id: "c1",
    network: "Mastodon",
    handle: "@svt",
    kind: "DISCIPLINARY",
    disciplineCode: "svt",
    label: null,
  });
  const { publicationId } = await it.hearsScenario("s2", {}, { version: 5 });
  await it.relays(sylvie, { publicationId, channelId: "c1" });
  await it.hearsWithdrawal("s2");
  expect((await it.saidOf(NoticeIssuedSchema)).at(-1)?.notice).toMatchObject({
    ...{ kind: "RELAY_TO_WITHDRAW", title: "À retirer des comptes : Scénario s2", text: "Relayée par Mastodon @svt." },
    audiences: [{ role: "EDITOR" }],
  });
  expect((await http.inject("/lettres/svt/1")).body).toContain("Une publication de ce numéro a été retirée");
  expect((await it.query(sylvie, `{ edition(id: "${editionId}") { html } }`)).edition.html).not.toContain(
    "Scénario s2",
  );
});

test("an academy's site shows the last publications in a frame: any site may, and links leave the frame", async () => {
  const { statusCode, headers, body } = await http.inject("/feeds/academies/14.html");
  expect(statusCode).toBe(200);
  expect(headers["content-security-policy"]).toContain("frame-ancestors *");
  expect(body).toContain('target="_top">Scénario corrigé</a>');
  expect(body).not.toContain("<script");
  expect((await http.inject("/feeds/academies/99.html")).statusCode).toBe(404);
});
