import type { Command } from "@trame/kit/aggregate";
import { stableId } from "@trame/kit/id";
import type { Tx } from "../database.ts";
import { followGroup, personsToConvene } from "../domain/convocation.ts";
import { parisDay, proposeNationalMeetings, yearToPlan } from "../domain/proposals.ts";
import { meetings, toMeeting } from "./meetings.ts";
import { seatsOf, toThemeFacts } from "./projections.ts";

/** The same theme, year and rank always make the same meeting: a second delivery finds it. */
export const nationalMeetingId = (themeId: string, schoolYear: string, rank: number) =>
  stableId("national-meeting", themeId, schoolYear, String(rank));

/** Proposes the year's three national meetings of a launched theme, once, whatever became of them since (R82, R83). */
export async function proposeYear(tx: Tx, command: Command, themeId: string): Promise<void> {
  const row = await tx.theme.findUnique({ where: { id: themeId } });
  if (!row?.launched) return;
  const theme = toThemeFacts(row);
  const today = parisDay(command.at);
  const year = yearToPlan(theme, today);
  if (!year) return;
  // Two events of one theme are in order; a person who plans at the same moment waits here.
  await tx.$queryRaw`select 1 as one from theme where id = ${themeId} for update`;
  const where = { themeId, schoolYear: year.label, level: "NATIONAL" };
  if ((await tx.meeting.count({ where })) > 0) return;
  const idOf = (rank: number) => nationalMeetingId(themeId, year.label, rank);
  for (const { rank: _rank, ...meeting } of proposeNationalMeetings(theme, year, { today, idOf })) {
    await meetings.create(tx, command, [{ type: "MeetingPlanned", meeting }]);
  }
}

/** The convened national meetings of a theme follow its group. */
export async function followNationalGroup(tx: Tx, command: Command, themeId: string): Promise<void> {
  const group = await tx.nationalGroup.findUnique({ where: { themeId } });
  const persons = personsToConvene("NATIONAL", seatsOf(group));
  await follow(tx, command, { themeId, level: "NATIONAL" }, persons);
}

/** The convened meetings of a team follow its group. */
export async function followAcademicGroup(tx: Tx, command: Command, projectId: string): Promise<void> {
  const group = await tx.academicGroup.findUnique({ where: { projectId } });
  const persons = personsToConvene("ACADEMIC", seatsOf(group));
  await follow(tx, command, { projectId, level: "ACADEMIC" }, persons);
}

async function follow(
  tx: Tx,
  command: Command,
  where: { themeId?: string; projectId?: string; level: string },
  persons: readonly string[],
): Promise<void> {
  const rows = await tx.meeting.findMany({ where: { ...where, state: "CONVENED" }, orderBy: { id: "asc" } });
  for (const { id } of rows.map(toMeeting)) {
    await meetings.change(tx, command, id, (meeting) => followGroup(meeting, persons));
  }
}
