import type { QueryResolvers } from "../../gen/schema.ts";
import { participation as figures } from "../../store/figures.ts";

export const participation: QueryResolvers["participation"] = async (_, { filter, by }, ctx) =>
  figures(ctx.db, ctx, await ctx.load.academies(), { filter: filter ?? {}, axis: by });
