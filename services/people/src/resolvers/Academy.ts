import { dayIn } from "@trame/kit/day";
import { labelOf } from "../domain/academy.ts";
import { inForce } from "../domain/mandate.ts";
import type { AcademicRegionResolvers, AcademyResolvers } from "../gen/schema.ts";
import { participation } from "../store/figures.ts";

export const AcademicRegion: AcademicRegionResolvers = {
  __resolveReference: async ({ code }, { load }) => {
    const academy = [...(await load.academies()).values()].find(({ regionCode }) => regionCode === code);
    return academy ? { code, name: academy.regionName } : null;
  },
};

export const Academy: AcademyResolvers = {
  __resolveReference: async ({ code }, { load }) => (await load.academies()).get(code) ?? null,
  code: ({ id }) => id,
  label: (academy, _, { at }) => labelOf(academy, dayIn(at)),
  region: ({ regionCode, regionName }) => ({ code: regionCode, name: regionName }),
  successor: async ({ successorCode }, _, { load }) =>
    successorCode ? ((await load.academies()).get(successorCode) ?? null) : null,
  predecessors: async ({ id }, _, { load }) =>
    [...(await load.academies()).values()].filter(({ successorCode }) => successorCode === id),
  dan: async ({ id, timeZone }, _, { load, at }) => {
    const dan = (await load.dansOfAcademy.load(id)).find((mandate) => inForce(mandate, dayIn(at, timeZone)));
    return dan ? load.person.load(dan.personId) : null;
  },
  participation: async ({ id }, { filter, by }, ctx) =>
    participation(ctx.db, ctx, await ctx.load.academies(), { filter: { ...filter, academyCode: id }, axis: by }),
};
