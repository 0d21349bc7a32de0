import { pageOf } from "@trame/kit/connection";
import { refuse } from "@trame/kit/refusal";
import { refusals } from "../../errors.ts";
import type { QueryResolvers } from "../../gen/schema.ts";
import { facetsFound, listFound } from "../../store/found.ts";
import { facets, listScenarios } from "../../store/lists.ts";
import { isPublic, toQuery } from "../../store/query.ts";
import { readableOrNull } from "../readable.ts";

export const scenario: QueryResolvers["scenario"] = async (_, { id, slug }, ctx) => {
  const found = id ? await ctx.load.scenario.load(id) : slug ? await ctx.load.scenarioBySlug.load(slug) : null;
  if (!found) return null;
  return (await readableOrNull(ctx, found)) ?? refuse(refusals.notReadable());
};

export const scenarios: QueryResolvers["scenarios"] = async (_, args, ctx) => {
  const { filter, search, orderBy, ...page } = args;
  const query = { ...(await toQuery(ctx, filter, search)), order: orderBy ?? "PUBLISHED_DESC" };
  return isPublic(filter) ? listFound(ctx.db, query, pageOf(page)) : listScenarios(ctx.db, query, pageOf(page));
};

export const scenarioSpelling: QueryResolvers["scenarioSpelling"] = (_, { search }, { load }) =>
  search.trim() ? load.spelling(search) : null;

export const scenarioFacets: QueryResolvers["scenarioFacets"] = async (_, { filter, search }, ctx) => {
  const query = await toQuery(ctx, filter, search);
  const { rows, exact } = isPublic(filter)
    ? await facetsFound(ctx.db, query)
    : { rows: await facets(ctx.db, query), exact: true };
  const of = (facet: string) =>
    rows
      .filter(({ key }) => key.startsWith(`${facet}:`))
      .slice(0, VALUES)
      .map(({ key, count }) => ({ value: key.slice(facet.length + 1), count, facet }));
  return {
    exact,
    disciplines: of("discipline"),
    academies: of("academie"),
    levels: of("niveau"),
    progressivities: of("progressivite"),
    competences: of("competence"),
    themes: of("theme"),
    campaigns: of("campagne"),
    tools: of("outil"),
    licences: of("licence"),
  };
};

/** A facet of more values is no help: the most frequent ones are told. */
const VALUES = 100;
