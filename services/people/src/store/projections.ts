import type { Discipline, Project, Theme } from "@trame/proto-schemas/projects/v1/events_pb";
import type { Tx } from "../database.ts";

/** Copies of the others' facts. A stale event changes nothing: versions only grow. */
export async function keepTheme(tx: Tx, theme: Theme, version: number): Promise<void> {
  const { id, title, kind, disciplineCodes } = theme;
  const data = { title, kind, disciplineCodes, campaignId: theme.campaignId || null, version };
  await tx.theme.upsert({ where: { id }, create: { id, ...data, version: 0 }, update: {} });
  await tx.theme.updateMany({ where: { id, version: { lt: version } }, data });
}

/** True when something new was learnt. */
export async function keepProject(tx: Tx, project: Project, version: number): Promise<boolean> {
  const { id, themeId, academyCode, state } = project;
  const data = { themeId, academyCode, state, version };
  await tx.project.upsert({ where: { id }, create: { id, ...data, version: 0 }, update: {} });
  const { count } = await tx.project.updateMany({ where: { id, version: { lt: version } }, data });
  return count > 0;
}

export async function keepDiscipline(tx: Tx, { code, label }: Discipline, version: number): Promise<void> {
  await tx.discipline.upsert({ where: { code }, create: { code, label, version: 0 }, update: {} });
  await tx.discipline.updateMany({ where: { code, version: { lt: version } }, data: { label, version } });
}
