import { aggregate, type Command } from "@trame/kit/aggregate";
import { newId, stableId } from "@trame/kit/id";
import { appendEvents } from "@trame/kit/outbox";
import { notFound, refuse } from "@trame/kit/refusal";
import { notice, settled } from "@trame/proto-schemas/notices";
import { topics } from "@trame/proto-schemas/topics";
import type { Tx } from "../database.ts";
import type { Meeting } from "../domain/meeting.ts";
import {
  answerPoll as decideAnswer,
  closePoll as decideClosing,
  openPoll as decideOpening,
  evolvePoll,
  type Poll,
  type PollFact,
  type Preference,
} from "../domain/poll.ts";
import { refusals } from "../errors.ts";
import type { DatePoll as Row } from "../gen/prisma/client.ts";
import { policy } from "../policy.ts";
import { meetingPlace, personsOf, reviseMeeting } from "./schedule.ts";

/** The only writer of date polls. The others are told nothing: persons are, by notices, and calendars by the meeting. */
const polls = aggregate<Tx, Poll, PollFact>({
  name: "DatePoll",
  label: "Ce sondage",
  topic: topics.meetings,
  async lock(tx, id) {
    await tx.$queryRaw`select 1 as one from date_poll where id = ${id} for update`;
    const row = await tx.datePoll.findUnique({ where: { id } });
    return row && toPoll(row);
  },
  insert: async (tx, poll) => void (await tx.datePoll.create({ data: toRow(poll) })),
  update: async (tx, poll) => void (await tx.datePoll.update({ where: { id: poll.id }, data: toRow(poll) })),
  evolve: evolvePoll,
  tell: () => null,
});

export function toPoll({ options, votes, closedAt, chosenId, ...row }: Row): Poll {
  const dates = options as unknown as { id: string; startsAt: string }[];
  return {
    ...row,
    options: dates.map(({ id, startsAt }) => ({ id, startsAt: new Date(startsAt) })),
    votes: votes as unknown as Poll["votes"],
    closed: closedAt && { at: closedAt, optionId: chosenId },
  };
}

const toRow = ({ closed, options, votes, ...poll }: Poll) => ({
  ...poll,
  options: options.map(({ id, startsAt }) => ({ id, startsAt: startsAt.toISOString() })),
  votes: votes.map((vote) => ({ ...vote })),
  closedAt: closed?.at ?? null,
  chosenId: closed?.optionId ?? null,
});

const planning = ({ level }: Meeting) => (level === "NATIONAL" ? "planNational" : "planAcademic");

/** By whoever may plan the meeting; its group is asked, one poll at a time. */
export async function openPoll(
  tx: Tx,
  command: Command,
  { id = newId(), meetingId, ...words }: { id?: string; meetingId: string; startsAt: Date[]; deadlineAt: Date },
): Promise<string> {
  const { meeting, scope } = await meetingPlace(tx, meetingId);
  policy.demand(command.by, planning(meeting), scope);
  await tx.$queryRaw`select 1 as one from meeting where id = ${meetingId} for update`;
  if ((await tx.datePoll.count({ where: { meetingId, closedAt: null } })) > 0) refuse(refusals.pollOpen());
  const dates = words.startsAt.toSorted((a, b) => a.getTime() - b.getTime());
  const { by, at } = command;
  const poll = {
    id,
    openedById: by.personId ?? null,
    openedAt: at,
    deadlineAt: words.deadlineAt,
    options: dates.map((startsAt, rank) => ({ id: `${rank + 1}`, startsAt })),
    invitedIds: await personsOf(tx, meeting),
  };
  await polls.create(tx, command, decideOpening(meeting, poll));
  const told = {
    id: noticeOf(id),
    kind: "DATE_POLL",
    personIds: poll.invitedIds,
    title: `Sondage de dates : ${meeting.title}`,
    text: "Dites quelles dates vous conviennent.",
    path: `/espace/reunions/${meetingId}#date-a-choisir`,
    dueAt: poll.deadlineAt,
    about: id,
  };
  await appendEvents(tx, [notice(topics.meetings, at, told)]);
  return meetingId;
}

const noticeOf = (pollId: string) => stableId("date-poll", pollId);

export async function answerPoll(
  tx: Tx,
  command: Command,
  id: string,
  answers: readonly { optionId: string; preference: Preference }[],
): Promise<string> {
  const personId = command.by.personId ?? "";
  const { meetingId } = await polls.change(tx, command, id, (poll) =>
    decideAnswer(poll, personId, answers, command.at),
  );
  await appendEvents(tx, [settled(topics.meetings, command.at, noticeOf(id), [personId])]);
  return meetingId;
}

/** With a date, the meeting moves to it, under the rules of its revision; calendars follow. */
export async function closePoll(tx: Tx, command: Command, id: string, optionId: string | null): Promise<string> {
  const found = await tx.datePoll.findUnique({ where: { id } });
  if (!found) refuse(notFound("Ce sondage", "pollId"));
  const { meeting, scope } = await meetingPlace(tx, found.meetingId);
  policy.demand(command.by, planning(meeting), scope);
  const poll = await polls.change(tx, command, id, (state) => decideClosing(state, optionId, command.at));
  await appendEvents(tx, [settled(topics.meetings, command.at, noticeOf(id))]);
  const startsAt = poll.options.find((option) => option.id === optionId)?.startsAt;
  if (startsAt) {
    const endsAt = new Date(startsAt.getTime() + poll.durationMs);
    await reviseMeeting(tx, { by: command.by, at: command.at }, meeting.id, { startsAt, endsAt });
  }
  return meeting.id;
}
