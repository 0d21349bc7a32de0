import { Readable } from "node:stream";
import type { ServiceBase } from "@trame/kit/service";
import type { FastifyInstance } from "fastify";
import { SitemapStream } from "sitemap";
import type { Db } from "./database.ts";
import type { PublishedVersion } from "./domain/scenario.ts";

/** The protocol of sitemaps takes no more in one file. */
const MOST = 50_000;
const PAGE = 500;

const plain = { news: false, video: false, xhtml: false, image: false };

/** `/sitemap.xml`: the published scenarios, newest first, each with the day of its last version. */
export function sitemapRoutes(http: FastifyInstance, { db, origin }: ServiceBase<Db>): void {
  http.get("/sitemap.xml", (_request, reply) => {
    const xml = Readable.from(published(db)).pipe(new SitemapStream({ hostname: origin, xmlns: plain }));
    return reply
      .type("application/xml; charset=utf-8")
      .header("cache-control", "public, max-age=3600")
      .header("x-content-type-options", "nosniff")
      .send(xml);
  });
}

async function* published(db: Db) {
  let before: { listedAt: Date; id: string } | undefined;
  for (let told = 0; told < MOST; told += PAGE) {
    const rows = await db.scenario.findMany({
      where: { state: "PUBLISHED", ...(before && olderThan(before)) },
      orderBy: [{ listedAt: "desc" }, { id: "desc" }],
      select: { id: true, slug: true, versions: true, listedAt: true },
      take: PAGE,
    });
    for (const { slug, versions, listedAt } of rows) {
      const last = (versions as unknown as PublishedVersion[]).at(-1);
      yield { url: `/scenarios/${slug}`, lastmod: new Date(last?.publishedAt ?? listedAt).toISOString() };
    }
    before = rows.at(-1);
    if (rows.length < PAGE) return;
  }
}

const olderThan = ({ listedAt, id }: { listedAt: Date; id: string }) => ({
  OR: [{ listedAt: { lt: listedAt } }, { listedAt, id: { lt: id } }],
});
