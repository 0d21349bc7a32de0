import { type Task, task } from "@trame/kit/task";
import { dueAt } from "./action.ts";
import { isBetween, previous } from "./gaps.ts";
import type { Meeting } from "./meeting.ts";
import type { Poll } from "./poll.ts";
import type { ProgressReport } from "./progress.ts";

/** What a person may do at a meeting. */
export interface Powers {
  lead: boolean;
  approve: boolean;
  publish: boolean;
}

const DAY_MS = 86_400_000;
/** From when on a planned meeting should be convened, and progress reported before a national one. */
const CONVENE_AHEAD_DAYS = 35;
const REPORT_AHEAD_DAYS = 21;

const ofMeeting = ({ id, title: detail }: Meeting, kind: string, title: string, dueAt: Date | null = null): Task =>
  task(kind, id, { title, detail, dueAt, href: `/espace/reunions/${id}` });

/** What one meeting asks of one person now. */
export function tasksOf(meeting: Meeting, personId: string, powers: Powers, at: Date): Task[] {
  const tasks: Task[] = [];
  const begun = at >= meeting.startsAt;
  const near = meeting.startsAt.getTime() - at.getTime() < CONVENE_AHEAD_DAYS * DAY_MS;
  const mine = meeting.attendance.find((attendee) => attendee.personId === personId);
  if (meeting.state === "CONVENED" && !begun && mine?.answer === "PENDING") {
    tasks.push(ofMeeting(meeting, "answer", "Répondre à une convocation", meeting.startsAt));
  }
  if (meeting.state === "PLANNED" && !begun && near && powers.lead) {
    tasks.push(ofMeeting(meeting, "convene", "Convoquer une réunion", meeting.startsAt));
  }
  if (meeting.state === "CONVENED" && begun && powers.lead) {
    tasks.push(ofMeeting(meeting, "hold", "Constater la tenue et les présences"));
  }
  if (meeting.state === "HELD" && !meeting.minutes && powers.lead) {
    tasks.push(ofMeeting(meeting, "minutes", "Rédiger le compte rendu"));
  }
  if (meeting.state === "HELD" && meeting.minutes && powers.approve) {
    tasks.push(ofMeeting(meeting, "approve", "Approuver le compte rendu"));
  }
  if (meeting.state === "MINUTES_APPROVED" && meeting.level === "NATIONAL" && powers.publish) {
    tasks.push(ofMeeting(meeting, "synthesis", "Mettre en ligne la synthèse de la réunion"));
  }
  return tasks;
}

/** What was decided at a meeting that its owner would do. */
export const actionTask = (
  action: { id: string; meetingId: string; text: string; dueOn: string },
  timeZone: string,
): Task =>
  task("action", action.id, {
    title: "Faire ce qui a été décidé en réunion",
    detail: action.text,
    // The last minute of the day is read as that day.
    dueAt: new Date(dueAt(action, timeZone).getTime() - 60_000),
    timeZone,
    href: `/espace/reunions/${action.meetingId}#actions`,
  });

/** A date poll asks its persons until its deadline, then whoever opened it. */
export function pollTasks(poll: Poll, personId: string, at: Date): Task[] {
  const href = `/espace/reunions/${poll.meetingId}#date-a-choisir`;
  const answered = poll.votes.some((vote) => vote.personId === personId);
  const over = at > poll.deadlineAt;
  const tasks: Task[] = [];
  if (!over && !answered && poll.invitedIds.includes(personId)) {
    tasks.push(task("poll", poll.id, { title: "Répondre à un sondage de dates", dueAt: poll.deadlineAt, href }));
  }
  if (over && poll.openedById === personId) {
    tasks.push(task("close-poll", poll.id, { title: "Choisir la date d'une réunion", href }));
  }
  return tasks;
}

/** The référent reports before each national meeting (R35), the first of all aside: there is nothing to tell yet. */
export function reportTask(
  project: { id: string; title: string; state: string },
  national: readonly Meeting[],
  reports: readonly ProgressReport[],
  at: Date,
): Task[] {
  if (project.state === "ABANDONED" || project.state === "CLOSED") return [];
  const next = national
    .filter(({ state, startsAt }) => (state === "PLANNED" || state === "CONVENED") && startsAt > at)
    .toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime())[0];
  const before = next && previous(next, national);
  if (!next || !before || next.startsAt.getTime() - at.getTime() > REPORT_AHEAD_DAYS * DAY_MS) return [];
  if (reports.some((report) => report.projectId === project.id && isBetween(report.at, before, next))) return [];
  return [
    task("progress", `${next.id}:${project.id}`, {
      title: "Rendre compte de l'avancement au groupe national",
      detail: project.title,
      dueAt: next.startsAt,
      href: `/espace/reunions/${next.id}`,
    }),
  ];
}
