import type { Command } from "@trame/kit/aggregate";
import { audit } from "@trame/kit/audit";
import { oneByKey } from "@trame/kit/batch";
import { changedMeanwhile, Refusals } from "@trame/kit/refusal";
import type { Db, Tx } from "../database.ts";
import { writeAnalysis } from "../domain/analysis.ts";
import { policy } from "../policy.ts";
import { academyScope } from "./academies.ts";
import { retainedProject } from "./projections.ts";
import { me } from "./writing.ts";

/** By a member of the group; who read an older one is told. */
export async function writeProjectAnalysis(tx: Tx, command: Command, projectId: string, text: string): Promise<string> {
  const { themeId, academyCode } = await retainedProject(tx, projectId);
  policy.demand(command.by, "writeScenario", { themeId, academyCodes: await academyScope(tx, academyCode) });
  // Two members who write at once wait for each other here.
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${`analysis/${projectId}`}, 0))::text as locked`;
  const before = await tx.projectAnalysis.findUnique({ where: { projectId } });
  const { expectedVersion, at } = command;
  if (expectedVersion !== undefined && expectedVersion !== (before?.version ?? 0)) {
    throw new Refusals([changedMeanwhile()], projectId);
  }
  const rows = await tx.scenario.findMany({ where: { projectId }, select: { implementations: true } });
  const tried = rows.reduce((sum, { implementations }) => sum + (implementations as unknown[]).length, 0);
  const written = writeAnalysis(before, { projectId, text, byId: me(command), at }, tried);
  await tx.projectAnalysis.upsert({ where: { projectId }, create: written, update: written });
  await audit(tx, { at, actor: command.by, action: "writeProjectAnalysis", subject: `Project:${projectId}` });
  return projectId;
}

export const projectAnalyses = (db: Db) =>
  oneByKey(
    (ids) => db.projectAnalysis.findMany({ where: { projectId: { in: [...ids] } } }),
    ({ projectId }) => projectId,
  );

/** Whether the project has published: its analysis is public from then on. */
export const projectsPublished = (db: Db) =>
  oneByKey(
    (ids) =>
      db.scenario.findMany({
        where: { projectId: { in: [...ids] }, state: "PUBLISHED" },
        select: { projectId: true },
        distinct: ["projectId"],
      }),
    ({ projectId }) => projectId,
  );
