import { silentLogger } from "@trame/kit/log";
import Fastify, { type FastifyInstance } from "fastify";
import { routesWith } from "../src/routes.ts";
import { communications, known, ORIGIN, RENNES, sylvie, type Tested } from "./examples.ts";

const HOSTILE = `<script>alert("x")</script> & ]]> ' "onmouseover="y" \u0007 « É »`;

let it: Tested;
let http: FastifyInstance;

beforeAll(async () => {
  it = await communications();
  await known(it);
  http = Fastify();
  routesWith()(http, { db: it.db, clock: { now: () => new Date() }, origin: ORIGIN, logger: silentLogger });
  await it.hearsTheme("theme-svt", { title: `Thème ${HOSTILE}` });
  await it.hearsScenario("s1", { title: HOSTILE, summary: HOSTILE, levels: [{ label: HOSTILE }], licence: HOSTILE });
  await it.hearsScenario("s2");
  const draft = await it.draft("svt");
  await it.edits(sylvie, { editionId: draft.id, title: HOSTILE, editorial: `${HOSTILE}\n\nSecond paragraphe.` });
  await it.publishes(sylvie, { editionId: draft.id });
});
afterAll(async () => {
  await http.close();
  await it.stop();
});

test("R71: an edition is a complete page in French, without any script or inline style", async () => {
  const page = await http.inject("/lettres/svt/1");
  expect(page.statusCode).toBe(200);
  expect(page.headers["content-type"]).toBe("text/html; charset=utf-8");
  expect(page.headers["content-security-policy"]).toContain("default-src 'none'; style-src 'self'");
  expect(page.body).toMatch(/^<!doctype html>\n<html lang="fr">/);
  expect(page.body.match(/<h1>/g)).toHaveLength(1);
  expect(page.body).toContain('<main id="contenu">');
  // Without one, a browser asks for an icon that does not exist.
  expect(page.body).toContain('<link rel="icon" href="/favicon.svg" type="image/svg+xml">');
  expect(page.body).toContain('<a href="http://localhost:4000/scenarios/s2">Scénario s2</a>');
  expect(page.body).not.toMatch(/<style|style=|<script/);
  const sheet = await http.inject("/lettres/lettre.css");
  expect(sheet.headers["content-type"]).toBe("text/css; charset=utf-8");
  expect(sheet.body).toContain("prefers-color-scheme: dark");
  expect(sheet.body).toContain("@media print");
});

test("what persons typed is escaped in the page", async () => {
  const { body } = await http.inject("/lettres/svt/1");
  expect(body).toContain("&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; ]]&gt; &#39;");
  expect(body).not.toContain("<script");
  expect(body).not.toContain('"onmouseover="');
});

test.each(["publications", "themes/theme-svt", `academies/${RENNES}`, "disciplines/svt", "lettres/svt"])(
  "R71: the feed %s is well formed in Atom and JSON, with absolute addresses, whatever persons typed",
  async (path) => {
    const atom = await http.inject(`/feeds/${path}.atom`);
    expect(atom.headers["content-type"]).toBe("application/atom+xml; charset=utf-8");
    expectWellFormed(atom.body);
    expect(atom.body).toContain(`href="${ORIGIN}/feeds/${path}.atom"`);
    expect(atom.body).not.toMatch(/href="\//);
    const json = await http.inject(`/feeds/${path}.json`);
    expect(json.headers["content-type"]).toBe("application/feed+json; charset=utf-8");
    const feed = json.json();
    expect(feed.feed_url).toBe(`${ORIGIN}/feeds/${path}.json`);
    expect(feed.items.length).toBeGreaterThan(0);
    for (const item of feed.items) {
      expect(item.url).toMatch(/^http:\/\/localhost:4000\/(scenarios|lettres)\//);
      expect(item.content_html).not.toContain("<script");
    }
  },
);

test("who has the feed, page or sheet already gets 304", async () => {
  for (const url of ["/feeds/publications.atom", "/feeds/publications.json", "/lettres/svt/1", "/lettres/lettre.css"]) {
    const { headers } = await http.inject(url);
    const again = await http.inject({ url, headers: { "if-none-match": `W/"x", ${headers.etag}` } });
    expect([again.statusCode, again.body]).toEqual([304, ""]);
    expect((await http.inject({ url, headers: { "if-none-match": '"other"' } })).statusCode).toBe(200);
  }
});

test("a draft, an unknown series and an unknown feed are not found", async () => {
  await it.hearsScenario("s3");
  for (const url of ["/lettres/svt/2", "/lettres/rien/1", "/lettres/svt/x", "/lettres/svt/01"]) {
    const page = await http.inject(url);
    expect(page.statusCode).toBe(404);
    expect(page.body).toContain('lang="fr"');
  }
  expect((await http.inject("/feeds/themes/rien.atom")).statusCode).toBe(404);
});

test("R71: a withdrawn publication leaves the feeds, and the page says that one was withdrawn", async () => {
  await it.hearsWithdrawal("s2");
  expect((await http.inject("/feeds/publications.json")).body).not.toContain("Scénario s2");
  const { body } = await http.inject("/lettres/svt/1");
  expect(body).not.toContain("Scénario s2");
  expect(body).toContain("Une publication de ce numéro a été retirée le 18 mai 2020.");
});

/** Tags are balanced, and no bare ampersand or forbidden character is left outside CDATA. */
function expectWellFormed(xml: string): void {
  expect(xml).not.toMatch(/(?![\t\n\r])\p{Cc}/u);
  const text = xml.replace(/<!\[CDATA\[[\s\S]*?\]\]>/g, "").replace(/^<\?xml.*\?>/, "");
  expect(text).not.toMatch(/&(?!(amp|lt|gt|quot|apos|#\d+);)/);
  expect(text).not.toContain("]]>");
  const open: string[] = [];
  for (const [, close, name, attributes, empty] of text.matchAll(/<(\/?)([\w:]+)((?:\s+[\w:]+="[^"<]*")*)\s*(\/?)>/g)) {
    if (close) expect(open.pop()).toBe(name);
    else if (!empty) open.push(name ?? "");
    expect(attributes).not.toContain("<");
  }
  expect(open).toEqual([]);
  expect(text.replace(/<(\/?)([\w:]+)((?:\s+[\w:]+="[^"<]*")*)\s*(\/?)>/g, "")).not.toContain("<");
}
