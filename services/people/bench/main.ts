import type { Actor } from "@trame/kit/actor";
import { ensureKitTables } from "@trame/kit/kit-tables";
import { migrate } from "@trame/kit/migrate";
import { startCluster } from "@trame/kit/testing/pg";
import { person, testService } from "@trame/kit/testing/service";
import { service } from "../src/service.ts";
import { ACADEMIES, type Loaded, load, ONCE, uuid } from "./load.ts";

const office = person(uuid(9, 1), { role: "PROGRAMME" });

const MANDATES = "mandates { id role theme { id } }";
const LIST = `query($filter: PersonFilter, $search: String, $after: String) {
  persons(filter: $filter, search: $search, first: 50, after: $after) { totalCount pageInfo { endCursor }
    nodes { id displayName position email academy { code name } ${MANDATES} } } }`;
const PERSON = `query($id: ID!) { person(id: $id) { displayName erased hasAccount academy { code }
  mandates(all: true) { id role startsOn endsOn theme { id } academy { code } } } }`;
const CHECKS = `query($all: [_Any!]!) { _entities(representations: $all) { ... on Project { group {
  id seats { role person { displayName } } compositionCheck { complete gaps { code } } } } } }`;
const NATIONAL = `query($all: [_Any!]!) { _entities(representations: $all) { ... on Theme { nationalGroup {
  id seats { role person { displayName } } compositionCheck { complete gaps { code } } } } } }`;
const APPOINT = `mutation($input: AppointInput!) { appoint(input: $input) { mandate { id } errors { code message } } }`;

/** Of the year in force: a theme's number is that of its year, modulo thirty. */
const running = (n: number, { themes }: Loaded) => 29 + 30 * (n % (themes / 30));
const academy = (n: number) => ACADEMIES[n % ACADEMIES.length] ?? "";

/** One query after another, each with other variables, as one person would send them. */
const asked: {
  name: string;
  query: string;
  actor?: (n: number, loaded: Loaded) => Actor;
  variables: (n: number, loaded: Loaded) => Record<string, unknown>;
}[] = [
  { name: "annuaire, première page", query: LIST, variables: () => ({}) },
  { name: "annuaire d'une académie", query: LIST, variables: (n) => ({ filter: { academyCode: academy(n) } }) },
  {
    name: "annuaire par rôle et académie",
    query: LIST,
    variables: (n) => ({ filter: { role: n % 2 ? "REFERENT" : "TEACHER", academyCode: academy(n) } }),
  },
  { name: "annuaire par rôle", query: LIST, variables: (n) => ({ filter: { role: n % 2 ? "PILOT" : "TEACHER" } }) },
  {
    name: "recherche d'un nom",
    query: LIST,
    variables: (n) => ({ search: ["kerti ranbre", "marine vilmor", "monker"][n % 3] }),
  },
  {
    name: "recherche d'un prénom",
    query: LIST,
    variables: (n) => ({ search: ["claire", "thomas", "julie"][n % 3] }),
  },
  {
    name: "page d'une personne",
    query: PERSON,
    variables: (n, { persons }) => ({ id: uuid(1, 1 + ((n * 997) % persons)) }),
  },
  {
    name: "composition de 50 équipes",
    query: CHECKS,
    variables: (n, { projects }) => ({
      all: Array.from({ length: 50 }, (_, k) => ({
        __typename: "Project",
        id: uuid(4, 1 + ((n * 50 + k) % projects)),
      })),
    }),
  },
  {
    name: "composition de 10 groupes nationaux",
    query: NATIONAL,
    variables: (n, { themes }) => ({
      all: Array.from({ length: 10 }, (_, k) => ({ __typename: "Theme", id: uuid(3, 1 + ((n * 10 + k) % themes)) })),
    }),
  },
  {
    name: "mandat donné, groupes recomposés",
    query: APPOINT,
    actor: (n, loaded) =>
      person(uuid(9, 3), { role: "REFERENT", themeId: uuid(3, running(n, loaded)), academyCode: academyAt(n, loaded) }),
    variables: (n, loaded) => ({
      input: {
        ...{ personId: uuid(1, 1 + ((n * 3571) % loaded.persons)), role: "TEACHER", implementsInClass: true },
        ...{ themeId: uuid(3, running(n, loaded)), academyCode: academyAt(n, loaded) },
        ...{ degree: "SECOND", track: "GENERAL", startsOn: "2020-05-01", endsOn: "2020-08-31" },
      },
    }),
  },
];

/** The academy of a team of that theme. */
const academyAt = (n: number, loaded: Loaded) => academy((running(n, loaded) - 1) * 10 + 1 + (n % 10));

const RUNS = 60;

const cluster = await startCluster();
try {
  await cluster.query("create database template_app");
  await cluster.query("create extension pg_stat_statements", "template_app");
  await migrate(cluster.url("template_app"), "prisma");
  await ensureKitTables(cluster.url("template_app"));
  process.env.TEST_PG_URL = cluster.url("postgres");
  const figures = [];
  for (const persons of [ONCE, ONCE * 10]) {
    const tested = await testService(service);
    const loaded = await load(tested.db, persons);
    for (const { name, query, actor = () => office, variables } of asked) {
      const times: number[] = [];
      const once = async (n: number) => {
        const data = await tested.query(actor(n, loaded), query, variables(n, loaded));
        if (data.appoint?.errors.length > 0) throw new Error(JSON.stringify(data.appoint.errors));
      };
      const statements = await tested.countingStatements(() => once(0));
      for (let n = 1; n <= RUNS; n++) {
        const began = performance.now();
        await once(n);
        times.push(performance.now() - began);
      }
      const p95 = times.sort((a, b) => a - b)[Math.ceil(RUNS * 0.95) - 1] ?? 0;
      figures.push({ name: `${name}, ${persons} personnes, p95`, value: p95, statements });
    }
    await tested.stop();
  }
  console.log(JSON.stringify(figures));
} finally {
  await cluster.stop();
}
