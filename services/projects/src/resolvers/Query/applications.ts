import { pageOf } from "@trame/kit/connection";
import { forbidden, refuse } from "@trame/kit/refusal";
import { family } from "@trame/kit/succession";
import type { QueryResolvers } from "../../gen/schema.ts";
import { mayRead, readable } from "../../store/access.ts";
import { listApplications } from "../../store/lists.ts";

export const application: QueryResolvers["application"] = async (_, { id }, ctx) => {
  const found = await ctx.load.application.load(id);
  if (found && !mayRead(ctx.actor, await ctx.load.academies(), found)) {
    refuse(
      forbidden(
        "FORBIDDEN",
        "Cette candidature se lit dans son académie, par l'expertise et l'inspection générale du thème, et au département DNE A2.",
      ),
    );
  }
  return found;
};

export const applications: QueryResolvers["applications"] = async (_, args, ctx) => {
  const { filter, search, orderBy, ...page } = args;
  const { academyCode, ...rest } = filter ?? {};
  const academies = await ctx.load.academies();
  const academyCodes = academyCode ? family(academies, academyCode) : undefined;
  const query = {
    ...rest,
    academyCodes,
    search,
    order: orderBy ?? "SUBMITTED_DESC",
    readable: readable(ctx.actor, academies),
  };
  return listApplications(ctx.db, query, pageOf(page));
};
