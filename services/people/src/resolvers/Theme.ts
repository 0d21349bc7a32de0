import type { ProjectResolvers, ThemeResolvers } from "../gen/schema.ts";
import { participation } from "../store/figures.ts";

export const Theme: ThemeResolvers = {
  __resolveReference: ({ id }) => ({ id }),
  nationalGroup: ({ id }, _, { load }) => load.nationalGroupOfTheme.load(id),
  participation: async ({ id }, { filter, by }, ctx) =>
    participation(ctx.db, ctx, await ctx.load.academies(), { filter: { ...filter, themeId: id }, axis: by }),
};

export const Project: ProjectResolvers = {
  __resolveReference: ({ id }) => ({ id }),
  group: ({ id }, _, { load }) => load.groupOfProject.load(id),
};
