import { addDays, dayIn, frenchDay, midnight } from "@trame/kit/day";
import { stableId } from "@trame/kit/id";
import { appendEvents } from "@trame/kit/outbox";
import { schedule, unschedule } from "@trame/kit/scheduler";
import { notice } from "@trame/proto-schemas/notices";
import { topics } from "@trame/proto-schemas/topics";
import type { Tx } from "../database.ts";
import { lastSign, silenceOf, silentFrom } from "../domain/silence.ts";
import type { Project } from "../gen/prisma/client.ts";
import { allAcademies, labelOf } from "./academies.ts";
import { toMeeting } from "./meetings.ts";

/** Time says that a team has been silent for long. */
export const TEAM_SILENT = "team-silent";
/** How long after having been told of it those concerned are told again. */
const AGAIN_DAYS = 28;

/** Whenever the team gives a sign, or begins or ends its work: its silence is counted from there. */
export async function listenTo(tx: Tx, projectId: string): Promise<void> {
  const project = await tx.project.findUnique({ where: { id: projectId } });
  if (!project) return;
  const from = silentFrom(lastSign(project, await signsOf(tx, project)));
  const at = { kind: TEAM_SILENT, key: projectId };
  if (["ENGAGED", "RUNNING"].includes(project.state) && from <= project.endsOn) {
    await schedule(tx, { ...at, dueAt: midnight(from) });
  } else await unschedule(tx, at.kind, at.key);
}

async function signsOf(tx: Tx, { id: projectId }: Project) {
  const [rows, reports] = await Promise.all([
    tx.meeting.findMany({ where: { projectId } }),
    tx.progressReport.findMany({ where: { projectId } }),
  ]);
  return { meetings: rows.map(toMeeting), reports };
}

/** The référent, the DAN and the experts, once for a silence and again every four weeks while it lasts. */
export async function tellSilence(tx: Tx, projectId: string, at: Date): Promise<void> {
  const project = await tx.project.findUnique({ where: { id: projectId } });
  const today = dayIn(at);
  const silence = project && silenceOf(project, await signsOf(tx, project), { today });
  if (!project || !silence) return;
  const { themeId, academyCode } = project;
  const academy = labelOf(await allAcademies(tx), academyCode);
  const words = {
    id: stableId("team-silent", projectId, today),
    kind: "TEAM_SILENT",
    audiences: [
      { role: "REFERENT", themeId, academyCode },
      { role: "DAN", academyCode },
      { role: "EXPERT", themeId },
    ],
    title: `Sans nouvelles d'une équipe depuis ${silence.weeks} semaines : ${academy}`,
    text: `${project.title}. Ni point d'étape ni réunion tenue depuis le ${frenchDay(silence.since)}.`,
    path: `/espace/themes/${themeId}/avancement`,
    about: projectId,
  };
  await appendEvents(tx, [notice(topics.meetings, at, words)]);
  await schedule(tx, { kind: TEAM_SILENT, key: projectId, dueAt: midnight(addDays(today, AGAIN_DAYS)) });
}
