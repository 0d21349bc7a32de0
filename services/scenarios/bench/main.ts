import { ensureKitTables } from "@trame/kit/kit-tables";
import { silentLogger } from "@trame/kit/log";
import { migrate } from "@trame/kit/migrate";
import { startCluster } from "@trame/kit/testing/pg";
import { testService } from "@trame/kit/testing/service";
import Fastify from "fastify";
import { oaiRoutes } from "../src/oai/routes.ts";
import { serviceWith } from "../src/service.ts";
import { load, SCENARIOS } from "./load.ts";
import { PAGE, SEARCH, SEARCHES } from "./queries.ts";

interface Measured {
  name: string;
  value: number;
  unit?: string;
  note?: string;
  statements?: number;
}

const RUNS = 3;
const figures: Measured[] = [];
const p95 = (times: number[]) => times.sort((a, b) => a - b)[Math.ceil(times.length * 0.95) - 1] ?? 0;
const ofAll = `${SCENARIOS.toLocaleString("fr-FR")} scénarios publiés`;

async function timed(act: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await act();
  return performance.now() - began;
}

const cluster = await startCluster();
try {
  await cluster.query("create database template_app");
  await cluster.query("create extension pg_stat_statements", "template_app");
  await migrate(cluster.url("template_app"), "prisma");
  await ensureKitTables(cluster.url("template_app"));
  process.env.TEST_PG_URL = cluster.url("postgres");
  const tested = await testService(serviceWith({ visit: async (url) => ({ kind: "PAGE", finalUrl: url }) }));
  await load(tested.db);
  await searches();
  await pages();
  await harvest();
  await tested.stop();
  console.log(JSON.stringify(figures));

  async function searches() {
    const ask = (variables: object) => tested.query(undefined, SEARCH, { search: "", ...variables });
    const slowest = { ms: 0, what: "" };
    const times: number[] = [];
    for (let run = 0; run <= RUNS; run++) {
      for (const variables of SEARCHES) {
        const ms = await timed(() => ask(variables));
        if (run === 0) continue;
        times.push(ms);
        if (ms > slowest.ms) Object.assign(slowest, { ms, what: JSON.stringify(variables) });
      }
    }
    const statements = await tested.countingStatements(() => ask(SEARCHES[1] ?? {}));
    const note = `${SEARCHES.length} recherches ; la plus lente, ${Math.round(slowest.ms)} ms : ${slowest.what}`;
    figures.push({ name: `recherche avec facettes, ${ofAll}, p95`, value: p95(times), statements, note });
  }

  async function pages() {
    const times: number[] = [];
    for (let n = 1; n <= 100; n++) {
      const slug = `scenario-${1 + ((n * 1_999) % SCENARIOS)}`;
      times.push(await timed(() => tested.query(undefined, PAGE, { slug })));
    }
    const statements = await tested.countingStatements(() => tested.query(undefined, PAGE, { slug: "scenario-1" }));
    figures.push({ name: `page d'un scénario, ${ofAll}, p95`, value: p95(times), statements });
  }

  async function harvest() {
    const http = Fastify();
    const base = {
      db: tested.db,
      clock: { now: () => new Date() },
      origin: "https://trame.example",
      logger: silentLogger,
    };
    oaiRoutes(http, base);
    let told = 0;
    const highest = { first: 0, second: 0 };
    let asked = "verb=ListRecords&metadataPrefix=lom";
    const began = performance.now();
    const before = process.memoryUsage().rss;
    for (;;) {
      const { body } = await http.inject(`/oai?${asked}`);
      told += body.split("<record>").length - 1;
      const half = told < SCENARIOS / 2 ? "first" : "second";
      highest[half] = Math.max(highest[half], process.memoryUsage().rss);
      const token = /<resumptionToken[^>]*>([^<]+)</.exec(body)?.[1];
      if (!token) break;
      asked = `verb=ListRecords&resumptionToken=${token}`;
    }
    const seconds = (performance.now() - began) / 1_000;
    const grown = (most: number) => `+${Math.round((most - before) / 2 ** 20)} Mo`;
    const note = `${told} notices ; mémoire au plus : ${grown(highest.first)} dans la première moitié, ${grown(highest.second)} dans la seconde`;
    figures.push({ name: "moisson OAI-PMH entière (lom)", value: told / seconds, unit: "notices/s", note });
    await http.close();
  }
} finally {
  await cluster.stop();
}
