import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Link } from "react-router";
import { definePage } from "../../../apollo/page.ts";
import { graphql } from "../../../gen/gql.ts";
import type { MyScenariosQuery, ScenarioState } from "../../../gen/graphql.ts";
import { Empty } from "../../../ui/Empty.tsx";
import { addressOf, filtersFrom, oneOf } from "../../../ui/filters.ts";
import { labelOf, labels } from "../../../ui/labels.ts";
import { afterOf, Pager } from "../../../ui/Pager.tsx";
import { StateBadge } from "../../../ui/StateBadge.tsx";
import { Unavailable } from "../../../ui/Unavailable.tsx";
import { Screen } from "../parts/Screen.tsx";

const PAGE_SIZE = 20;
const PATH = "/espace/scenarios";

const page = definePage({
  query: graphql(`
    query MyScenarios($filter: ScenarioFilter, $first: Int!, $after: String) {
      scenarios(filter: $filter, orderBy: TITLE_ASC, first: $first, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          id
          title
          state
          publicationGaps {
            code
          }
          edubase {
            state
          }
          theme {
            id
            title
          }
          academies {
            code
            name
          }
          authors {
            role
            person {
              id
              displayName
            }
          }
        }
      }
      viewer {
        ...ViewerRights
        academicGroups {
          id
          project {
            id
            title
          }
        }
      }
    }
  `),
  variables: ({ search }) => {
    const { etat, projet } = filtersFrom(search, ["etat", "projet"]);
    const state = oneOf(labels.ScenarioState, etat) as ScenarioState | undefined;
    return {
      filter: { mine: true, projectId: projet, states: state ? [state] : undefined },
      first: PAGE_SIZE,
      after: afterOf(search),
    };
  },
  head: () => ({ title: t`Mes scénarios`, noindex: true }),
  fresh: true,
});

export const loader = page.loader;
export const clientLoader = page.clientLoader;
export const meta = page.meta;

export default function MyScenarios() {
  const { data, place } = page.useData();
  const filters = filtersFrom(place.search, ["etat", "projet"]);
  return (
    <Screen title={t`Mes scénarios`} lead={<p>{t`Ceux de vos groupes et ceux dont vous êtes auteur.`}</p>}>
      <Begin data={data} />
      <States filters={filters} />
      {data.scenarios ? <Results list={data.scenarios} filtered={Boolean(filters.etat)} /> : <Unavailable />}
    </Screen>
  );
}

const projectsOf = (viewer: MyScenariosQuery["viewer"]) =>
  (viewer?.academicGroups ?? []).flatMap(({ project }) => (project ? [project] : []));

const Begin = ({ data }: { data: MyScenariosQuery }) => (
  <ul className="actions plain">
    {projectsOf(data.viewer).map(({ id, title }) => (
      <li key={id}>
        <Link className="fr-btn fr-btn--secondary" to={`${PATH}/nouveau?projet=${id}`}>
          <Trans>Commencer un scénario : {title}</Trans>
        </Link>
      </li>
    ))}
  </ul>
);

const States = ({ filters }: { filters: { etat?: string; projet?: string } }) => (
  <nav className="orders" aria-label={t`Filtrer par état`}>
    <span>{t`État :`}</span>
    <ul>
      {[undefined, ...Object.keys(labels.ScenarioState)].map((state) => (
        <li key={state ?? "tous"}>
          <Link
            to={addressOf(PATH, { ...filters, etat: state })}
            aria-current={state === filters.etat ? "true" : undefined}
            preventScrollReset
          >
            {state ? labelOf("ScenarioState", state) : t`Tous`}
          </Link>
        </li>
      ))}
    </ul>
  </nav>
);

type List = NonNullable<MyScenariosQuery["scenarios"]>;

const Results = ({ list, filtered }: { list: List; filtered: boolean }) => (
  <section aria-label={t`Résultats`}>
    <h2 className="fr-h4" aria-live="polite">
      {plural(list.totalCount, { one: "# scénario", other: "# scénarios" })}
    </h2>
    {list.nodes.length === 0 ? (
      <Empty
        action={
          <Link to={filtered ? PATH : "/scenarios"}>
            {filtered ? t`Voir tous mes scénarios` : t`Lire les scénarios publiés`}
          </Link>
        }
      >
        {filtered ? t`Aucun scénario dans cet état.` : t`Aucun scénario de vos groupes pour l’instant.`}
      </Empty>
    ) : (
      <ul className="items">
        {list.nodes.map((scenario) => (
          <Item key={scenario.id} scenario={scenario} />
        ))}
      </ul>
    )}
    <Pager pageInfo={list.pageInfo} totalCount={list.totalCount} pageSize={PAGE_SIZE} of={t`scénarios`} />
  </section>
);

const Item = ({ scenario }: { scenario: List["nodes"][number] }) => (
  <li className="item">
    <h3 className="item__title">
      <Link to={`${PATH}/${scenario.id}`}>{scenario.title}</Link>
    </h3>
    <p className="item__facts">
      <StateBadge of="ScenarioState" value={scenario.state} />
      {hasGaps(scenario) && (
        <span>
          <Trans>
            {plural(scenario.publicationGaps.length, { one: "# point manque", other: "# points manquent" })} pour
            publier
          </Trans>
        </span>
      )}
      {scenario.state === "PUBLISHED" && <span>{labelOf("EdubaseState", scenario.edubase.state)}</span>}
      {scenario.theme && <span>{scenario.theme.title}</span>}
      <span>{scenario.academies.map(({ name }) => name).join(", ")}</span>
      <span>{[...new Set(scenario.authors.map(({ person }) => person?.displayName).filter(Boolean))].join(", ")}</span>
    </p>
  </li>
);

const hasGaps = ({ state, publicationGaps }: List["nodes"][number]) =>
  ["DRAFT", "IN_REVIEW", "REVIEWED"].includes(state) && publicationGaps.length > 0;
