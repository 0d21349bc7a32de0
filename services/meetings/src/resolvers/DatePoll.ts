import { PARIS } from "@trame/kit/day";
import { tallyOf } from "../domain/poll.ts";
import type { DatePollOptionResolvers, DatePollResolvers, DateVoteResolvers } from "../gen/schema.ts";
import { zoneOf } from "../store/academies.ts";
import { person } from "./inside.ts";

export const DatePoll: DatePollResolvers = {
  openedBy: ({ openedById }) => person(openedById),
  open: ({ closed, deadlineAt }, _, { at }) => closed === null && at <= deadlineAt,
  closedAt: ({ closed }) => closed?.at ?? null,
  options: (poll) => tallyOf(poll).map((tally) => ({ ...tally, poll })),
  answeredCount: ({ votes }) => new Set(votes.map(({ personId }) => personId)).size,
  invited: ({ invitedIds }) => invitedIds.map((id) => ({ id })),
  viewerAsked: ({ invitedIds }, _, { actor }) => invitedIds.includes(actor.personId ?? ""),
  viewerTimeZone: async (_, __, { actor, load, db }) => {
    const own = await db.person.findUnique({ where: { id: actor.personId ?? "" } });
    return own ? zoneOf(await load.academies(), own.academyCode) : PARIS;
  },
};

export const DatePollOption: DatePollOptionResolvers = {
  id: ({ option }) => option.id,
  startsAt: ({ option }) => option.startsAt,
  endsAt: ({ option, poll }) => new Date(option.startsAt.getTime() + poll.durationMs),
  chosen: ({ option, poll }) => poll.closed?.optionId === option.id,
  votes: ({ option, poll }) => poll.votes.filter(({ optionId }) => optionId === option.id),
  viewerPreference: ({ option, poll }, _, { actor }) =>
    poll.votes.find(({ optionId, personId }) => optionId === option.id && personId === actor.personId)?.preference ??
    null,
};

export const DateVote: DateVoteResolvers = {
  person: ({ personId }) => person(personId),
};
