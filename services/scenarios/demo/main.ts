import { readConfig } from "@trame/kit/config";
import { stableId } from "@trame/kit/id";
import { z } from "zod";
import { hostsOf } from "../src/config.ts";
import { type Db, openDatabase } from "../src/database.ts";
import type { ScenarioState } from "../src/domain/scenario.ts";
import { createVisitor } from "../src/open-address.ts";
import { shareSequence } from "../src/store/sequences.ts";
import { visitAddress } from "./addresses.ts";
import { calendarFrom, dayBetween } from "./calendar.ts";
import { type Cast, castOf, type Project } from "./cast.ts";
import { choose, hash } from "./choose.ts";
import { composer } from "./compose.ts";
import { live, type Plan } from "./life.ts";

const SIZES = {
  full: { PUBLISHED: 150, DRAFT: 40, IN_REVIEW: 25, REVIEWED: 20, WITHDRAWN: 15, sequences: 30 },
  small: { PUBLISHED: 25, DRAFT: 6, IN_REVIEW: 4, REVIEWED: 3, WITHDRAWN: 2, sequences: 6 },
} as const;
type Size = keyof typeof SIZES;

/** When the first draft is begun: what is published had the time for it, what is under way is recent. */
const BEGUN: Record<ScenarioState, [string, string]> = {
  PUBLISHED: ["2019-10-07", "2020-02-24"],
  WITHDRAWN: ["2019-10-07", "2020-01-20"],
  REVIEWED: ["2020-02-24", "2020-03-20"],
  IN_REVIEW: ["2020-02-24", "2020-03-27"],
  DRAFT: ["2020-01-13", "2020-04-30"],
};

const config = readConfig({
  DATABASE_URL: z.string().startsWith("postgres"),
  TRAME_SITES: z.url().default("http://localhost:4030"),
  TRAME_FETCH_ALLOW: z.string().default(""),
  TRAME_DEMO_SIZE: z.enum(["full", "small"]).default("full"),
});
const [stage] = process.argv.slice(2);
if (stage !== "scenarios") {
  console.error(`Étape inconnue : ${stage ?? "(aucune)"}. Connue : scenarios.`);
  process.exit(1);
}
const db = openDatabase(config.DATABASE_URL);
try {
  await load(db, config.TRAME_DEMO_SIZE);
} finally {
  await db.$disconnect();
}

async function load(database: Db, size: Size): Promise<void> {
  const cast = await castOf(database);
  const projects = await retained(database, cast);
  if (projects.length === 0) throw new Error("Aucun projet retenu de 2019-2020 : les étapes précédentes manquent.");
  await loadScenarios(database, cast, projects, size);
  await loadSequences(database, cast, projects, SIZES[size].sequences);
}

/** The teams of the campaign 2019-2020 that have somebody to write and somebody to propose. */
async function retained(database: Db, cast: Cast): Promise<Project[]> {
  const all = await database.project.findMany({
    where: { startsOn: { gte: "2019-08-01", lt: "2020-08-01" }, state: { not: "ABANDONED" } },
  });
  return all
    .filter((project) => cast.referent(project) && cast.teachers(project).length > 0)
    .sort((a, b) => hash(a.id) - hash(b.id) || (a.id < b.id ? -1 : 1));
}

async function loadScenarios(database: Db, cast: Cast, projects: Project[], size: Size) {
  const words = composer();
  const visit = createVisitor({ allow: hostsOf(config.TRAME_FETCH_ALLOW) });
  const states = statesOf(size);
  const known = new Set((await database.scenario.findMany({ select: { id: true } })).map(({ id }) => id));
  for (const [rank, state] of states.entries()) {
    const project = projects[rank % projects.length];
    if (!project) continue;
    const id = stableId("demo", "scenario", project.id, String(rank));
    const disciplines = project.disciplineCodes.slice(0, 2);
    const composed = words(disciplines, id);
    if (!known.has(id)) {
      const [from, to] = BEGUN[state];
      const firstDay = dayBetween(from, to, (hash(id, "day") % 1000) / 1000);
      const plan: Omit<Plan, "address"> = { id, rank, project, state, firstDay, words: composed };
      const address = await visitAddress(visit, cast, config.TRAME_SITES, plan);
      await database.$transaction((tx) => live(tx, cast, { ...plan, address }), { maxWait: 15_000, timeout: 60_000 });
    }
    if ((rank + 1) % 50 === 0) console.log(`${rank + 1} scénarios sur ${states.length}`);
  }
}

/** The states mixed over the projects: the first scenario of most projects is published (R10). */
function statesOf(size: Size): ScenarioState[] {
  const { sequences: _sequences, ...counts } = SIZES[size];
  const all = (Object.entries(counts) as [ScenarioState, number][]).flatMap(([state, count]) =>
    Array.from({ length: count }, (_, index) => ({ state, place: (index + 0.5) / count })),
  );
  const early = (state: ScenarioState) => (state === "PUBLISHED" ? 0 : 0.28);
  return all
    .map(({ state, place }) => ({ state, place: early(state) + place * (1 - early(state)) }))
    .sort((a, b) => a.place - b.place || (a.state < b.state ? -1 : 1))
    .map(({ state }) => state);
}

async function loadSequences(database: Db, cast: Cast, projects: Project[], count: number) {
  const words = composer();
  for (let rank = 0; rank < count; rank++) {
    const project = choose(projects, "sequence", rank);
    const id = stableId("demo", "sequence", project.id, String(rank));
    const { title, summary, course, objectives } = words(project.disciplineCodes.slice(0, 2), id);
    if (await database.sequence.findUnique({ where: { id } })) continue;
    const author = choose(cast.teachers(project), id);
    const at = calendarFrom(dayBetween("2019-10-14", "2020-05-11", (rank + 0.5) / count), id).later(0);
    const sequence = {
      id,
      projectId: project.id,
      title: `Séquence partagée. ${title}`,
      summary,
      text: `${objectives}\n\n${course}`,
    };
    await database.$transaction((tx) => shareSequence(tx, { by: cast.actor(author), at }, sequence));
  }
  console.log(`${count} séquences partagées`);
}
