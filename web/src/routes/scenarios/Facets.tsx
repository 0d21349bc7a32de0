import { t } from "@lingui/core/macro";
import { Link } from "react-router";
import { type FacetName, scenarioList } from "../../features/scenarios/scenarioList.tsx";
import type { ScenariosPageQuery } from "../../gen/graphql.ts";
import { inFrench } from "../../language.ts";
import { without } from "../../ui/filters.ts";
import { figure } from "../../ui/plural.ts";
import { Unavailable } from "../../ui/Unavailable.tsx";

interface FacetsProps {
  data: ScenariosPageQuery;
  search: URLSearchParams;
}

/** Ways to narrow the list: links with counts, folded, so that results stay near the top on a telephone. */
export function Facets({ data, search }: FacetsProps) {
  const facets = data.scenarioFacets;
  const groups: [FacetName, { value: string; count: number }[]][] = facets
    ? [
        ["discipline", facets.disciplines],
        ["niveau", facets.levels],
        ["academie", facets.academies],
        ["progressivite", facets.progressivities],
        ["competence", facets.competences],
        ["theme", facets.themes],
        ["annee", facets.campaigns],
        ["outil", facets.tools],
        ["licence", facets.licences],
      ]
    : [];
  return (
    <nav className="facets" aria-labelledby="facets-title">
      <h2 className="fr-h6" id="facets-title">
        {t`Affiner`}
      </h2>
      {facets ? null : <Unavailable />}
      {facets?.exact === false && <p className="fr-hint-text">{t`Liste longue : effectifs estimés.`}</p>}
      {groups.map(([filter, values]) => (
        <Facet key={filter} filter={filter} values={values} data={data} search={search} />
      ))}
    </nav>
  );
}

type FacetProps = FacetsProps & { filter: FacetName; values: { value: string; count: number }[] };

function Facet({ filter, values, data, search }: FacetProps) {
  if (values.length === 0) return null;
  const filters = scenarioList.chosenAt(search);
  const chosen = filters[filter];
  const { label, named } = scenarioList.filters[filter];
  return (
    <details open={chosen !== undefined}>
      <summary>{label}</summary>
      <ul>
        {values.map(({ value, count }) => (
          <li key={value}>
            <Link
              to={scenarioList.address(
                value === chosen ? without<string>(filters, filter) : { ...filters, [filter]: value },
              )}
              aria-current={value === chosen ? "true" : undefined}
              rel="nofollow"
              preventScrollReset
              lang={filter === "progressivite" ? undefined : inFrench}
            >
              {named?.(data, value) ?? value}
            </Link>{" "}
            <span className="facets__count">{figure(count)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
