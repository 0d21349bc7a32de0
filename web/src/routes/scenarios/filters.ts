import { addressOf, type Filters, filtersFrom, oneOf } from "../../ui/filters.ts";
import { labels } from "../../ui/labels.ts";
import { afterOf } from "../../ui/Pager.tsx";

export const PAGE_SIZE = 20;

/** The words of the address, in the order in which they are shown. */
export const names = ["q", "discipline", "niveau", "academie", "progressivite", "competence", "theme", "tri"] as const;

export type FilterName = (typeof names)[number];
export type ScenarioFilters = Filters<FilterName>;

export const filtersAt = (search: URLSearchParams): ScenarioFilters => filtersFrom(search, names);

export const listAt = (filters: ScenarioFilters): string => addressOf("/scenarios", filters);

/** From the address to the query's variables. */
export function variablesAt(search: URLSearchParams) {
  const filters = filtersAt(search);
  const { q, discipline, niveau, academie, progressivite, competence, theme } = filters;
  return {
    filter: {
      disciplineCode: discipline,
      level: niveau,
      academyCode: academie,
      progressivity: oneOf(labels.Progressivity, progressivite),
      competence,
      themeId: theme,
    },
    search: q,
    orderBy: orderOf(filters),
    first: PAGE_SIZE,
    after: afterOf(search),
    themeId: theme ?? "",
    withTheme: theme !== undefined,
  };
}

/** Without a choice: the most relevant of what was searched for, else the latest. */
export const orderOf = ({ tri, q }: ScenarioFilters) =>
  oneOf(labels.ScenarioOrder, tri) ?? (q ? "RELEVANCE" : "PUBLISHED_DESC");
