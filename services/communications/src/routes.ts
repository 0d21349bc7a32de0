import { createHash } from "node:crypto";
import type { ServiceBase } from "@trame/kit/service";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { strToU8, zipSync } from "fflate";
import { type BounceSetting, takingBounces } from "./bounces.ts";
import type { Db } from "./database.ts";
import { cartridgeFiles } from "./domain/cartridge.ts";
import { type FeedOf, toAtom, toJsonFeed, toRss } from "./feeds/feed.ts";
import { everything, type FeedSource, ofAcademy, ofDiscipline, ofSeries, ofTheme } from "./feeds/sources.ts";
import { viewOf } from "./mail/letters.ts";
import { editionPage, notFoundPage } from "./pages/edition.ts";
import { embedPage } from "./pages/embed.ts";
import { STYLE } from "./pages/style.ts";
import { reading } from "./reading.ts";
import { readCartridge } from "./store/cartridges.ts";
import { readImage } from "./store/letter-images.ts";
import { readLog } from "./store/publication-log.ts";
import { subscribing } from "./subscribing.ts";
import { unsubscribing } from "./unsubscribe.ts";

/** The public addresses of this service: letters, feeds, and the log of publications for programs. */
export const routesWith =
  (bounces: BounceSetting | null = null) =>
  (http: FastifyInstance, base: ServiceBase<Db>): void => {
    const { db, origin } = base;
    unsubscribing(http, base);
    subscribing(http, base);
    reading(http, base);
    takingBounces(http, base, bounces);
    http.get("/lettres/lettre.css", (request, reply) => send(request, reply, "text/css; charset=utf-8", STYLE));
    http.get<{ Params: { slug: string; number: string } }>("/lettres/:slug/:number", async (request, reply) => {
      const view = await publishedView(db, origin, request.params);
      reply.header("content-security-policy", PAGE_POLICY).header("referrer-policy", "strict-origin-when-cross-origin");
      if (!view) return reply.code(404).type(HTML).send(notFoundPage());
      return send(request, reply, HTML, editionPage(view));
    });
    http.get<{ Params: { id: string } }>("/modules/:id/cartouche.imscc", async ({ params: { id } }, reply) => {
      const cartridge = await readCartridge(db, origin, id);
      if (!cartridge) return reply.code(404).type("text/plain; charset=utf-8").send("Ce module n'existe pas.\n");
      const files = Object.entries(cartridgeFiles(cartridge)).map(([path, text]) => [path, strToU8(text)] as const);
      return reply
        .type("application/zip")
        .header("content-disposition", `attachment; filename="module-${id.slice(0, 8)}.imscc"`)
        .send(Buffer.from(zipSync(Object.fromEntries(files))));
    });
    http.get<{ Params: { id: string } }>("/lettres/images/:id", async ({ params: { id } }, reply) => {
      const image = await readImage(db, id);
      if (!image) return reply.code(404).send();
      return reply
        .type(image.type)
        .header("cache-control", "public, max-age=31536000, immutable")
        .header("x-content-type-options", "nosniff")
        .header("content-security-policy", "default-src 'none'")
        .send(Buffer.from(image.bytes));
    });
    serveFeed(http, "/feeds/publications", everything, db, origin);
    serveFeed(http, "/feeds/themes/:key", ofTheme, db, origin);
    serveFeed(http, "/feeds/academies/:key", ofAcademy, db, origin);
    serveFeed(http, "/feeds/disciplines/:key", ofDiscipline, db, origin);
    serveFeed(http, "/feeds/lettres/:key", ofSeries, db, origin);
    http.get<{ Querystring: { after?: string; limit?: string } }>("/publications", (request, reply) =>
      sendLog(db, request, reply),
    );
  };

const HTML = "text/html; charset=utf-8";

/** No script at all, no style but the letter's own sheet, no frame around the page. */
const PAGE_POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Made to stand in a frame of an academy's site. */
const EMBED_POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *";

const FORMATS: Record<string, { type: string; write: (feed: FeedOf) => string }> = {
  atom: { type: "application/atom+xml; charset=utf-8", write: toAtom },
  rss: { type: "application/rss+xml; charset=utf-8", write: toRss },
  json: { type: "application/feed+json; charset=utf-8", write: toJsonFeed },
};

/** The address ends in the format: find-my-way would take the dot for a part of the key. */
function serveFeed(http: FastifyInstance, path: string, source: FeedSource, db: Db, origin: string): void {
  http.get<{ Params: { key?: string } }>(`${path}.html`, async (request, reply) => {
    const feed = await source(db, origin, request.params.key ?? "");
    reply.header("content-security-policy", EMBED_POLICY);
    if (!feed) return reply.code(404).type(HTML).send(notFoundPage());
    return send(request, reply, HTML, embedPage(feed));
  });
  for (const [ending, { type, write }] of Object.entries(FORMATS)) {
    http.get<{ Params: { key?: string } }>(`${path}.${ending}`, async (request, reply) => {
      const feed = await source(db, origin, request.params.key ?? "");
      if (!feed) return reply.code(404).type("text/plain; charset=utf-8").send("Ce flux n'existe pas.\n");
      return send(request, reply, type, write(feed));
    });
  }
}

/** With an entity tag of the content: who has it already gets 304. */
function send(request: FastifyRequest, reply: FastifyReply, type: string, body: string): FastifyReply {
  const tag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`;
  reply.header("etag", tag).header("cache-control", "public, max-age=60").header("x-content-type-options", "nosniff");
  const known = request.headers["if-none-match"]?.split(",").map((part) => part.trim().replace(/^W\//, "")) ?? [];
  if (known.includes(tag) || known.includes("*")) return reply.code(304).send();
  return reply.type(type).send(body);
}

async function publishedView(db: Db, origin: string, { slug, number }: { slug: string; number: string }) {
  if (!/^[1-9]\d{0,5}$/.test(number)) return null;
  const series = await db.newsletter.findUnique({ where: { slug } });
  return series && viewOf(db, origin, { newsletterId: series.id, number: Number(number), state: "PUBLISHED" });
}

const MAX_LIMIT = 500;

async function sendLog(
  db: Db,
  { query }: { query: { after?: string; limit?: string } },
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { after = "0", limit = "100" } = query;
  if (!/^\d{1,18}$/.test(after) || !/^[1-9]\d{0,3}$/.test(limit)) {
    const message = "« after » est le curseur reçu, « limit » un nombre de 1 à 500.";
    return reply.code(400).send({ code: "BAD_CURSOR", message });
  }
  const page = await readLog(db, BigInt(after), Math.min(Number(limit), MAX_LIMIT));
  return reply.header("cache-control", "no-store").send(page);
}
