import { addDays, daysBetween, midnight } from "@trame/kit/day";
import { refuseAll, required } from "@trame/kit/refusal";
import { refusals } from "../errors.ts";
import { isAhead, type Meeting, type MeetingLevel, wasHeld } from "./meeting.ts";
import { dayOf } from "./quotas.ts";

export type ActionState = "OPEN" | "DONE" | "DROPPED";

/** Something that somebody was asked to do at a meeting, by a day. */
export interface Action {
  id: string;
  version: number;
  meetingId: string;
  level: MeetingLevel;
  themeId: string;
  /** Of an academic meeting only. */
  projectId: string | null;
  academyCode: string | null;
  text: string;
  ownerId: string;
  /** The last day to do it, YYYY-MM-DD. */
  dueOn: string;
  state: ActionState;
  recordedById: string | null;
  recordedAt: Date;
  closed: { at: Date; byId: string | null; reason: string | null } | null;
  /** What the owner was told of it: taken back when it is done, or somebody else's. */
  noticeId: string;
}

export type ActionFact =
  | { type: "ActionRecorded"; action: Omit<Action, "version"> }
  | { type: "ActionEntrusted"; ownerId: string; dueOn: string; noticeId: string }
  | { type: "ActionCompleted"; at: Date; byId: string | null }
  | { type: "ActionDropped"; at: Date; byId: string | null; reason: string }
  | { type: "ActionReopened"; noticeId: string };

interface Words {
  id: string;
  text: string;
  ownerId: string;
  dueOn: string;
}

interface Around {
  /** Who has a seat in the group, or was convened. */
  group: readonly string[];
  timeZone: string;
  byId: string | null;
  at: Date;
  noticeId: string;
}

/** From the meeting's beginning until its minutes are approved, for somebody of the group. */
export function recordAction(meeting: Meeting, words: Words, around: Around): ActionFact[] {
  const begun = wasHeld(meeting) || (meeting.state === "CONVENED" && around.at >= meeting.startsAt);
  if (!begun) refuseAll([refusals.actionTooEarly()]);
  if (meeting.minutes?.approved) refuseAll([refusals.actionTooLate()]);
  refuseAll([
    ...(words.text.trim() === "" ? [required("text", "Ce qui est à faire")] : []),
    ...entrustable(words, around.group, dayOf(meeting, around.timeZone)),
  ]);
  const { level, themeId, projectId, academyCode } = meeting;
  const { byId: recordedById, at: recordedAt, noticeId } = around;
  const place = { meetingId: meeting.id, level, themeId, projectId, academyCode };
  const action = { ...words, ...place, state: "OPEN" as const, recordedById, recordedAt, closed: null, noticeId };
  return [{ type: "ActionRecorded", action }];
}

/** Another person, or another day, as long as it is open. */
export function entrustAction(
  action: Action,
  words: { ownerId: string; dueOn: string },
  { group, today, noticeId }: { group: readonly string[]; today: string; noticeId: string },
): ActionFact[] {
  if (action.state !== "OPEN") refuseAll([refusals.actionClosed()]);
  if (words.ownerId === action.ownerId && words.dueOn === action.dueOn) return [];
  const unmoved = words.dueOn === action.dueOn;
  refuseAll(entrustable(words, group, unmoved ? words.dueOn : today));
  return [{ type: "ActionEntrusted", ...words, noticeId }];
}

const entrustable = ({ ownerId, dueOn }: Omit<Words, "id" | "text">, group: readonly string[], earliest: string) => [
  ...(group.includes(ownerId) ? [] : [refusals.ownerOutsideGroup()]),
  ...(dueOn < earliest ? [refusals.dueBeforeMeeting()] : []),
];

export function completeAction({ state }: Action, by: { byId: string | null; at: Date }): ActionFact[] {
  if (state === "DONE") return [];
  if (state !== "OPEN") refuseAll([refusals.actionClosed()]);
  return [{ type: "ActionCompleted", ...by }];
}

export function dropAction({ state }: Action, reason: string, by: { byId: string | null; at: Date }): ActionFact[] {
  if (state !== "OPEN") refuseAll([refusals.actionClosed()]);
  refuseAll(reason.trim() === "" ? [required("reason", "La raison de l'abandon")] : []);
  return [{ type: "ActionDropped", reason, ...by }];
}

export const reopenAction = ({ state }: Action, noticeId: string): ActionFact[] =>
  state === "OPEN" ? [] : [{ type: "ActionReopened", noticeId }];

export function evolveAction(action: Action | null, fact: ActionFact): Action {
  if (fact.type === "ActionRecorded") return { ...fact.action, version: 0 };
  if (!action) throw new Error(`${fact.type} without an action`);
  switch (fact.type) {
    case "ActionEntrusted": {
      const { ownerId, dueOn, noticeId } = fact;
      return { ...action, ownerId, dueOn, noticeId };
    }
    case "ActionCompleted":
      return { ...action, state: "DONE", closed: { at: fact.at, byId: fact.byId, reason: null } };
    case "ActionDropped":
      return { ...action, state: "DROPPED", closed: { at: fact.at, byId: fact.byId, reason: fact.reason } };
    case "ActionReopened":
      return { ...action, state: "OPEN", closed: null, noticeId: fact.noticeId };
  }
}

/** The end of its last day, on the clock of its group. */
export const dueAt = ({ dueOn }: Pick<Action, "dueOn">, timeZone: string): Date =>
  midnight(addDays(dueOn, 1), timeZone);

export const isOverdue = ({ state, dueOn }: { state: string; dueOn: string }, today: string): boolean =>
  state === "OPEN" && daysBetween(dueOn, today) > 0;

/**
 * What was left to do from the group's earlier meetings when this one began; before it begins, what is left now, for
 * the next meeting only. `group` is every meeting of the same national or academic group.
 */
export function carriedTo(meeting: Meeting, group: readonly Meeting[], actions: readonly Action[], at: Date): Action[] {
  if (meeting.state === "CANCELLED") return [];
  const before = group.filter(({ startsAt }) => startsAt < meeting.startsAt);
  const toCome = (one: Meeting) => isAhead(one) && one.startsAt > at;
  if (toCome(meeting) && before.some(toCome)) return [];
  const earlier = new Set(before.map(({ id }) => id));
  return actions
    .filter(({ meetingId, closed }) => earlier.has(meetingId) && (!closed || closed.at > meeting.startsAt))
    .toSorted((a, b) => (a.dueOn === b.dueOn ? (a.id < b.id ? -1 : 1) : a.dueOn < b.dueOn ? -1 : 1));
}
