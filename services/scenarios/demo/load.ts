import { pick, roll } from "@trame/kit/demo";
import { stableId } from "@trame/kit/id";
import type { Db } from "../src/database.ts";
import type { ScenarioState } from "../src/domain/scenario.ts";
import type { VisitPort } from "../src/open-address.ts";
import { shareSequence } from "../src/store/sequences.ts";
import { visitAddress } from "./addresses.ts";
import { calendarFrom, dayBetween } from "./calendar.ts";
import { type Cast, castOf, type Project } from "./cast.ts";
import { composer } from "./compose.ts";
import { live, type Plan } from "./life.ts";

const SIZES = {
  full: { PUBLISHED: 150, DRAFT: 40, IN_REVIEW: 25, REVIEWED: 20, WITHDRAWN: 15, sequences: 30 },
  small: { PUBLISHED: 25, DRAFT: 6, IN_REVIEW: 4, REVIEWED: 3, WITHDRAWN: 2, sequences: 6 },
} as const;
export type Size = keyof typeof SIZES;

/** When the first draft is begun: what is published had the time for it, what is under way is recent. */
const BEGUN: Record<ScenarioState, [string, string]> = {
  PUBLISHED: ["2019-10-07", "2020-03-12"],
  WITHDRAWN: ["2019-10-07", "2020-01-20"],
  REVIEWED: ["2020-02-24", "2020-03-20"],
  IN_REVIEW: ["2020-02-24", "2020-03-27"],
  DRAFT: ["2020-01-13", "2020-04-30"],
};

/** What the loader needs from outside. */
export interface Loading {
  db: Db;
  size: Size;
  visit: VisitPort;
  /** Base of the stand-in for the academies' sites. */
  standIn: string;
  say(line: string): void;
}

/** Writes the campaign's scenarios and shared sequences by the commands of the graph; what is there is left alone. */
export async function load(loading: Loading): Promise<void> {
  const cast = await castOf(loading.db);
  const projects = await retained(loading.db, cast);
  if (projects.length === 0) throw new Error("Aucun projet retenu de 2019-2020 : les étapes précédentes manquent.");
  await loadScenarios(loading, cast, projects);
  await loadSequences(loading, cast, projects);
}

/** The teams of the campaign 2019-2020 that have somebody to write and somebody to propose. */
async function retained(database: Db, cast: Cast): Promise<Project[]> {
  const all = await database.project.findMany({
    where: { startsOn: { gte: "2019-08-01", lt: "2020-08-01" }, state: { not: "ABANDONED" } },
  });
  return all
    .filter((project) => cast.referent(project) && cast.teachers(project).length > 0)
    .sort((a, b) => roll(2 ** 31, a.id) - roll(2 ** 31, b.id) || (a.id < b.id ? -1 : 1));
}

/** Written some at a time; planned in order, so that words and titles are the same at every run. */
const AT_ONCE = 4;

async function loadScenarios({ db, size, visit, standIn, say }: Loading, cast: Cast, projects: Project[]) {
  const known = new Set((await db.scenario.findMany({ select: { id: true } })).map(({ id }) => id));
  const plans = plansOf(cast, projects, size);
  let next = 0;
  const worker = async () => {
    for (let plan = plans[next++]; plan; plan = plans[next++]) {
      const { rank } = plan;
      if (!known.has(plan.id)) {
        const address = await visitAddress(visit, cast, standIn, plan);
        const lived = { ...plan, address };
        await db.$transaction((tx) => live(tx, cast, lived), { maxWait: 15_000, timeout: 60_000 });
      }
      if ((rank + 1) % 100 === 0) say(`Scénarios : ${rank + 1} sur ${plans.length}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  say(`Scénarios : ${plans.length}`);
}

function plansOf(cast: Cast, projects: Project[], size: Size): Omit<Plan, "address">[] {
  const words = composer();
  // A group without a reader gets no further than its proposal.
  const read = projects.filter((project) => cast.reviewer(project, project.disciplineCodes));
  return statesOf(size).flatMap((state, rank) => {
    const among = state === "DRAFT" || state === "IN_REVIEW" ? projects : read;
    const project = among[rank % among.length];
    if (!project) return [];
    const id = stableId("demo", "scenario", project.id, String(rank));
    const [from, to] = BEGUN[state];
    const firstDay = dayBetween(from, to, roll(1000, id, "day") / 1000);
    return [{ id, rank, project, state, firstDay, words: words(project.disciplineCodes.slice(0, 2), id) }];
  });
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

async function loadSequences({ db, size, say }: Loading, cast: Cast, projects: Project[]) {
  const count = SIZES[size].sequences;
  const words = composer();
  for (let rank = 0; rank < count; rank++) {
    const project = pick(projects, "sequence", rank);
    const id = stableId("demo", "sequence", project.id, String(rank));
    const { title, summary, course, objectives } = words(project.disciplineCodes.slice(0, 2), id);
    if (await db.sequence.findUnique({ where: { id } })) continue;
    const author = pick(cast.teachers(project), id);
    const at = calendarFrom(dayBetween("2019-10-14", "2020-05-11", (rank + 0.5) / count), id).later(0);
    const sequence = {
      id,
      projectId: project.id,
      title: `Séquence partagée. ${title}`,
      summary,
      text: `${objectives}\n\n${course}`,
    };
    await db.$transaction((tx) => shareSequence(tx, { by: cast.actor(author), at }, sequence));
  }
  say(`${count} séquences partagées`);
}
