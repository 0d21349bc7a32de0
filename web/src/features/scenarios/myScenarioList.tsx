import { plural, t } from "@lingui/core/macro";
import { Link } from "react-router";
import { graphql } from "../../gen/gql.ts";
import type { MyScenariosQuery } from "../../gen/graphql.ts";
import { oneOf } from "../../ui/filters.ts";
import { labelOf, labels, options } from "../../ui/labels.ts";
import { defineList } from "../../ui/list/list.ts";
import { StateBadge } from "../../ui/StateBadge.tsx";

const MY_SCENARIOS = graphql(`
  query MyScenarios($filter: ScenarioFilter, $search: String, $orderBy: ScenarioOrder, $first: Int!, $after: String) {
    scenarios(filter: $filter, search: $search, orderBy: $orderBy, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        title
        state
        publishedAt
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
  `);

export type MyScenario = NonNullable<MyScenariosQuery["scenarios"]>["nodes"][number];

export const projectsOf = (viewer: MyScenariosQuery["viewer"]) =>
  (viewer?.academicGroups ?? []).flatMap(({ project }) => (project ? [project] : []));

/** What publication still wants; of no interest once it is done. */
export const gapsOf = ({ state, publicationGaps }: MyScenario): number =>
  ["DRAFT", "IN_REVIEW", "REVIEWED"].includes(state) ? publicationGaps.length : 0;

export const authorsOf = ({ authors }: MyScenario): string =>
  [...new Set(authors.map(({ person }) => person?.displayName).filter(Boolean))].join(", ");

const { RELEVANCE, PROGRESSIVITY_ASC: _progressivity, ...ordinary } = labels.ScenarioOrder;

/** The scenarios of the person's groups and those of which she or he is an author, drafts too. */
export const myScenarioList = defineList({
  path: "/espace/scenarios",
  name: "mes-scenarios",
  title: t`Mes scénarios`,
  count: (total) => plural(total, { one: "# scénario", other: "# scénarios" }),
  all: t`Voir tous mes scénarios`,
  query: MY_SCENARIOS,
  field: "scenarios",
  filters: {
    q: { label: t`Mots cherchés`, input: "search" },
    etat: { label: t`État`, input: "select", all: t`Tous`, options: () => options("ScenarioState") },
    projet: {
      label: t`Équipe`,
      input: "select",
      options: ({ viewer }) => projectsOf(viewer).map(({ id, title }) => ({ value: id, label: title })),
    },
  },
  orders: ({ q }) => (q ? { RELEVANCE, ...ordinary } : ordinary),
  order: ({ q }) => (q ? "RELEVANCE" : "TITLE_ASC"),
  variables: ({ q, etat, projet }, order) => {
    const state = oneOf(labels.ScenarioState, etat);
    return {
      filter: { mine: true, projectId: projet, states: state ? [state] : undefined },
      search: q,
      orderBy: oneOf(labels.ScenarioOrder, order),
    };
  },
  columns: [
    {
      name: "titre",
      label: t`Scénario`,
      french: true,
      value: ({ title }) => title,
      cell: ({ id, title }) => <Link to={`/espace/scenarios/${id}`}>{title}</Link>,
      sort: { asc: "TITLE_ASC" },
    },
    {
      name: "etat",
      label: t`État`,
      value: ({ state }) => labelOf("ScenarioState", state),
      cell: ({ state }) => <StateBadge of="ScenarioState" value={state} />,
    },
    { name: "manque", label: t`Points manquants`, type: "number", value: gapsOf },
    {
      name: "publication",
      label: t`Publié le`,
      type: "date",
      value: ({ publishedAt }) => publishedAt,
      sort: { desc: "PUBLISHED_DESC" },
    },
    { name: "auteurs", label: t`Auteurs`, value: authorsOf },
    { name: "theme", label: t`Thème`, french: true, value: ({ theme }) => theme?.title, extra: true },
    {
      name: "academies",
      label: t`Académies`,
      value: ({ academies }) => academies.map(({ name }) => name).join(", "),
      extra: true,
    },
    { name: "eduba", label: t`Édu’base`, value: ({ edubase }) => labelOf("EdubaseState", edubase.state), extra: true },
  ],
});
