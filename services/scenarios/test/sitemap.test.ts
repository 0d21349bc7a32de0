import { silentLogger } from "@trame/kit/log";
import Fastify from "fastify";
import { sitemapRoutes } from "../src/sitemap.ts";
import { claire, openScenarios, referent } from "./examples.ts";

test("the sitemap names every published scenario by its public address, and no other", async () => {
  const service = await openScenarios();
  const http = Fastify();
  sitemapRoutes(http, {
    db: service.db,
    clock: { now: () => new Date() },
    origin: "https://trame.example",
    logger: silentLogger,
  });
  const { slug } = await service.publishes(claire, "Forêts & métadonnées");
  const gone = await service.publishes(claire, "Bientôt retiré");
  await service.must(referent, "withdrawScenario", { scenarioId: gone.id, reason: "Droits d'une image" });
  await service.drafts(claire);

  const { headers, body } = await http.inject("/sitemap.xml");
  expect(headers["content-type"]).toBe("application/xml; charset=utf-8");
  expect([...body.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, address]) => address)).toEqual([
    `https://trame.example/scenarios/${slug}`,
  ]);
  expect(body).toContain("<lastmod>2020-03-10T09:00:00.000Z</lastmod>");
  await http.close();
  await service.stop();
});

test("more than one file takes is told by an index, and each scenario stands in one of its files", async () => {
  const service = await openScenarios();
  const http = Fastify();
  const base = {
    db: service.db,
    clock: { now: () => new Date() },
    origin: "https://trame.example",
    logger: silentLogger,
  };
  sitemapRoutes(http, base, 2);
  const slugs: string[] = [];
  for (const title of ["Un", "Deux", "Trois"]) slugs.push((await service.publishes(claire, title)).slug);
  const addresses = async (path: string) =>
    [...(await http.inject(path)).body.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, address]) => address);
  const files = await addresses("/sitemap.xml");
  expect(files).toEqual(["https://trame.example/sitemap/1.xml", "https://trame.example/sitemap/2.xml"]);
  const told = [...(await addresses("/sitemap/1.xml")), ...(await addresses("/sitemap/2.xml"))];
  expect(told.sort()).toEqual(slugs.map((slug) => `https://trame.example/scenarios/${slug}`).sort());
  expect((await http.inject("/sitemap/3.xml")).statusCode).toBe(404);
  expect((await http.inject("/sitemap/0.xml")).statusCode).toBe(404);
  await http.close();
  await service.stop();
});
