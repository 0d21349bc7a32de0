import { keepCopy } from "@trame/kit/projection";
import type {
  AcademicGroup as AcademicGroupMessage,
  Academy as AcademyMessage,
  NationalGroup as NationalGroupMessage,
} from "@trame/proto-schemas/people/v1/events_pb";
import type { PersonState } from "@trame/proto-schemas/people/v1/state_pb";
import type { Project as ProjectMessage, Theme as ThemeMessage } from "@trame/proto-schemas/projects/v1/events_pb";
import type { Tx } from "../database.ts";
import type { Seat } from "../domain/convocation.ts";
import type { Meeting } from "../domain/meeting.ts";
import type { ThemeFacts } from "../domain/proposals.ts";
import type { Theme as ThemeRow } from "../gen/prisma/client.ts";

/** Copies of the others' facts. A stale event changes nothing: versions only grow. True when the copy changed. */
export async function keepTheme(tx: Tx, theme: ThemeMessage, version: number): Promise<boolean> {
  const { id, title, state, startsOn, endsOn } = theme;
  const milestones = theme.milestones.map(({ title: name, dueOn }) => ({ title: name, dueOn }));
  const data = { title, state, startsOn, endsOn, milestones, launched: theme.launchedAt !== undefined };
  return keepCopy(tx.theme, { id }, data, version);
}

export async function keepProject(tx: Tx, project: ProjectMessage, version: number): Promise<boolean> {
  const { id, themeId, academyCode, title, state, startsOn, endsOn } = project;
  const data = { themeId, academyCode, title, state, startsOn, endsOn };
  return keepCopy(tx.project, { id }, data, version);
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

/** The name and the academy alone, for documents that name and for replacements. */
export async function keepPerson(
  tx: Tx,
  { id, displayName, academyCode }: PersonState,
  version: number,
): Promise<void> {
  await keepCopy(tx.person, { id }, { displayName, academyCode }, version);
}

/** The copy goes; its version stays, so that an older event cannot bring it back. */
export async function forgetPerson(tx: Tx, id: string, version: number): Promise<void> {
  const data = { displayName: "", academyCode: "", version };
  await tx.person.upsert({ where: { id }, create: { id, ...data }, update: {} });
  await tx.person.updateMany({ where: { id, version: { lte: version } }, data });
}

/** Everybody with a seat in the meeting's group, and everybody who was convened. */
export async function groupOf(tx: Tx, meeting: Meeting): Promise<string[]> {
  const { level, themeId, projectId, attendance } = meeting;
  const group =
    level === "NATIONAL"
      ? await tx.nationalGroup.findUnique({ where: { themeId } })
      : await tx.academicGroup.findUnique({ where: { projectId: projectId ?? "" } });
  return [...seatsOf(group), ...attendance].map(({ personId }) => personId);
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
