import { plural, t } from "@lingui/core/macro";
import { Link } from "react-router";
import { graphql } from "../../gen/gql.ts";
import { oneOf } from "../../ui/filters.ts";
import { labelOf, labels, options } from "../../ui/labels.ts";
import { defineList } from "../../ui/list/list.ts";
import { StateBadge } from "../../ui/StateBadge.tsx";

const THEMES = graphql(`
  query ThemesPage($filter: ThemeFilter, $search: String, $orderBy: ThemeOrder, $first: Int!, $after: String) {
    themes(filter: $filter, search: $search, orderBy: $orderBy, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        title
        kind
        state
        durationYears
        submittedCount
        retainedCount
        disciplines {
          code
          label
        }
        campaign {
          id
          label
        }
        leadAcademy {
          code
          name
        }
      }
    }
    campaigns(first: 20) {
      nodes {
        id
        label
      }
    }
    disciplines {
      code
      label
    }
  }
  `);

export const themeList = defineList({
  path: "/themes",
  name: "themes",
  title: t`Thèmes`,
  count: (total) => plural(total, { one: "# thème", other: "# thèmes" }),
  all: t`Voir tous les thèmes`,
  query: THEMES,
  field: "themes",
  filters: {
    q: { label: t`Mots cherchés`, input: "search" },
    campagne: {
      label: t`Campagne`,
      input: "select",
      options: ({ campaigns }) => (campaigns?.nodes ?? []).map(({ id, label }) => ({ value: id, label })),
    },
    nature: { label: t`Nature`, input: "select", options: () => options("ThemeKind") },
    discipline: {
      label: t`Discipline`,
      input: "select",
      options: ({ disciplines }) => (disciplines ?? []).map(({ code, label }) => ({ value: code, label })),
    },
  },
  orders: () => labels.ThemeOrder,
  order: () => "TITLE_ASC",
  variables: ({ q, campagne, nature, discipline }, order) => ({
    filter: { campaignId: campagne, kind: oneOf(labels.ThemeKind, nature), disciplineCode: discipline },
    search: q,
    orderBy: oneOf(labels.ThemeOrder, order),
  }),
  columns: [
    {
      name: "titre",
      label: t`Thème`,
      french: true,
      value: ({ title }) => title,
      cell: ({ id, title }) => <Link to={`/themes/${id}`}>{title}</Link>,
      sort: { asc: "TITLE_ASC", desc: "TITLE_DESC" },
    },
    {
      name: "etat",
      label: t`État`,
      value: ({ state }) => labelOf("ThemeState", state),
      cell: ({ state }) => <StateBadge of="ThemeState" value={state} />,
    },
    { name: "campagne", label: t`Campagne`, value: ({ campaign }) => campaign.label },
    { name: "nature", label: t`Nature`, value: ({ kind }) => labelOf("ThemeKind", kind) },
    {
      name: "disciplines",
      label: t`Disciplines`,
      french: true,
      value: ({ disciplines }) => disciplines.map(({ label }) => label).join(", "),
    },
    { name: "retenues", label: t`Équipes retenues`, type: "number", value: ({ retainedCount }) => retainedCount },
    {
      name: "deposees",
      label: t`Candidatures déposées`,
      type: "number",
      value: ({ submittedCount }) => submittedCount,
      extra: true,
    },
    { name: "duree", label: t`Durée (ans)`, type: "number", value: ({ durationYears }) => durationYears, extra: true },
    { name: "chef-de-file", label: t`Chef de file`, value: ({ leadAcademy }) => leadAcademy?.name, extra: true },
  ],
});
