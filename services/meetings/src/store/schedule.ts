import type { Command } from "@trame/kit/aggregate";
import { PARIS } from "@trame/kit/day";
import { newId } from "@trame/kit/id";
import { notFound, refuse } from "@trame/kit/refusal";
import type { Tx } from "../database.ts";
import { cancel, convene, personsToConvene } from "../domain/convocation.ts";
import type { Meeting, MeetingLevel, MeetingText, PlannedMeeting } from "../domain/meeting.ts";
import {
  type Calendar,
  planMeeting as decidePlan,
  reviseMeeting as decideRevision,
  workPlanPeriod,
} from "../domain/planning.ts";
import { MINISTRY } from "../domain/proposals.ts";
import { schoolYears } from "../domain/school-year.ts";
import { refusals } from "../errors.ts";
import { policy } from "../policy.ts";
import { allAcademies, zoneOf } from "./academies.ts";
import { scopeOf } from "./access.ts";
import { meetings, toMeeting } from "./meetings.ts";
import { seatsOf, toThemeFacts } from "./projections.ts";
import { remindOf, tellMoved } from "./reminders.ts";

export type NewMeeting = Omit<PlannedMeeting, "id" | "academyCode" | "schoolYear"> & { id?: string };

/** A national meeting is planned by the programme office (R82), an academic one by the référent (R44). */
export async function planMeeting(tx: Tx, command: Command, { id = newId(), ...input }: NewMeeting): Promise<string> {
  const place = await placeFor(tx, input);
  const { academyCode, projectId } = place;
  const academies = await allAcademies(tx);
  const action = input.level === "NATIONAL" ? "planNational" : "planAcademic";
  policy.demand(command.by, action, scopeOf(academies, { themeId: input.themeId, academyCode }));
  if (place.over) refuse(refusals.projectOver());
  const where = input.place?.trim() || (input.atMinistry ? MINISTRY : null);
  const draft = { ...input, id, projectId, academyCode, place: where };
  await meetings.create(tx, command, decidePlan(draft, await calendarOf(tx, draft), command.at));
  return id;
}

export async function reviseMeeting(tx: Tx, command: Command, id: string, text: Partial<MeetingText>): Promise<string> {
  const { meeting: found, scope } = await meetingPlace(tx, id);
  const calendar = await calendarOf(tx, found);
  const revised = await meetings.change(tx, command, id, (meeting) => {
    policy.demand(command.by, found.level === "NATIONAL" ? "planNational" : "planAcademic", scope);
    return decideRevision(meeting, text, calendar, command.at);
  });
  await remindOf(tx, revised, command.at);
  if (revised.startsAt.getTime() !== found.startsAt.getTime()) await tellMoved(tx, id, command.at);
  return id;
}

/** Everybody who has a seat that the meeting concerns. */
export async function conveneMeeting(tx: Tx, command: Command, id: string): Promise<string> {
  const { meeting: found, scope } = await meetingPlace(tx, id);
  const persons = await personsOf(tx, found);
  const convened = await meetings.change(tx, command, id, (meeting) => {
    policy.demand(command.by, found.level === "NATIONAL" ? "leadNational" : "leadAcademic", scope);
    return convene(meeting, persons, { byId: command.by.personId ?? null, at: command.at });
  });
  await remindOf(tx, convened, command.at);
  return id;
}

/** By whoever may plan it. */
export async function cancelMeeting(tx: Tx, command: Command, id: string, reason: string): Promise<string> {
  const { meeting: found, scope } = await meetingPlace(tx, id);
  const cancelled = await meetings.change(tx, { ...command, reason }, id, (meeting) => {
    policy.demand(command.by, found.level === "NATIONAL" ? "planNational" : "planAcademic", scope);
    return cancel(meeting, reason);
  });
  await remindOf(tx, cancelled, command.at);
  return id;
}

/** The meeting with its scope of rights; refuses when there is none. */
export async function meetingPlace(tx: Tx, id: string) {
  const row = await tx.meeting.findUnique({ where: { id } });
  if (!row) refuse(notFound("Cette réunion", "meetingId"));
  const meeting = toMeeting(row);
  return { meeting, scope: scopeOf(await allAcademies(tx), meeting) };
}

async function placeFor(tx: Tx, { level, themeId, projectId }: Pick<NewMeeting, "level" | "themeId" | "projectId">) {
  const theme = await tx.theme.findUnique({ where: { id: themeId } });
  if (!theme) refuse(notFound("Ce thème", "themeId"));
  if (level === "NATIONAL") return { projectId: null, academyCode: null, over: false };
  if (!projectId) refuse(refusals.projectNeeded());
  const project = await tx.project.findUnique({ where: { id: projectId } });
  if (!project) refuse(notFound("Ce projet", "projectId"));
  if (project.themeId !== themeId) refuse(refusals.projectOfOtherTheme());
  const over = project.state === "ABANDONED" || project.state === "CLOSED";
  return { projectId, academyCode: project.academyCode, over };
}

type Placed = { level: MeetingLevel; themeId: string; projectId: string | null; academyCode: string | null };

/** National: the theme's years and work plan. Academic: the project's years. */
async function calendarOf(tx: Tx, { level, themeId, projectId, academyCode }: Placed): Promise<Calendar> {
  if (level === "ACADEMIC") {
    const project = await tx.project.findUniqueOrThrow({ where: { id: projectId ?? "" } });
    const timeZone = zoneOf(await allAcademies(tx), academyCode);
    return { years: schoolYears(project), workPlan: null, timeZone };
  }
  const theme = await tx.theme.findUniqueOrThrow({ where: { id: themeId } });
  return { years: schoolYears(theme), workPlan: workPlanPeriod(toThemeFacts(theme)), timeZone: PARIS };
}

export async function personsOf(tx: Tx, { level, themeId, projectId }: Meeting): Promise<string[]> {
  const group =
    level === "NATIONAL"
      ? await tx.nationalGroup.findUnique({ where: { themeId } })
      : await tx.academicGroup.findUnique({ where: { projectId: projectId ?? "" } });
  return personsToConvene(level, seatsOf(group));
}
