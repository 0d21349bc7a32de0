import { pageOf } from "@trame/kit/connection";
import { forbidden, refuse } from "@trame/kit/refusal";
import { family } from "@trame/kit/succession";
import type { QueryResolvers } from "../../gen/schema.ts";
import { policy } from "../../policy.ts";
import { readable } from "../../store/access.ts";
import { listApplications } from "../../store/lists.ts";
import { readableOnly } from "../Application.ts";

export const application: QueryResolvers["application"] = async (_, { id }, ctx) => {
  const found = await ctx.load.application.load(id);
  if (found && !(await readableOnly(found, ctx))) {
    refuse(
      forbidden(
        "FORBIDDEN",
        "Cette candidature se lit dans son académie, par l'expertise et l'inspection générale du thème, par qui l'évalue sans lien d'intérêt, et au département DNE A2.",
      ),
    );
  }
  return found;
};

export const applications: QueryResolvers["applications"] = async (_, args, ctx) => {
  const { filter, search, orderBy, ...page } = args;
  const { academyCode, ...rest } = filter ?? {};
  // What is not published yet neither sorts nor restricts a list that somebody else reads.
  if (rest.standings || rest.pending || orderBy === "MEAN_DESC") policy.demand(ctx.actor, "readBoard");
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
