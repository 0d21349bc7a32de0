import { pageOf } from "@trame/kit/connection";
import { family } from "@trame/kit/succession";
import type { AcademyResolvers } from "../gen/schema.ts";
import { readable } from "../store/access.ts";
import { listApplications, listProjects } from "../store/lists.ts";

export const Academy: AcademyResolvers = {
  __resolveReference: ({ code }) => ({ code }),
  projects: async ({ code }, args, { db, load }) =>
    listProjects(db, { academyCodes: family(await load.academies(), code), order: "TITLE_ASC" }, pageOf(args)),
  applications: async ({ code }, args, ctx) => {
    const academies = await ctx.load.academies();
    const academyCodes = family(academies, code);
    const query = { academyCodes, order: "SUBMITTED_DESC" as const, readable: readable(ctx.actor, academies) };
    return listApplications(ctx.db, query, pageOf(args));
  },
};
