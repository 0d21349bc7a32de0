import type { Command } from "@trame/kit/aggregate";
import { newId } from "@trame/kit/id";
import { forbidden, notFound, refuse } from "@trame/kit/refusal";
import type { Tx } from "../database.ts";
import { type Candidate, answerConvocation as decideAnswer, mayReplace } from "../domain/convocation.ts";
import { firstNational, hold, type Presence } from "../domain/holding.ts";
import { type AttendanceAnswer, isPresent, type Meeting } from "../domain/meeting.ts";
import {
  approveMinutes as decideApproval,
  writeMinutes as decideMinutes,
  publishSynthesis as decideSynthesis,
  type MinutesText,
} from "../domain/minutes.ts";
import { reportProgress } from "../domain/progress.ts";
import { refusals } from "../errors.ts";
import { policy } from "../policy.ts";
import { allAcademies } from "./academies.ts";
import { scopeOf } from "./access.ts";
import { meetings, toMeeting } from "./meetings.ts";
import { groupOf, seatsOf } from "./projections.ts";
import { reports } from "./reports.ts";
import { meetingPlace } from "./schedule.ts";
import { listenTo } from "./silences.ts";

export const leading = ({ level }: Pick<Meeting, "level">) => (level === "NATIONAL" ? "leadNational" : "leadAcademic");

/** Each convened person for himself or herself. */
export async function answerConvocation(
  tx: Tx,
  command: Command,
  id: string,
  reply: { answer: AttendanceAnswer; replacedById: string | null },
): Promise<string> {
  const personId = command.by.personId ?? "";
  const allowed = await isReplacement(tx, id, { personId, replacedById: reply.replacedById });
  await meetings.change(tx, command, id, (meeting) =>
    decideAnswer(meeting, personId, reply, { mayReplace: allowed, at: command.at }),
  );
  return id;
}

/** Whether the person chosen is of the group, or of the academy, of the one who cannot come. */
async function isReplacement(
  tx: Tx,
  id: string,
  { personId, replacedById }: { personId: string; replacedById: string | null },
): Promise<boolean> {
  const chosen = replacedById?.trim();
  if (!chosen) return false;
  const { meeting } = await meetingPlace(tx, id);
  const known = await tx.person.findMany({ where: { id: { in: [personId, chosen] } } });
  const candidate = (of: string): Candidate => ({
    personId: of,
    academyCode: known.find(({ id: person }) => person === of)?.academyCode,
  });
  return mayReplace(candidate(personId), candidate(chosen), await groupOf(tx, meeting));
}

export async function holdMeeting(
  tx: Tx,
  command: Command,
  id: string,
  presences: readonly Presence[],
): Promise<string> {
  const { meeting: found, scope } = await meetingPlace(tx, id);
  const first = await firstOfYear(tx, found);
  const opening = first && { id: first.id, modalities: first.minutes?.modalities ?? null };
  await meetings.change(tx, command, id, (meeting) => {
    policy.demand(command.by, leading(found), scope);
    return hold(meeting, presences, { first: opening, at: command.at, byId: command.by.personId ?? null });
  });
  if (found.projectId) await listenTo(tx, found.projectId);
  return id;
}

/** Written by whoever convenes; once written, amended by those who attended too. */
export async function writeMinutes(tx: Tx, command: Command, id: string, text: MinutesText): Promise<string> {
  const { scope } = await meetingPlace(tx, id);
  await meetings.change(tx, command, id, (meeting) => {
    if (!policy.may(command.by, leading(meeting), scope)) demandAttended(command, meeting, scope);
    return decideMinutes(meeting, text, { byId: command.by.personId ?? null, at: command.at });
  });
  return id;
}

function demandAttended(command: Command, meeting: Meeting, scope: Parameters<typeof policy.demand>[2]): void {
  if (!meeting.minutes) policy.demand(command.by, leading(meeting), scope);
  const own = meeting.attendance.find(({ personId }) => personId === command.by.personId);
  if (!own || !isPresent(own)) refuse(refusals.notAmongPresent());
}

/** National: the theme's experts. Academic: the pilot, or the DAN where the group has none (R31). */
export async function approveMinutes(tx: Tx, command: Command, id: string): Promise<string> {
  const { meeting: found, scope } = await meetingPlace(tx, id);
  const isFirstNational = found.level === "NATIONAL" && (await firstOfYear(tx, found))?.id === id;
  const action = await approval(tx, found);
  await meetings.change(tx, command, id, (meeting) => {
    policy.demand(command.by, action, scope);
    return decideApproval(meeting, { isFirstNational }, { byId: command.by.personId ?? null, at: command.at });
  });
  return id;
}

export async function publishSynthesis(
  tx: Tx,
  command: Command,
  id: string,
  synthesis: { text: string; url: string },
): Promise<string> {
  const { scope } = await meetingPlace(tx, id);
  await meetings.change(tx, command, id, (meeting) => {
    policy.demand(command.by, "publishSynthesis", scope);
    return decideSynthesis(meeting, synthesis, command.at);
  });
  return id;
}

/** Signed by a person who is the référent: nobody reports in his or her place (R35). */
export async function fileProgressReport(
  tx: Tx,
  command: Command,
  { id = newId(), projectId, text, links }: { id?: string; projectId: string; text: string; links: string[] },
): Promise<string> {
  const project = await tx.project.findUnique({ where: { id: projectId } });
  if (!project) refuse(notFound("Ce projet", "projectId"));
  const { themeId, academyCode } = project;
  policy.demand(command.by, "reportProgress", scopeOf(await allAcademies(tx), { themeId, academyCode }));
  const authorId = command.by.personId;
  if (!authorId) refuse(forbidden());
  const report = { id, projectId, themeId, academyCode, authorId, text, links, at: command.at };
  await reports.create(tx, command, reportProgress(report, project.state));
  await listenTo(tx, projectId);
  return id;
}

export const approvalAction = (meeting: Pick<Meeting, "level">, hasPilot: boolean) =>
  meeting.level === "NATIONAL" ? "approveNational" : hasPilot ? "approveAcademic" : "approveUnpiloted";

export const hasPilot = (group: { seats: unknown } | null) => seatsOf(group).some(({ role }) => role === "PILOT");

async function approval(tx: Tx, meeting: Meeting) {
  const group = meeting.projectId && (await tx.academicGroup.findUnique({ where: { projectId: meeting.projectId } }));
  return approvalAction(meeting, hasPilot(group || null));
}

async function firstOfYear(tx: Tx, { themeId, schoolYear }: Meeting): Promise<Meeting | null> {
  const rows = await tx.meeting.findMany({ where: { themeId, schoolYear, level: "NATIONAL" } });
  return firstNational(rows.map(toMeeting)) ?? null;
}
