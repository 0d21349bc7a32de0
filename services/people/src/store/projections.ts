import { keepCopy } from "@trame/kit/projection";
import type { Discipline, Project, Theme } from "@trame/proto-schemas/projects/v1/events_pb";
import type { Tx } from "../database.ts";

/** Copies of the others' facts. A stale event changes nothing: versions only grow. */
export async function keepTheme(tx: Tx, theme: Theme, version: number): Promise<void> {
  const { id, title, kind, disciplineCodes } = theme;
  const data = { title, kind, disciplineCodes, campaignId: theme.campaignId || null };
  await keepCopy(tx.theme, { id }, data, version);
}

/** True when something new was learnt. */
export async function keepProject(tx: Tx, project: Project, version: number): Promise<boolean> {
  const { id, themeId, academyCode, state } = project;
  const data = { themeId, academyCode, state };
  return keepCopy(tx.project, { id }, data, version);
}

export async function keepDiscipline(tx: Tx, { code, label }: Discipline, version: number): Promise<void> {
  await keepCopy(tx.discipline, { code }, { label }, version);
}
