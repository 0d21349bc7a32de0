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
