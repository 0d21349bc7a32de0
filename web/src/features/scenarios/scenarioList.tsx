import { plural, t } from "@lingui/core/macro";
import { Link } from "react-router";
import { graphql } from "../../gen/gql.ts";
import { addressOf, filtersFrom, oneOf } from "../../ui/filters.ts";
import { labelOf, labels } from "../../ui/labels.ts";
import { defineList } from "../../ui/list/list.ts";

const SCENARIOS = graphql(`
  query ScenariosPage(
    $filter: ScenarioFilter
    $search: String
    $orderBy: ScenarioOrder
    $first: Int!
    $after: String
    $themeId: ID!
    $withTheme: Boolean!
    $words: String!
  ) {
    scenarioSpelling(search: $words)
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
      themes {
        value
        count
        label
      }
      campaigns {
        value
        count
        label
      }
      tools {
        value
        count
      }
      licences {
        value
        count
      }
      exact
    }
    campaigns(first: 50) {
      nodes {
        id
        label
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
  `);

const competenceName = (label: string | undefined, code: string) => (label ? `${code} ${label}` : undefined);

/** The published scenarios, narrowed by facets (Facets.tsx). */
export const scenarioList = defineList({
  path: "/scenarios",
  name: "scenarios",
  title: t`Scénarios`,
  count: (total) => plural(total, { one: "# scénario", other: "# scénarios" }),
  all: t`Voir tous les scénarios`,
  query: SCENARIOS,
  field: "scenarios",
  filters: {
    q: {
      label: t`Mots cherchés`,
      input: "search",
      hint: t`Dans le titre, le résumé, les objectifs et le déroulé ; ni les accents ni les petites fautes ne comptent.`,
    },
    discipline: {
      label: t`Discipline`,
      named: ({ disciplines }, value) => disciplines?.find(({ code }) => code === value)?.label,
    },
    niveau: { label: t`Niveau`, named: ({ levels }, value) => levels?.find(({ uri }) => uri === value)?.label },
    academie: {
      label: t`Académie`,
      named: ({ academies }, value) => academies?.find(({ code }) => code === value)?.name,
    },
    progressivite: { label: t`Progressivité`, named: (_data, value) => labelOf("Progressivity", value) },
    competence: {
      label: t`Compétence numérique`,
      named: ({ competences }, value) => competenceName(competences?.find(({ uri }) => uri === value)?.label, value),
    },
    theme: {
      label: t`Thème`,
      named: ({ theme, scenarioFacets }, value) =>
        scenarioFacets?.themes.find((one) => one.value === value)?.label ?? theme?.title,
    },
    annee: {
      label: t`Année`,
      named: ({ campaigns }, value) => campaigns?.nodes.find(({ id }) => id === value)?.label,
    },
    outil: { label: t`Service numérique` },
    licence: { label: t`Licence` },
  },
  orders: ({ q }) => {
    const { RELEVANCE, ...others } = labels.ScenarioOrder;
    return q ? { RELEVANCE, ...others } : others;
  },
  // Without a choice: the most relevant of what was searched for, else the latest.
  order: ({ q }) => (q ? "RELEVANCE" : "PUBLISHED_DESC"),
  variables: ({ q, discipline, niveau, academie, progressivite, competence, theme, annee, outil, licence }, order) => ({
    filter: {
      disciplineCode: discipline,
      level: niveau,
      academyCode: academie,
      progressivity: oneOf(labels.Progressivity, progressivite),
      competence,
      themeId: theme,
      campaignId: annee,
      tool: outil,
      licence,
    },
    search: q,
    words: q ?? "",
    orderBy: oneOf(labels.ScenarioOrder, order),
    themeId: theme ?? "",
    withTheme: theme !== undefined,
  }),
  columns: [
    {
      name: "titre",
      label: t`Scénario`,
      french: true,
      value: ({ title }) => title,
      cell: ({ slug, title }) => <Link to={`/scenarios/${slug}`}>{title}</Link>,
      sort: { asc: "TITLE_ASC" },
    },
    {
      name: "disciplines",
      label: t`Disciplines`,
      french: true,
      value: ({ disciplines }) => disciplines.map(({ label }) => label).join(", "),
    },
    {
      name: "niveaux",
      label: t`Niveaux`,
      french: true,
      value: ({ levels }) => levels.map(({ label }) => label).join(", "),
    },
    { name: "academies", label: t`Académies`, value: ({ academies }) => academies.map(({ name }) => name).join(", ") },
    {
      name: "progressivite",
      label: t`Progressivité`,
      value: ({ progressivity }) => progressivity && labelOf("Progressivity", progressivity),
      sort: { asc: "PROGRESSIVITY_ASC" },
      extra: true,
    },
    {
      name: "publication",
      label: t`Publié le`,
      type: "date",
      value: ({ publishedAt }) => publishedAt,
      sort: { desc: "PUBLISHED_DESC" },
    },
    { name: "resume", label: t`Résumé`, french: true, value: ({ summary }) => summary, extra: true },
    { name: "adresse", label: t`Adresse`, value: ({ slug }) => `/scenarios/${slug}`, extra: true },
  ],
});

export type FacetName = Exclude<keyof typeof scenarioList.filters, "q">;

/** Where the search that the list shows is saved: its words and filters, not its order or its page. */
export const savingAddress = (search: URLSearchParams): string =>
  addressOf("/espace/recherches/nouvelle", filtersFrom(search, scenarioList.names));
