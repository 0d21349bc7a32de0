import { aggregate, type Command } from "@trame/kit/aggregate";
import { dayIn } from "@trame/kit/day";
import { newId, stableId } from "@trame/kit/id";
import { notFound, refuse } from "@trame/kit/refusal";
import { topics } from "@trame/proto-schemas/topics";
import type { Tx } from "../database.ts";
import {
  type Action,
  type ActionFact,
  completeAction as decideCompletion,
  dropAction as decideDropping,
  entrustAction as decideEntrusting,
  recordAction as decideRecording,
  reopenAction as decideReopening,
  evolveAction,
} from "../domain/action.ts";
import { isPresent, type MeetingLevel } from "../domain/meeting.ts";
import { refusals } from "../errors.ts";
import type { Action as Row } from "../gen/prisma/client.ts";
import { policy } from "../policy.ts";
import { allAcademies, zoneOf } from "./academies.ts";
import { scopeOf } from "./access.ts";
import { tellOwner } from "./action-notices.ts";
import { toMeeting } from "./meetings.ts";
import { groupOf } from "./projections.ts";
import { meetingPlace } from "./schedule.ts";
import { leading } from "./sittings.ts";

/** The only writer of actions. The others are told nothing: persons are, by notices. */
const actions = aggregate<Tx, Action, ActionFact>({
  name: "Action",
  label: "Cette action",
  topic: topics.meetings,
  async lock(tx, id) {
    await tx.$queryRaw`select 1 as one from meeting_action where id = ${id} for update`;
    const row = await tx.action.findUnique({ where: { id } });
    return row && toAction(row);
  },
  insert: async (tx, action) => void (await tx.action.create({ data: toRow(action) })),
  update: async (tx, action) => void (await tx.action.update({ where: { id: action.id }, data: toRow(action) })),
  evolve: evolveAction,
  tell: () => null,
});

export const toAction = ({ closedAt, closedById, closedReason, level, state, ...row }: Row): Action => ({
  ...row,
  level: level as MeetingLevel,
  state: state as Action["state"],
  closed: closedAt && { at: closedAt, byId: closedById, reason: closedReason },
});

const toRow = ({ closed, ...action }: Action): Row => ({
  ...action,
  closedAt: closed?.at ?? null,
  closedById: closed?.byId ?? null,
  closedReason: closed?.reason ?? null,
});

/** By whoever convenes, or was there. */
export async function recordAction(
  tx: Tx,
  command: Command,
  {
    id = newId(),
    meetingId,
    ...words
  }: { id?: string; meetingId: string; text: string; ownerId: string; dueOn: string },
): Promise<string> {
  const { meeting, scope } = await meetingPlace(tx, meetingId);
  const own = meeting.attendance.find(({ personId }) => personId === command.by.personId);
  if (!own || !isPresent(own)) policy.demand(command.by, leading(meeting), scope);
  const timeZone = zoneOf(await allAcademies(tx), meeting.academyCode);
  const group = await groupOf(tx, meeting);
  const byId = command.by.personId ?? null;
  const around = { group, timeZone, byId, at: command.at, noticeId: noticeOf(id, 1) };
  const action = await actions.create(tx, command, decideRecording(meeting, { id, ...words }, around));
  await tellOwner(tx, command.at, { action, meeting, timeZone });
  return id;
}

export async function entrustAction(
  tx: Tx,
  command: Command,
  id: string,
  words: { ownerId?: string | null; dueOn?: string | null },
): Promise<string> {
  await change(tx, command, id, "lead", ({ action, group, timeZone }) =>
    decideEntrusting(
      action,
      { ownerId: words.ownerId ?? action.ownerId, dueOn: words.dueOn ?? action.dueOn },
      { group, today: dayIn(command.at, timeZone), noticeId: next(action) },
    ),
  );
  return id;
}

export async function completeAction(tx: Tx, command: Command, id: string): Promise<string> {
  const by = { byId: command.by.personId ?? null, at: command.at };
  await change(tx, command, id, "owner", ({ action }) => decideCompletion(action, by));
  return id;
}

export async function reopenAction(tx: Tx, command: Command, id: string): Promise<string> {
  await change(tx, command, id, "owner", ({ action }) => decideReopening(action, next(action)));
  return id;
}

export async function dropAction(tx: Tx, command: Command, id: string, reason: string): Promise<string> {
  const by = { byId: command.by.personId ?? null, at: command.at };
  await change(tx, { ...command, reason }, id, "lead", ({ action }) => decideDropping(action, reason, by));
  return id;
}

interface Decided {
  action: Action;
  group: readonly string[];
  timeZone: string;
}

async function change(
  tx: Tx,
  command: Command,
  id: string,
  who: "lead" | "owner",
  decide: (about: Decided) => ActionFact[],
): Promise<void> {
  const found = await tx.action.findUnique({ where: { id } });
  if (!found) refuse(notFound("Cette action", "actionId"));
  const academies = await allAcademies(tx);
  const meeting = toMeeting(await tx.meeting.findUniqueOrThrow({ where: { id: found.meetingId } }));
  const timeZone = zoneOf(academies, meeting.academyCode);
  const group = await groupOf(tx, meeting);
  const leads = policy.may(command.by, leading(meeting), scopeOf(academies, meeting));
  let before: Action | undefined;
  const action = await actions.change(tx, command, id, (state) => {
    const own = who === "owner" && state.ownerId === command.by.personId;
    if (!leads && !own) refuse(refusals.notYourAction());
    before = state;
    return decide({ action: state, group, timeZone });
  });
  if (action.version !== before?.version) await tellOwner(tx, command.at, { action, before, meeting, timeZone });
}

const noticeOf = (id: string, version: number) => stableId("meeting-action", id, String(version));
const next = ({ id, version }: Action) => noticeOf(id, version + 1);
