import { plural, t } from "@lingui/core/macro";
import { Form, Link, redirect } from "react-router";
import { definePage } from "../apollo/page.ts";
import { graphql } from "../gen/gql.ts";
import type { ScenariosPageQuery } from "../gen/graphql.ts";
import { Empty } from "../ui/Empty.tsx";
import { FilterPills } from "../ui/FilterPills.tsx";
import { canonicalAddress } from "../ui/filters.ts";
import { labels } from "../ui/labels.ts";
import { Page } from "../ui/Page.tsx";
import { Pager } from "../ui/Pager.tsx";
import { Unavailable } from "../ui/Unavailable.tsx";
import type { Route } from "./+types/scenarios.ts";
import { ScenarioItem } from "./parts/ScenarioItem.tsx";
import { Facets } from "./scenarios/Facets.tsx";
import { filtersAt, listAt, orderOf, PAGE_SIZE, type ScenarioFilters, variablesAt } from "./scenarios/filters.ts";
import { pillsOf } from "./scenarios/names.ts";

const page = definePage({
  query: graphql(`
    query ScenariosPage(
      $filter: ScenarioFilter
      $search: String
      $orderBy: ScenarioOrder
      $first: Int!
      $after: String
      $themeId: ID!
      $withTheme: Boolean!
    ) {
      scenarios(filter: $filter, search: $search, orderBy: $orderBy, first: $first, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          ...ScenarioItem
        }
      }
      scenarioFacets(filter: $filter, search: $search) {
        disciplines {
          value
          count
        }
        levels {
          value
          count
        }
        academies {
          value
          count
        }
        progressivities {
          value
          count
        }
        competences {
          value
          count
        }
      }
      disciplines {
        code
        label
      }
      academies(all: true) {
        code
        name
      }
      levels: vocabulary(name: LEVEL) {
        uri
        label
      }
      competences: vocabulary(name: CRCN) {
        uri
        label
      }
      theme(id: $themeId) @include(if: $withTheme) {
        id
        title
      }
    }
  `),
  variables: ({ search }) => variablesAt(search),
  head: (data, { search }) => ({
    title: t`Scénarios pédagogiques`,
    description: t`${plural(data.scenarios?.totalCount ?? 0, { one: "# scénario pédagogique", other: "# scénarios pédagogiques" })} essayés en classe par les équipes des académies, sous licence ouverte.`,
    canonical: "/scenarios",
    // Every combination of filters is the same list again.
    noindex: search.size > 0,
  }),
});

export const loader = (args: Route.LoaderArgs) => redirectEmpty(args.request) ?? page.loader(args);
export const clientLoader = (args: Route.ClientLoaderArgs) => redirectEmpty(args.request) ?? page.clientLoader(args);
export const meta = page.meta;

const redirectEmpty = (request: Request) => {
  const address = canonicalAddress(new URL(request.url));
  return address ? redirect(address) : null;
};

export default function Scenarios() {
  const { data, place } = page.useData();
  const filters = filtersAt(place.search);
  return (
    <Page title={t`Scénarios pédagogiques`} lead={<p>{t`Des exemples de pratiques, essayés en classe puis relus.`}</p>}>
      <Search filters={filters} />
      <div className="list-with-aside">
        <Facets data={data} filters={filters} />
        {data.scenarios ? <Results data={data} list={data.scenarios} filters={filters} /> : <Unavailable />}
      </div>
    </Page>
  );
}

/** Searching keeps the other filters and begins again at the first page. */
function Search({ filters }: { filters: ScenarioFilters }) {
  const kept = Object.entries(filters).filter(([name]) => name !== "q");
  return (
    <search>
      <Form className="search-line" key={filters.q ?? ""}>
        <div className="fr-input-group">
          <label className="fr-label" htmlFor="q">
            {t`Mots cherchés`}
            <span className="fr-hint-text">
              {t`Dans le titre, le résumé et le déroulé ; les accents ne comptent pas.`}
            </span>
          </label>
          <input className="fr-input" type="search" id="q" name="q" defaultValue={filters.q} />
        </div>
        {kept.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <button type="submit" className="fr-btn fr-icon-search-line fr-btn--icon-left">
          {t`Chercher`}
        </button>
      </Form>
    </search>
  );
}

interface ResultsProps {
  data: ScenariosPageQuery;
  list: NonNullable<ScenariosPageQuery["scenarios"]>;
  filters: ScenarioFilters;
}

function Results({ data, list, filters }: ResultsProps) {
  return (
    <section aria-label={t`Résultats`}>
      <h2 className="fr-h4" aria-live="polite">
        {plural(list.totalCount, { one: "# scénario", other: "# scénarios" })}
      </h2>
      <FilterPills pills={pillsOf(data, filters)} clear="/scenarios" />
      {list.totalCount > 1 && <Orders filters={filters} />}
      {list.nodes.length === 0 ? (
        <Empty action={<Link to="/scenarios">{t`Voir tous les scénarios`}</Link>}>
          {t`Aucun scénario ne répond à ces critères. Retirez un filtre ou cherchez d’autres mots.`}
        </Empty>
      ) : (
        <ul className="items">
          {list.nodes.map((scenario) => (
            <ScenarioItem key={scenario.id} scenario={scenario} />
          ))}
        </ul>
      )}
      <Pager pageInfo={list.pageInfo} totalCount={list.totalCount} pageSize={PAGE_SIZE} of={t`scénarios`} />
    </section>
  );
}

function Orders({ filters }: { filters: ScenarioFilters }) {
  const current = orderOf(filters);
  const choices = Object.entries(labels.ScenarioOrder).filter(([order]) => order !== "RELEVANCE" || filters.q);
  return (
    <nav className="orders" aria-label={t`Trier les scénarios`}>
      <span>{t`Trier :`}</span>
      <ul>
        {choices.map(([order, label]) => (
          <li key={order}>
            <Link
              to={listAt({ ...filters, tri: order })}
              aria-current={order === current ? "true" : undefined}
              preventScrollReset
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
