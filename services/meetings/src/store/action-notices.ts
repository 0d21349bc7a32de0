import { dayIn, frenchDay } from "@trame/kit/day";
import { stableId } from "@trame/kit/id";
import { appendEvents } from "@trame/kit/outbox";
import { schedule, unschedule } from "@trame/kit/scheduler";
import { notice, settled } from "@trame/proto-schemas/notices";
import { topics } from "@trame/proto-schemas/topics";
import type { Tx } from "../database.ts";
import { type Action, dueAt, isOverdue } from "../domain/action.ts";
import type { Meeting } from "../domain/meeting.ts";
import { allAcademies, zoneOf } from "./academies.ts";

/** Time says that an action is late. */
export const ACTION_OVERDUE = "action-overdue";

interface Told {
  action: Action;
  /** Before the change; absent for a new one. */
  before?: Action;
  meeting: Meeting;
  timeZone: string;
}

/** The owner has it among the notices with its deadline, and is reminded, until it is done, dropped or another's. */
export async function tellOwner(tx: Tx, at: Date, { action, before, meeting, timeZone }: Told): Promise<void> {
  const { id, state, noticeId } = action;
  if (before?.state === "OPEN" && (state !== "OPEN" || before.noticeId !== noticeId)) {
    await appendEvents(tx, [settled(topics.meetings, at, before.noticeId)]);
  }
  if (state !== "OPEN") return unschedule(tx, ACTION_OVERDUE, id);
  await schedule(tx, { kind: ACTION_OVERDUE, key: id, dueAt: dueAt(action, timeZone) });
  if (before?.noticeId === noticeId) return;
  const words = {
    id: noticeId,
    kind: "TASK",
    personIds: [action.ownerId],
    title: "Une action décidée en réunion vous est confiée",
    text: `${action.text}\n\nRéunion : ${meeting.title}. Échéance : ${frenchDay(action.dueOn)}.`,
    path: pathOf(action),
    dueAt: dueAt(action, timeZone),
    about: id,
  };
  await appendEvents(tx, [notice(topics.meetings, at, words)]);
}

/** The day after: the owner, and whoever leads the group. */
export async function tellOverdue(tx: Tx, id: string, at: Date): Promise<void> {
  const row = await tx.action.findUnique({ where: { id } });
  const timeZone = zoneOf(await allAcademies(tx), row?.academyCode ?? null);
  if (!row || !isOverdue(row, dayIn(at, timeZone))) return;
  const { themeId, academyCode, ownerId, dueOn } = row;
  const words = {
    id: stableId("meeting-action-overdue", id, dueOn),
    kind: "TASK",
    personIds: [ownerId],
    audiences: [academyCode ? { role: "REFERENT", themeId, academyCode } : { role: "EXPERT", themeId }],
    title: "Une action décidée en réunion est en retard",
    text: `${row.text}\n\nÉchéance : ${frenchDay(dueOn)}.`,
    path: pathOf(row),
    about: id,
  };
  await appendEvents(tx, [notice(topics.meetings, at, words)]);
}

const pathOf = ({ meetingId }: { meetingId: string }) => `/espace/reunions/${meetingId}#actions`;
