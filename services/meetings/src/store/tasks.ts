import type { Actor } from "@trame/kit/actor";
import { family } from "@trame/kit/succession";
import { byUrgency, type Task } from "@trame/kit/task";
import type { Db } from "../database.ts";
import type { Meeting } from "../domain/meeting.ts";
import { actionTask, pollTasks, reportTask, tasksOf } from "../domain/tasks.ts";
import { policy } from "../policy.ts";
import { type AcademyRow, zoneOf } from "./academies.ts";
import { placesOf, scopeOf } from "./access.ts";
import type { Loaders } from "./loaders.ts";
import { toMeeting } from "./meetings.ts";
import { toPoll } from "./polls.ts";
import { approvalAction, hasPilot } from "./sittings.ts";

const OPEN = ["PLANNED", "CONVENED", "HELD", "MINUTES_APPROVED"];

/** What meetings ask of a person now, the most urgent first. */
export async function meetingTasks(db: Db, load: Loaders, actor: Actor, at: Date): Promise<Task[]> {
  const academies = await load.academies();
  const [own, actions, polls, reports] = await Promise.all([
    tasksOfMeetings(db, actor, academies, at),
    actionsToDo(db, actor, academies),
    pollsToAnswer(db, actor, at),
    reportsDue(db, load, actor, academies, at),
  ]);
  return byUrgency([...own, ...actions, ...polls, ...reports]);
}

/** What was decided that the person would do. */
async function actionsToDo(db: Db, actor: Actor, academies: readonly AcademyRow[]): Promise<Task[]> {
  const rows = await db.action.findMany({ where: { ownerId: actor.personId ?? "", state: "OPEN" } });
  return rows.map((action) => actionTask(action, zoneOf(academies, action.academyCode)));
}

async function tasksOfMeetings(db: Db, actor: Actor, academies: readonly AcademyRow[], at: Date): Promise<Task[]> {
  const personId = actor.personId ?? "";
  const { table } = policy;
  const concerned = [
    ...placesOf(actor, academies, table.leadNational, "NATIONAL"),
    ...placesOf(
      actor,
      academies,
      [...table.leadAcademic, ...table.approveAcademic, ...table.approveUnpiloted],
      "ACADEMIC",
    ),
    { attendeeIds: { has: personId } },
  ];
  const rows = await db.meeting.findMany({ where: { state: { in: OPEN }, OR: concerned } });
  const projectIds = rows.flatMap(({ projectId }) => projectId ?? []);
  const groups = await db.academicGroup.findMany({ where: { projectId: { in: projectIds } } });
  const piloted = new Set(groups.filter(hasPilot).map(({ projectId }) => projectId));
  return rows.map(toMeeting).flatMap((meeting) => {
    const scope = scopeOf(academies, meeting);
    const powers = powersOf(actor, meeting, scope, piloted.has(meeting.projectId ?? ""));
    const timeZone = zoneOf(academies, meeting.academyCode);
    return tasksOf(meeting, personId, powers, at).map((one) => ({ ...one, timeZone }));
  });
}

const powersOf = (actor: Actor, meeting: Meeting, scope: ReturnType<typeof scopeOf>, pilot: boolean) => ({
  lead: policy.may(actor, meeting.level === "NATIONAL" ? "leadNational" : "leadAcademic", scope),
  approve: policy.may(actor, approvalAction(meeting, pilot), scope),
  publish: meeting.level === "NATIONAL" && policy.may(actor, "publishSynthesis", scope),
});

/** Where the person was asked for dates and has not answered, and what he or she has to close. */
async function pollsToAnswer(db: Db, actor: Actor, at: Date): Promise<Task[]> {
  const personId = actor.personId ?? "-";
  const concerned = { OR: [{ invitedIds: { has: personId } }, { openedById: personId }] };
  const rows = await db.datePoll.findMany({ where: { closedAt: null, ...concerned } });
  return rows.map(toPoll).flatMap((poll) => pollTasks(poll, personId, at));
}

/** The projects for which the person is référent. */
async function reportsDue(
  db: Db,
  load: Loaders,
  actor: Actor,
  academies: readonly AcademyRow[],
  at: Date,
): Promise<Task[]> {
  const places = actor.mandates
    .filter(({ role, themeId, academyCode }) => role === "REFERENT" && themeId && academyCode)
    .map(({ themeId, academyCode }) => ({
      themeId,
      academyCode: { in: family(academies, academyCode ?? "") },
    }));
  if (places.length === 0) return [];
  const projects = await db.project.findMany({ where: { OR: places } });
  const due = projects.map(async (project) => {
    const [national, reports] = await Promise.all([
      load.nationalOfTheme.load(project.themeId),
      load.reportsOfTheme.load(project.themeId),
    ]);
    return reportTask(project, national, reports, at);
  });
  return (await Promise.all(due)).flat();
}
