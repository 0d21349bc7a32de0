import type { Actor } from "@trame/kit/actor";
import { family } from "@trame/kit/succession";
import { levelAndNarrower } from "../domain/levels.ts";
import type { Criteria } from "../domain/saved-search.ts";
import { ofGroups, readable } from "./access.ts";
import type { Loaders } from "./loaders.ts";
import type { ScenarioQuery } from "./search.ts";

/** What a reader asks a list for. */
export interface Asked extends Criteria {
  projectId?: string | null;
  states?: readonly string[] | null;
  mine?: boolean | null;
}

/** What everybody may find has a table of its own; a project's scenarios are few, and are looked up where they are written. */
export const isPublic = (filter: Asked | null | undefined): boolean =>
  !filter?.mine && !filter?.projectId && (!filter?.states || filter.states.every((state) => state === "PUBLISHED"));

const ALL = ["DRAFT", "IN_REVIEW", "REVIEWED", "PUBLISHED", "WITHDRAWN"] as const;

/** With the academies that an academy came from, the narrower levels, and the words that were meant. */
export async function toQuery(
  { actor, load }: { actor: Actor; load: Loaders },
  filter: Asked | null | undefined,
  search: string | null | undefined,
): Promise<ScenarioQuery> {
  const { academyCode, level, mine, states, ...rest } = filter ?? {};
  const academies = await load.academies();
  return {
    ...rest,
    search: (search && isPublic(filter) ? await load.spelling(search) : null) ?? search,
    academyCodes: academyCode ? family(academies, academyCode) : undefined,
    levels: level ? levelAndNarrower(level, await load.levels()) : undefined,
    states: states ?? (mine ? ALL : ["PUBLISHED"]),
    within: mine ? ofGroups(actor, academies) : readable(actor, academies),
  };
}
