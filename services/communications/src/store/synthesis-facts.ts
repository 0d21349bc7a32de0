import { dayIn } from "@trame/kit/day";
import type { Tx } from "../database.ts";
import { owesIntermediate } from "../domain/synthesis.ts";
import type { Facts, TeamFacts } from "../domain/synthesis-facts.ts";

type Reading = Pick<
  Tx,
  | "synthesis"
  | "theme"
  | "project"
  | "academy"
  | "scenario"
  | "scenarioEcho"
  | "material"
  | "trainingModule"
  | "meeting"
  | "mandate"
>;

const LEFT = ["ABANDONED"];
const HELD = ["HELD", "MINUTES_APPROVED", "SYNTHESIS_ONLINE"];

/** What a theme's year says today, from what the others told. */
export async function factsOf(tx: Reading, themeId: string, at: Date): Promise<Facts> {
  const where = { themeId };
  const theme = await tx.theme.findUnique({ where: { id: themeId } });
  const scenarios = await tx.scenario.findMany({ where: { ...where, state: "PUBLISHED" }, orderBy: { title: "asc" } });
  const materials = await tx.material.findMany({ where, orderBy: { title: "asc" } });
  const modules = await tx.trainingModule.findMany({ where, orderBy: { title: "asc" } });
  const echoes = await tx.scenarioEcho.groupBy({ by: ["kind"], where, _count: true });
  const meetings = await tx.meeting.groupBy({ by: ["level"], where: { ...where, state: { in: HELD } }, _count: true });
  const today = dayIn(at);
  const held = await tx.mandate.findMany({
    where: { ...where, startsOn: { lte: today }, OR: [{ endsOn: null }, { endsOn: { gte: today } }] },
    select: { personId: true },
    distinct: ["personId"],
  });
  const unsigned = await tx.synthesis.count({ where: { ...where, kind: "INTERMEDIATE", state: "DRAFT" } });
  const count = (rows: readonly { _count: number }[], match: (row: never) => boolean) =>
    rows.filter((row) => match(row as never)).reduce((sum, row) => sum + row._count, 0);
  const titlesOf = (rows: readonly { title: string; projectId: string | null }[], projectId: string) =>
    rows.filter((row) => row.projectId === projectId).map(({ title }) => title);
  const teams = (await teamsOf(tx, themeId)).map((team) => ({
    ...team,
    scenarios: titlesOf(scenarios, team.projectId),
    materials: titlesOf(materials, team.projectId),
    modules: titlesOf(modules, team.projectId),
  }));
  return {
    theme: { title: theme?.title ?? "", questions: theme?.questions ?? [], axes: theme?.axes ?? [] },
    teams,
    indexed: scenarios.filter(({ edubaseState }) => edubaseState === "INDEXED").length,
    implementations: count(echoes, ({ kind }: { kind: string }) => kind === "IMPLEMENTATION"),
    feedbacks: count(echoes, ({ kind }: { kind: string }) => kind === "FEEDBACK"),
    persons: held.length,
    nationalMeetings: count(meetings, ({ level }: { level: string }) => level === "NATIONAL"),
    academicMeetings: count(meetings, ({ level }: { level: string }) => level === "ACADEMIC"),
    nationalMaterials: materials.filter(({ level }) => level === "NATIONAL").length,
    nationalModules: modules.filter(({ projectId }) => projectId === null).length,
    magistereModules: modules.filter(({ platform }) => platform === "MAGISTERE").length,
    intermediateAwaited: theme !== null && owesIntermediate(theme) && unsigned > 0,
  };
}

type Team = Pick<TeamFacts, "projectId" | "academyCode" | "academy" | "title">;

async function teamsOf(tx: Reading, themeId: string): Promise<Team[]> {
  const projects = await tx.project.findMany({ where: { themeId, state: { notIn: LEFT } } });
  const academies = new Map((await tx.academy.findMany()).map(({ code, name }) => [code, name]));
  return projects
    .map(({ id, academyCode, title }) => ({
      projectId: id,
      academyCode,
      academy: academies.get(academyCode) ?? academyCode,
      title,
    }))
    .sort((a, b) => a.academy.localeCompare(b.academy, "fr") || (a.projectId < b.projectId ? -1 : 1));
}
