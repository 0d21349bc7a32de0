import { refuseAll } from "@trame/kit/refusal";
import { refusals } from "../errors.ts";
import { isAhead, type Meeting } from "./meeting.ts";

export type Preference = "YES" | "IF_NEEDED" | "NO";

export interface PollOption {
  id: string;
  startsAt: Date;
}

export interface Vote {
  personId: string;
  optionId: string;
  preference: Preference;
}

/** Which of several dates suits the group, for a meeting that is planned or has to move. */
export interface Poll {
  id: string;
  version: number;
  meetingId: string;
  openedById: string | null;
  openedAt: Date;
  /** Until when the persons asked answer. */
  deadlineAt: Date;
  /** As long as the meeting was foreseen. */
  durationMs: number;
  options: PollOption[];
  invitedIds: string[];
  votes: Vote[];
  closed: { at: Date; optionId: string | null } | null;
}

export type PollFact =
  | { type: "PollOpened"; poll: Omit<Poll, "version"> }
  | { type: "PollAnswered"; votes: Vote[] }
  | { type: "PollClosed"; at: Date; optionId: string | null };

export const FEWEST_OPTIONS = 2;
export const MOST_OPTIONS = 12;

/** Between two dates or more, all to come and after the deadline, of a meeting that is neither held nor cancelled. */
export function openPoll(
  meeting: Meeting,
  poll: Omit<Poll, "version" | "votes" | "closed" | "durationMs" | "meetingId">,
): PollFact[] {
  if (!isAhead(meeting)) refuseAll([refusals.tooLateToPoll()]);
  const { options, deadlineAt, openedAt } = poll;
  const different = new Set(options.map(({ startsAt }) => startsAt.getTime()));
  const enough = options.length >= FEWEST_OPTIONS && options.length <= MOST_OPTIONS;
  refuseAll([
    ...(enough ? [] : [refusals.fewDates(FEWEST_OPTIONS, MOST_OPTIONS)]),
    ...(different.size < options.length ? [refusals.dateTwice()] : []),
    ...(deadlineAt <= openedAt ? [refusals.deadlinePassed()] : []),
    ...(options.some(({ startsAt }) => startsAt <= deadlineAt) ? [refusals.dateBeforeDeadline()] : []),
    ...(poll.invitedIds.length > 0 ? [] : [refusals.nobodyToConvene()]),
  ]);
  const durationMs = meeting.endsAt.getTime() - meeting.startsAt.getTime();
  const whole = { ...poll, meetingId: meeting.id, durationMs, votes: [], closed: null };
  return [{ type: "PollOpened", poll: whole }];
}

/** Each person asked, for every date at once, and again as long as it is open. */
export function answerPoll(
  poll: Poll,
  personId: string,
  answers: readonly { optionId: string; preference: Preference }[],
  at: Date,
): PollFact[] {
  if (!poll.invitedIds.includes(personId)) refuseAll([refusals.notAsked()]);
  if (poll.closed || at > poll.deadlineAt) refuseAll([refusals.pollOver()]);
  const told = new Map(answers.map(({ optionId, preference }) => [optionId, preference]));
  const all = poll.options.every(({ id }) => told.has(id)) && told.size === poll.options.length;
  refuseAll(all ? [] : [refusals.everyDate()]);
  const others = poll.votes.filter((vote) => vote.personId !== personId);
  const own = poll.options.map(({ id: optionId }) => ({ personId, optionId, preference: told.get(optionId) ?? "NO" }));
  return [{ type: "PollAnswered", votes: [...others, ...own] }];
}

/** With one of its dates, or without any. */
export function closePoll(poll: Poll, optionId: string | null, at: Date): PollFact[] {
  if (poll.closed) refuseAll([refusals.pollOver()]);
  const known = optionId === null || poll.options.some(({ id }) => id === optionId);
  refuseAll(known ? [] : [refusals.unknownDate()]);
  return [{ type: "PollClosed", at, optionId }];
}

export function evolvePoll(poll: Poll | null, fact: PollFact): Poll {
  if (fact.type === "PollOpened") return { ...fact.poll, version: 0 };
  if (!poll) throw new Error(`${fact.type} without a poll`);
  return fact.type === "PollAnswered"
    ? { ...poll, votes: fact.votes }
    : { ...poll, closed: { at: fact.at, optionId: fact.optionId } };
}

export interface Tally {
  option: PollOption;
  yes: number;
  ifNeeded: number;
  no: number;
  /** No other date suits more persons, counting those who could if needed after those who can. */
  best: boolean;
}

export function tallyOf({ options, votes }: Pick<Poll, "options" | "votes">): Tally[] {
  const count = (id: string, wanted: Preference) =>
    votes.filter(({ optionId, preference }) => optionId === id && preference === wanted).length;
  const tallies = options.map((option) => ({
    option,
    yes: count(option.id, "YES"),
    ifNeeded: count(option.id, "IF_NEEDED"),
    no: count(option.id, "NO"),
  }));
  const worth = ({ yes, ifNeeded }: { yes: number; ifNeeded: number }) => (yes + ifNeeded) * 1000 + yes;
  const most = Math.max(0, ...tallies.map(worth));
  return tallies.map((tally) => ({ ...tally, best: most > 0 && worth(tally) === most }));
}
