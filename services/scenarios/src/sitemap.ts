import { Readable } from "node:stream";
import type { ServiceBase } from "@trame/kit/service";
import type { FastifyInstance, FastifyReply } from "fastify";
import { SitemapIndexStream, SitemapStream } from "sitemap";
import type { Db } from "./database.ts";
import type { PublishedVersion } from "./domain/scenario.ts";

/** The protocol of sitemaps takes no more in one file. */
const MOST = 50_000;
const PAGE = 500;

const plain = { news: false, video: false, xhtml: false, image: false };

/**
 * `/sitemap.xml`: the published scenarios, each with the day of its last version. More than one file can take, and it is
 * the index of `/sitemap/1.xml` and the following ones.
 */
export function sitemapRoutes(http: FastifyInstance, { db, origin }: ServiceBase<Db>, most = MOST): void {
  const send = (reply: FastifyReply, xml: Readable) =>
    reply
      .type("application/xml; charset=utf-8")
      .header("cache-control", "public, max-age=3600")
      .header("x-content-type-options", "nosniff")
      .send(xml);
  const file = (from: number) =>
    Readable.from(published(db, from, most)).pipe(new SitemapStream({ hostname: origin, xmlns: plain }));
  const countFiles = async () => Math.max(1, Math.ceil((await db.scenarioSearch.count()) / most));

  http.get("/sitemap.xml", async (_request, reply) => {
    const files = await countFiles();
    if (files === 1) return send(reply, file(0));
    const index = Array.from({ length: files }, (_, rank) => ({ url: `${origin}/sitemap/${rank + 1}.xml` }));
    return send(reply, Readable.from(index).pipe(new SitemapIndexStream()));
  });

  http.get<{ Params: { rank: string } }>("/sitemap/:rank(^\\d{1,4}).xml", async ({ params: { rank } }, reply) => {
    const known = Number(rank) >= 1 && Number(rank) <= (await countFiles());
    return known ? send(reply, file((Number(rank) - 1) * most)) : reply.callNotFound();
  });
}

/** By identifier, which goes by age: a scenario that is published later moves few others to the next file. */
async function* published(db: Db, from: number, most: number) {
  let after = "";
  for (let told = 0; told < most; told += PAGE) {
    const found = await db.scenarioSearch.findMany({
      where: { scenarioId: { gt: after } },
      orderBy: { scenarioId: "asc" },
      select: { scenarioId: true },
      skip: told === 0 ? from : 0,
      take: Math.min(PAGE, most - told),
    });
    const rows = await db.scenario.findMany({
      where: { id: { in: found.map(({ scenarioId }) => scenarioId) } },
      orderBy: { id: "asc" },
      select: { slug: true, versions: true, listedAt: true },
    });
    for (const { slug, versions, listedAt } of rows) {
      const last = (versions as unknown as PublishedVersion[]).at(-1);
      yield { url: `/scenarios/${slug}`, lastmod: new Date(last?.publishedAt ?? listedAt).toISOString() };
    }
    after = found.at(-1)?.scenarioId ?? "";
    if (found.length < PAGE) return;
  }
}
