import { pageOf } from "@trame/kit/connection";
import { refuse } from "@trame/kit/refusal";
import { family } from "@trame/kit/succession";
import type { Context } from "../../context.ts";
import { levelAndNarrower } from "../../domain/levels.ts";
import { refusals } from "../../errors.ts";
import type { QueryResolvers, ScenarioFilter } from "../../gen/schema.ts";
import { ofGroups, readable } from "../../store/access.ts";
import { type FacetRow, facets, listScenarios } from "../../store/lists.ts";
import type { ScenarioQuery } from "../../store/search.ts";
import { readableOrNull } from "../readable.ts";

export const scenario: QueryResolvers["scenario"] = async (_, { id, slug }, ctx) => {
  const found = id ? await ctx.load.scenario.load(id) : slug ? await ctx.load.scenarioBySlug.load(slug) : null;
  if (!found) return null;
  return (await readableOrNull(ctx, found)) ?? refuse(refusals.notReadable());
};

export const scenarios: QueryResolvers["scenarios"] = async (_, args, ctx) => {
  const { filter, search, orderBy, ...page } = args;
  const query = { ...(await toQuery(ctx, filter, search)), order: orderBy ?? "PUBLISHED_DESC" };
  return listScenarios(ctx.db, query, pageOf(page));
};

export const scenarioFacets: QueryResolvers["scenarioFacets"] = async (_, { filter, search }, ctx) => {
  const rows = await facets(ctx.db, await toQuery(ctx, filter, search));
  const of = (facet: FacetRow["facet"]) => rows.filter((row) => row.facet === facet);
  return {
    disciplines: of("disciplines"),
    academies: of("academies"),
    levels: of("levels"),
    progressivities: of("progressivities"),
    competences: of("competences"),
  };
};

const ALL = ["DRAFT", "IN_REVIEW", "REVIEWED", "PUBLISHED", "WITHDRAWN"] as const;

async function toQuery(
  { actor, load }: Context,
  filter: ScenarioFilter | null | undefined,
  search: string | null | undefined,
): Promise<ScenarioQuery> {
  const { academyCode, level, mine, states, ...rest } = filter ?? {};
  const academies = await load.academies();
  return {
    ...rest,
    search,
    academyCodes: academyCode ? family(academies, academyCode) : undefined,
    levels: level ? levelAndNarrower(level, await load.levels()) : undefined,
    states: states ?? (mine ? ALL : ["PUBLISHED"]),
    within: mine ? ofGroups(actor, academies) : readable(actor, academies),
  };
}
