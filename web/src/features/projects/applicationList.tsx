import { plural, t } from "@lingui/core/macro";
import { Link } from "react-router";
import { graphql } from "../../gen/gql.ts";
import type { ApplicationState } from "../../gen/graphql.ts";
import { type Filters, oneOf } from "../../ui/filters.ts";
import { labelOf, labels, options } from "../../ui/labels.ts";
import { defineList } from "../../ui/list/list.ts";
import { capital } from "../../ui/plural.ts";
import { StateBadge } from "../../ui/StateBadge.tsx";

const APPLICATIONS = graphql(`
  query ApplicationsScreen(
    $filter: ApplicationFilter!
    $drafts: ApplicationFilter!
    $submitted: ApplicationFilter!
    $retained: ApplicationFilter!
    $search: String
    $orderBy: ApplicationOrder
    $first: Int!
    $after: String
  ) {
    viewer {
      ...ViewerRights
    }
    applications(filter: $filter, search: $search, orderBy: $orderBy, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        title
        state
        durationYears
        submittedAt
        submittedBy {
          id
          displayName
        }
        decision {
          outcome
          reason
          at
        }
        referent {
          id
          displayName
        }
        theme {
          id
          title
          campaign {
            id
            label
          }
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
`);

const retained: ApplicationState[] = ["RETAINED", "RETAINED_CONDITIONALLY"];

/** « Retenue » is said of both kinds of retained applications. */
const statesOf = (state: ApplicationState | undefined): ApplicationState[] | undefined =>
  state && (state === "RETAINED" ? retained : [state]);

type ApplicationFilters = Filters<"q" | "campagne" | "theme" | "academie" | "etat">;

/** The list's filter, and the same for each state that is counted beside it. */
function variablesOf(chosen: ApplicationFilters, order: string | undefined) {
  const place = { campaignId: chosen.campagne, themeId: chosen.theme, academyCode: chosen.academie };
  const inState = (states: ApplicationState[] | undefined) => ({ ...place, states });
  return {
    filter: inState(statesOf(oneOf(labels.ApplicationState, chosen.etat))),
    drafts: inState(["DRAFT"]),
    submitted: inState(["SUBMITTED"]),
    retained: inState(retained),
    search: chosen.q,
    orderBy: oneOf(labels.ApplicationOrder, order),
  };
}

export const applicationList = defineList({
  path: "/espace/candidatures",
  name: "candidatures",
  title: t`Candidatures`,
  count: (total) => plural(total, { one: "# candidature", other: "# candidatures" }),
  all: t`Voir toutes les candidatures`,
  query: APPLICATIONS,
  field: "applications",
  filters: {
    q: { label: t`Mots cherchés`, input: "search" },
    campagne: {
      label: t`Campagne`,
      input: "select",
      options: ({ campaigns }) => (campaigns?.nodes ?? []).map(({ id, label }) => ({ value: id, label })),
    },
    theme: {
      label: t`Thème`,
      input: "select",
      all: t`Tous`,
      options: ({ themes }, { campagne }) =>
        (themes?.nodes ?? [])
          .filter(({ campaign }) => !campagne || campaign.id === campagne)
          .map(({ id, title, campaign }) => ({ value: id, label: `${title} (${campaign.label})` })),
      named: ({ themes }, value) => themes?.nodes.find(({ id }) => id === value)?.title,
    },
    academie: {
      label: t`Académie`,
      input: "select",
      options: ({ academies }) => (academies ?? []).map(({ code, name }) => ({ value: code, label: name })),
    },
    etat: { label: t`État`, input: "select", all: t`Tous`, options: () => options("ApplicationState") },
  },
  orders: () => labels.ApplicationOrder,
  order: () => "SUBMITTED_DESC",
  variables: variablesOf,
  columns: [
    {
      name: "titre",
      label: t`Candidature`,
      french: true,
      value: ({ title }) => title || t`Sans titre`,
      cell: ({ id, title }) => <Link to={`/espace/candidatures/${id}`}>{title || t`Sans titre`}</Link>,
      sort: { asc: "TITLE_ASC" },
    },
    { name: "academie", label: t`Académie`, value: ({ academy }) => academy && capital(academy.label) },
    { name: "theme", label: t`Thème`, french: true, value: ({ theme }) => theme.title },
    { name: "campagne", label: t`Campagne`, value: ({ theme }) => theme.campaign.label, extra: true },
    {
      name: "etat",
      label: t`État`,
      value: ({ state }) => labelOf("ApplicationState", state),
      cell: ({ state }) => <StateBadge of="ApplicationState" value={state} />,
    },
    {
      name: "depot",
      label: t`Déposée le`,
      type: "date",
      value: ({ submittedAt }) => submittedAt,
      sort: { asc: "SUBMITTED_ASC", desc: "SUBMITTED_DESC" },
    },
    { name: "deposee-par", label: t`Déposée par`, value: ({ submittedBy }) => submittedBy?.displayName, extra: true },
    { name: "referent", label: t`Référent·e`, value: ({ referent }) => referent?.displayName, extra: true },
    { name: "duree", label: t`Durée (ans)`, type: "number", value: ({ durationYears }) => durationYears, extra: true },
    { name: "decision", label: t`Décision le`, type: "date", value: ({ decision }) => decision?.at, extra: true },
    {
      name: "motif",
      label: t`Motif de la décision`,
      french: true,
      value: ({ decision }) => decision?.reason,
      extra: true,
    },
  ],
});
