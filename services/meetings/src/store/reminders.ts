import { dayIn, frenchDay, timeIn } from "@trame/kit/day";
import { stableId } from "@trame/kit/id";
import { appendEvents } from "@trame/kit/outbox";
import { schedule, unschedule } from "@trame/kit/scheduler";
import { notice } from "@trame/proto-schemas/notices";
import { topics } from "@trame/proto-schemas/topics";
import type { Tx } from "../database.ts";
import { answersDue } from "../domain/convocation.ts";
import type { Meeting } from "../domain/meeting.ts";
import { allAcademies, zoneOf } from "./academies.ts";
import { toMeeting } from "./meetings.ts";

/** Whoever has not answered when answers are due. */
export const ANSWERS_DUE = "answers-due";
/** Whoever is expected, the day before. */
export const MEETING_NEAR = "meeting-near";

const DAY_MS = 86_400_000;

/** Sets, moves or takes back what will be said of a meeting before it begins. */
export async function remindOf(tx: Tx, meeting: Meeting, now: Date): Promise<void> {
  const { id: key, startsAt, state } = meeting;
  const moments = [
    [ANSWERS_DUE, answersDue(meeting)],
    [MEETING_NEAR, new Date(startsAt.getTime() - DAY_MS)],
  ] as const;
  for (const [kind, dueAt] of moments) {
    if (state === "CONVENED" && dueAt && dueAt > now) await schedule(tx, { kind, key, dueAt });
    else await unschedule(tx, kind, key);
  }
}

export async function askAgain(tx: Tx, id: string, at: Date): Promise<void> {
  const silent = ({ answer }: Meeting["attendance"][number]) => answer === "PENDING";
  await tell(tx, id, at, { kind: "MEETING_CONVENED", title: "Votre réponse est attendue", to: silent });
}

export async function tellNear(tx: Tx, id: string, at: Date): Promise<void> {
  const expected = ({ answer }: Meeting["attendance"][number]) => answer !== "EXCUSED" && answer !== "REPLACED";
  await tell(tx, id, at, { kind: "MEETING_NEAR", title: "Réunion dans les vingt-quatre heures", to: expected });
}

/** Who was convened for another hour. */
export async function tellMoved(tx: Tx, id: string, at: Date): Promise<void> {
  await tell(tx, id, at, { kind: "MEETING_CONVENED", title: "Réunion déplacée", to: () => true });
}

interface Words {
  kind: string;
  title: string;
  to: (attendee: Meeting["attendance"][number]) => boolean;
}

async function tell(tx: Tx, id: string, at: Date, { kind, title, to }: Words): Promise<void> {
  const row = await tx.meeting.findUnique({ where: { id } });
  const meeting = row && toMeeting(row);
  if (meeting?.state !== "CONVENED" || meeting.startsAt <= at) return;
  const personIds = meeting.attendance.filter(to).map(({ personId }) => personId);
  if (personIds.length === 0) return;
  const timeZone = zoneOf(await allAcademies(tx), meeting.academyCode);
  const { startsAt, mode, place } = meeting;
  const when = `${frenchDay(dayIn(startsAt, timeZone))} à ${timeIn(startsAt, timeZone)} (${timeZone})`;
  const where = mode === "REMOTE" ? "à distance" : (place ?? "lieu à préciser");
  await appendEvents(tx, [
    notice(topics.meetings, at, {
      id: stableId(title, id, startsAt.toISOString()),
      kind,
      personIds,
      title: `${title} : ${meeting.title}`,
      text: `${when}, ${where}.`,
      path: `/espace/reunions/${id}`,
      about: id,
    }),
  ]);
}
