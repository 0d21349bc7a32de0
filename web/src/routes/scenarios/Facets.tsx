import { t } from "@lingui/core/macro";
import { Link } from "react-router";
import type { ScenariosPageQuery } from "../../gen/graphql.ts";
import { inFrench } from "../../language.ts";
import { without } from "../../ui/filters.ts";
import { figure } from "../../ui/plural.ts";
import { Unavailable } from "../../ui/Unavailable.tsx";
import { type FilterName, listAt, type ScenarioFilters } from "./filters.ts";
import { headings, nameOf } from "./names.ts";

interface FacetsProps {
  data: ScenariosPageQuery;
  filters: ScenarioFilters;
}

/** Ways to narrow the list: links with counts, folded, so that results stay near the top on a telephone. */
export function Facets({ data, filters }: FacetsProps) {
  const facets = data.scenarioFacets;
  const groups: [FilterName, { value: string; count: number }[]][] = facets
    ? [
        ["discipline", facets.disciplines],
        ["niveau", facets.levels],
        ["academie", facets.academies],
        ["progressivite", facets.progressivities],
        ["competence", facets.competences],
      ]
    : [];
  return (
    <nav className="facets" aria-labelledby="facets-title">
      <h2 className="fr-h6" id="facets-title">
        {t`Affiner`}
      </h2>
      {facets ? null : <Unavailable />}
      {groups.map(([filter, values]) => (
        <Facet key={filter} filter={filter} values={values} data={data} filters={filters} />
      ))}
    </nav>
  );
}

type FacetProps = FacetsProps & { filter: FilterName; values: { value: string; count: number }[] };

function Facet({ filter, values, data, filters }: FacetProps) {
  if (values.length === 0) return null;
  const chosen = filters[filter];
  return (
    <details open={chosen !== undefined}>
      <summary>{headings[filter]}</summary>
      <ul>
        {values.map(({ value, count }) => (
          <li key={value}>
            <Link
              to={listAt(value === chosen ? without(filters, filter) : { ...filters, [filter]: value })}
              aria-current={value === chosen ? "true" : undefined}
              rel="nofollow"
              preventScrollReset
              lang={filter === "progressivite" ? undefined : inFrench}
            >
              {nameOf(data, filter, value)}
            </Link>{" "}
            <span className="facets__count">{figure(count)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
