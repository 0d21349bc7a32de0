import { pageOf } from "@trame/kit/connection";
import { forbidden, refuse } from "@trame/kit/refusal";
import { family } from "@trame/kit/succession";
import type { QueryResolvers } from "../../gen/schema.ts";
import { mayReadFacts, readable } from "../../store/access.ts";
import { listMeetings } from "../../store/lists.ts";

export const meeting: QueryResolvers["meeting"] = async (_, { id }, ctx) => {
  const found = await ctx.load.meeting.load(id);
  if (found && !mayReadFacts(ctx.actor, await ctx.load.academies(), found)) {
    refuse(forbidden("FORBIDDEN", "Cette réunion n'est pas encore convoquée : seul son groupe la voit."));
  }
  return found;
};

export const meetings: QueryResolvers["meetings"] = async (_, { filter, orderBy, ...page }, ctx) => {
  const { academyCode, mine, ...rest } = filter ?? {};
  const academies = await ctx.load.academies();
  const query = {
    ...rest,
    academyCodes: academyCode ? family(academies, academyCode) : undefined,
    // A visitor is convened nowhere: "-" is the id of nobody.
    attendeeId: mine ? ctx.actor.personId || "-" : undefined,
    order: orderBy ?? "STARTS_ASC",
    readable: readable(ctx.actor, academies),
  };
  return listMeetings(ctx.db, query, pageOf(page));
};
