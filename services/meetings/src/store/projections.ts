import type {
  AcademicGroup as AcademicGroupMessage,
  Academy as AcademyMessage,
  NationalGroup as NationalGroupMessage,
} from "@trame/proto-schemas/people/v1/events_pb";
import type { Project as ProjectMessage, Theme as ThemeMessage } from "@trame/proto-schemas/projects/v1/events_pb";
import type { Tx } from "../database.ts";
import type { Seat } from "../domain/convocation.ts";
import type { ThemeFacts } from "../domain/proposals.ts";
import type { Theme as ThemeRow } from "../gen/prisma/client.ts";

/** Copies of the others' facts. A stale event changes nothing: versions only grow. True when the copy changed. */
export async function keepTheme(tx: Tx, theme: ThemeMessage, version: number): Promise<boolean> {
  const { id, title, state, startsOn, endsOn } = theme;
  const milestones = theme.milestones.map(({ title: name, dueOn }) => ({ title: name, dueOn }));
  const data = { title, state, startsOn, endsOn, milestones, launched: theme.launchedAt !== undefined, version };
  await tx.theme.upsert({ where: { id }, create: { id, ...data, version: 0 }, update: {} });
  return fresh(await tx.theme.updateMany({ where: { id, version: { lt: version } }, data }));
}

export async function keepProject(tx: Tx, project: ProjectMessage, version: number): Promise<void> {
  const { id, themeId, academyCode, title, state, startsOn, endsOn } = project;
  const data = { themeId, academyCode, title, state, startsOn, endsOn, version };
  await tx.project.upsert({ where: { id }, create: { id, ...data, version: 0 }, update: {} });
  await tx.project.updateMany({ where: { id, version: { lt: version } }, data });
}

export async function keepNationalGroup(tx: Tx, group: NationalGroupMessage, version: number): Promise<boolean> {
  const { themeId } = group;
  const data = { seats: toSeats(group.seats), version };
  await tx.nationalGroup.upsert({ where: { themeId }, create: { themeId, ...data, version: 0 }, update: {} });
  return fresh(await tx.nationalGroup.updateMany({ where: { themeId, version: { lt: version } }, data }));
}

export async function keepAcademicGroup(tx: Tx, group: AcademicGroupMessage, version: number): Promise<boolean> {
  const { projectId } = group;
  const data = { seats: toSeats(group.seats), version };
  await tx.academicGroup.upsert({ where: { projectId }, create: { projectId, ...data, version: 0 }, update: {} });
  return fresh(await tx.academicGroup.updateMany({ where: { projectId, version: { lt: version } }, data }));
}

export async function keepAcademy(tx: Tx, academy: AcademyMessage, version: number): Promise<void> {
  const { code, label, timeZone } = academy;
  const data = { label, timeZone, successorCode: academy.successorCode || null, version };
  await tx.academy.upsert({ where: { code }, create: { code, ...data, version: 0 }, update: {} });
  await tx.academy.updateMany({ where: { code, version: { lt: version } }, data });
}

const fresh = ({ count }: { count: number }) => count > 0;

const toSeats = (seats: readonly Seat[]) => seats.map(({ personId, role }) => ({ personId, role }));

export const seatsOf = (row: { seats: unknown } | null): Seat[] => (row?.seats ?? []) as Seat[];

export const toThemeFacts = ({ id, title, startsOn, endsOn, milestones }: ThemeRow): ThemeFacts => ({
  id,
  title,
  startsOn,
  endsOn,
  milestones: milestones as unknown as ThemeFacts["milestones"],
});
