import { execFileSync } from "node:child_process";
import { silentLogger } from "@trame/kit/log";
import Fastify, { type FastifyInstance } from "fastify";
import { routesWith } from "../src/routes.ts";
import { communications, known, ORIGIN, RENNES, sylvie, type Tested } from "./examples.ts";

/** A reader of feeds that is not ours, in a process of its own: it is an ES module, Jest is not. */
const READ = `
import { parseFeed } from "feedsmith";
const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const all = JSON.parse(Buffer.concat(chunks).toString());
console.log(JSON.stringify(all.map(({ name, body }) => { const { format, feed } = parseFeed(body);
  const items = feed.items ?? feed.entries;
  return { name, format, title: feed.title?.value ?? feed.title,
    items: items.map((item) => ({ title: item.title?.value ?? item.title, link: item.url ?? item.link ?? item.links?.[0]?.href, id: item.guid?.value ?? item.id })) }; })));`;

let it: Tested;
let http: FastifyInstance;
beforeAll(async () => {
  it = await communications();
  await known(it);
  http = Fastify();
  routesWith()(http, { db: it.db, clock: { now: () => new Date() }, origin: ORIGIN, logger: silentLogger });
  await it.hearsScenario("s1", { title: "Ombres & <lumières> ]]> « É »" });
  const { id } = await it.draft("svt");
  await it.edits(sylvie, { editionId: id, title: "Ombres & <lumières>" });
  await it.publishes(sylvie, { editionId: id });
});
afterAll(async () => {
  await http.close();
  await it.stop();
});

const PATHS = ["publications", "themes/theme-svt", `academies/${RENNES}`, "disciplines/svt", "lettres/svt"];
const FORMATS = { atom: "application/atom+xml", rss: "application/rss+xml", json: "application/feed+json" };

test("R71: each feed, of everything, of a theme, an academy, a discipline and a series, is read by a reader that is not ours", async () => {
  const all: { name: string; body: string }[] = [];
  for (const path of PATHS) {
    for (const [format, type] of Object.entries(FORMATS)) {
      const { body, headers } = await http.inject(`/feeds/${path}.${format}`);
      expect(headers["content-type"]).toBe(`${type}; charset=utf-8`);
      const again = await http.inject({
        url: `/feeds/${path}.${format}`,
        headers: { "if-none-match": String(headers.etag) },
      });
      expect(again.statusCode).toBe(304);
      all.push({ name: `${path}.${format}`, body });
    }
  }
  const read = JSON.parse(
    execFileSync(process.execPath, ["--input-type=module", "--eval", READ], {
      input: JSON.stringify(all),
      cwd: __dirname,
      encoding: "utf8",
    }),
  );
  expect(read).toHaveLength(15);
  for (const { name, format, title, items } of read) {
    expect([name, format]).toEqual([name, name.split(".").at(-1)]);
    expect(title).not.toBe("");
    expect(items).toHaveLength(1);
    expect(items[0].id).toMatch(/^urn:uuid:[0-9a-f-]{36}$/);
    expect(items[0].title).toMatch(/Ombres (&|&amp;) (<|&lt;)lumières/);
    expect(items[0].link).toMatch(/^http:\/\/localhost:4000\/(scenarios|lettres)\//);
  }
});
