import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Link, redirect } from "react-router";
import { definePage } from "../../apollo/page.ts";
import { can } from "../../features/people/rights.ts";
import { ApplicationFilters } from "../../features/projects/ApplicationFilters.tsx";
import {
  type ApplicationListFilters,
  listNames,
  pillsOf,
  variablesOf,
} from "../../features/projects/applicationList.ts";
import { graphql } from "../../gen/gql.ts";
import type { ApplicationsScreenQuery } from "../../gen/graphql.ts";
import { Empty } from "../../ui/Empty.tsx";
import { FilterPills } from "../../ui/FilterPills.tsx";
import { addressOf, canonicalAddress, filtersFrom } from "../../ui/filters.ts";
import { labelOf } from "../../ui/labels.ts";
import { afterOf, Pager } from "../../ui/Pager.tsx";
import { capital, figure } from "../../ui/plural.ts";
import { StateBadge } from "../../ui/StateBadge.tsx";
import { TableFrame } from "../../ui/TableFrame.tsx";
import { Time } from "../../ui/Time.tsx";
import { Unavailable } from "../../ui/Unavailable.tsx";
import type { Route } from "./+types/applications.ts";
import { Screen } from "./parts/Screen.tsx";

const PAGE_SIZE = 20;

const page = definePage({
  query: graphql(`
    query ApplicationsScreen(
      $filter: ApplicationFilter!
      $drafts: ApplicationFilter!
      $submitted: ApplicationFilter!
      $retained: ApplicationFilter!
      $search: String
      $first: Int!
      $after: String
    ) {
      viewer {
        ...ViewerRights
      }
      applications(filter: $filter, search: $search, first: $first, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          id
          title
          state
          submittedAt
          theme {
            id
            title
          }
          academy {
            code
            label
          }
        }
      }
      drafts: applications(filter: $drafts, search: $search, first: 1) {
        totalCount
      }
      submitted: applications(filter: $submitted, search: $search, first: 1) {
        totalCount
      }
      retained: applications(filter: $retained, search: $search, first: 1) {
        totalCount
      }
      campaigns(first: 20) {
        nodes {
          id
          label
        }
      }
      themes(first: 100) {
        nodes {
          id
          title
          campaign {
            id
            label
          }
        }
      }
      academies(all: true) {
        code
        name
      }
      openCampaign {
        id
        themes(first: 100) {
          nodes {
            id
            title
            state
          }
        }
      }
    }
  `),
  variables: ({ search }) => ({
    ...variablesOf(filtersFrom(search, listNames)),
    first: PAGE_SIZE,
    after: afterOf(search),
  }),
  fresh: true,
  head: () => ({ title: t`Candidatures`, noindex: true }),
});

export const loader = (args: Route.LoaderArgs) => redirectEmpty(args.request) ?? page.loader(args);
export const clientLoader = (args: Route.ClientLoaderArgs) => redirectEmpty(args.request) ?? page.clientLoader(args);
export const meta = page.meta;

const redirectEmpty = (request: Request) => {
  const address = canonicalAddress(new URL(request.url));
  return address ? redirect(address) : null;
};

export default function Applications() {
  const { data, place } = page.useData();
  const filters = filtersFrom(place.search, listNames);
  return (
    <Screen title={t`Candidatures`}>
      <StartOne data={data} />
      <ApplicationFilters data={data} filters={filters} />
      <Counts data={data} filters={filters} />
      {data.applications ? (
        <Results applications={data.applications} pills={pillsOf(data, filters)} />
      ) : (
        <Unavailable />
      )}
    </Screen>
  );
}

/** The themes of the open call for which the person is the référent of an academy. */
function StartOne({ data: { openCampaign, viewer } }: { data: ApplicationsScreenQuery }) {
  const mine = (openCampaign?.themes?.nodes ?? []).filter(
    (theme) =>
      theme.state === "OPEN" &&
      (viewer?.mandates ?? []).some(
        ({ academy }) =>
          academy && can(viewer, "draftApplication", { academyCodes: [academy.code], themeId: theme.id }),
      ),
  );
  if (mine.length === 0) return null;
  return (
    <ul className="plain fr-mb-3w">
      {mine.map(({ id, title }) => (
        <li key={id}>
          <Link className="fr-link" to={`/espace/candidatures/nouvelle?theme=${id}`}>
            <Trans>Commencer une candidature : {title}</Trans>
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** How many in each state, by the other filters; each leads to its list. */
function Counts({ data, filters }: { data: ApplicationsScreenQuery; filters: ApplicationListFilters }) {
  const counts = [
    ["DRAFT", data.drafts?.totalCount],
    ["SUBMITTED", data.submitted?.totalCount],
    ["RETAINED", data.retained?.totalCount],
  ] as const;
  return (
    <nav className="orders" aria-label={t`Candidatures par état`}>
      <ul>
        {counts.map(([state, total]) => (
          <li key={state}>
            <Link
              to={addressOf("/espace/candidatures", { ...filters, etat: state })}
              aria-current={filters.etat === state ? "true" : undefined}
            >
              {labelOf("ApplicationState", state)} : {total === undefined ? "?" : figure(total)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface ResultsProps {
  applications: NonNullable<ApplicationsScreenQuery["applications"]>;
  pills: ReturnType<typeof pillsOf>;
}

const Results = ({ applications, pills }: ResultsProps) => (
  <section aria-label={t`Résultats`}>
    <h2 className="fr-h4" aria-live="polite">
      {plural(applications.totalCount, { one: "# candidature", other: "# candidatures" })}
    </h2>
    <FilterPills pills={pills} clear="/espace/candidatures" />
    {applications.nodes.length === 0 ? (
      <Empty action={pills.length > 0 && <Link to="/espace/candidatures">{t`Voir toutes les candidatures`}</Link>}>
        {pills.length > 0
          ? t`Aucune candidature ne répond à ces critères.`
          : t`Aucune candidature que vos mandats vous donnent à lire : le ou la référent·e d’une académie la commence pendant l’appel.`}
      </Empty>
    ) : (
      <TableFrame caption={t`Candidatures`}>
        <thead>
          <tr>
            <th scope="col">{t`Candidature`}</th>
            <th scope="col">{t`Académie`}</th>
            <th scope="col">{t`Thème`}</th>
            <th scope="col">{t`État`}</th>
            <th scope="col">{t`Déposée le`}</th>
          </tr>
        </thead>
        <tbody>
          {applications.nodes.map(({ id, title, academy, theme, state, submittedAt }) => (
            <tr key={id}>
              <th scope="row">
                <Link to={`/espace/candidatures/${id}`}>{title || t`Sans titre`}</Link>
              </th>
              <td>{academy ? capital(academy.label) : "–"}</td>
              <td>{theme.title}</td>
              <td>
                <StateBadge of="ApplicationState" value={state} />
              </td>
              <td>{submittedAt ? <Time at={submittedAt} /> : "–"}</td>
            </tr>
          ))}
        </tbody>
      </TableFrame>
    )}
    <Pager
      pageInfo={applications.pageInfo}
      totalCount={applications.totalCount}
      pageSize={PAGE_SIZE}
      of={t`candidatures`}
    />
  </section>
);
