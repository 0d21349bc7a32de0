import { keepCopy } from "@trame/kit/projection";
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
  const data = { title, state, startsOn, endsOn, milestones, launched: theme.launchedAt !== undefined };
  return keepCopy(tx.theme, { id }, data, version);
}

export async function keepProject(tx: Tx, project: ProjectMessage, version: number): Promise<void> {
  const { id, themeId, academyCode, title, state, startsOn, endsOn } = project;
  const data = { themeId, academyCode, title, state, startsOn, endsOn };
  await keepCopy(tx.project, { id }, data, version);
}

export async function keepNationalGroup(tx: Tx, group: NationalGroupMessage, version: number): Promise<boolean> {
  const { themeId } = group;
  const data = { seats: toSeats(group.seats) };
  return keepCopy(tx.nationalGroup, { themeId }, data, version);
}

export async function keepAcademicGroup(tx: Tx, group: AcademicGroupMessage, version: number): Promise<boolean> {
  const { projectId } = group;
  const data = { seats: toSeats(group.seats) };
  return keepCopy(tx.academicGroup, { projectId }, data, version);
}

export async function keepAcademy(tx: Tx, academy: AcademyMessage, version: number): Promise<void> {
  const { code, label, timeZone } = academy;
  const data = { label, timeZone, successorCode: academy.successorCode || null };
  await keepCopy(tx.academy, { code }, data, version);
}

const toSeats = (seats: readonly Seat[]) => seats.map(({ personId, role }) => ({ personId, role }));

export const seatsOf = (row: { seats: unknown } | null): Seat[] => (row?.seats ?? []) as Seat[];

export const toThemeFacts = ({ id, title, startsOn, endsOn, milestones }: ThemeRow): ThemeFacts => ({
  id,
  title,
  startsOn,
  endsOn,
  milestones: milestones as unknown as ThemeFacts["milestones"],
});
