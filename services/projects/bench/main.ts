import { ensureKitTables } from "@trame/kit/kit-tables";
import { migrate } from "@trame/kit/migrate";
import { startCluster } from "@trame/kit/testing/pg";
import { person, testService } from "@trame/kit/testing/service";
import { serviceWith } from "../src/service.ts";
import { load, ONCE, uuid } from "./load.ts";

const office = person(uuid(9, 1), { role: "PROGRAMME" });
const dan = person(uuid(9, 2), { role: "DAN", academyCode: "07" });
const reviewer = person(uuid(5, 7));

const FIELDS = "nodes { id title state theme { title campaign { label } } academy { code } reviewSummary { mean } }";
const BOARD = `query($id: ID!) { campaign(id: $id) { board { retainedCount pendingCount standings { count }
  academies { candidates } disciplines { candidates } degrees { candidates } themes { theme { title } retained } warnings { code } } }
  applications(filter: { campaignId: $id }, orderBy: MEAN_DESC, first: 50) { totalCount ${FIELDS} } }`;
const LIST = `query { applications(first: 50) { totalCount ${FIELDS} } }`;
const SEARCH = `query($words: String) { applications(search: $words, first: 50) { totalCount ${FIELDS} } }`;
const QUEUE = `query($id: ID!) { myReviews(campaignId: $id, first: 50) { total done reviews { nodes { id application { title } } } } }`;

const WORDS = ["haies", "capteurs", "lecture", "cartes", "musique", "robots"];

/** One query after another, each with other variables, as one person would send them. */
const asked = [
  {
    name: "tableau de sélection",
    actor: office,
    query: BOARD,
    variables: (n: number) => ({ id: uuid(1, 1 + (n % 30)) }),
  },
  { name: "liste des candidatures", actor: office, query: LIST, variables: () => ({}) },
  { name: "liste d'une académie", actor: dan, query: LIST, variables: () => ({}) },
  { name: "recherche", actor: office, query: SEARCH, variables: (n: number) => ({ words: `${WORDS[n % 6]} ${n}` }) },
  {
    name: "file d'évaluation",
    actor: reviewer,
    query: QUEUE,
    variables: (n: number) => ({ id: uuid(1, 1 + (n % 30)) }),
  },
];

const RUNS = 60;

const cluster = await startCluster();
try {
  await cluster.query("create database template_app");
  await cluster.query("create extension pg_stat_statements", "template_app");
  await migrate(cluster.url("template_app"), "prisma");
  await ensureKitTables(cluster.url("template_app"));
  process.env.TEST_PG_URL = cluster.url("postgres");
  const figures = [];
  for (const applications of [ONCE, ONCE * 10]) {
    const tested = await testService(serviceWith());
    await load(tested.db, applications);
    for (const { name, actor, query, variables } of asked) {
      const times: number[] = [];
      const statements = await tested.countingStatements(() => tested.query(actor, query, variables(0)));
      for (let n = 1; n <= RUNS; n++) {
        const began = performance.now();
        await tested.query(actor, query, variables(n));
        times.push(performance.now() - began);
      }
      const p95 = times.sort((a, b) => a - b)[Math.ceil(RUNS * 0.95) - 1] ?? 0;
      figures.push({ name: `${name}, ${applications} candidatures, p95`, value: p95, statements });
    }
    await tested.stop();
  }
  console.log(JSON.stringify(figures));
} finally {
  await cluster.stop();
}
