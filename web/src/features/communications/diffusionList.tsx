import { plural, t } from "@lingui/core/macro";
import { graphql } from "../../gen/gql.ts";
import { oneOf } from "../../ui/filters.ts";
import { labels, options } from "../../ui/labels.ts";
import { defineList } from "../../ui/list/list.ts";

const DIFFUSION = graphql(`
  query FollowedDiffusion($by: DiffusionAxis!, $filter: DiffusionFilter, $first: Int!, $after: String) {
    followedDiffusion(by: $by, filter: $filter, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        label
        produced
        published
        scenarios
        indexed
        relayed
        inLetters
        gaps
      }
    }
    themes(first: 100) {
      nodes {
        id
        title
      }
    }
    academies(all: true) {
      code
      name
    }
    disciplines {
      code
      label
    }
  }
`);

export const diffusionList = defineList({
  path: "/espace/diffusion",
  name: "diffusion",
  title: t`Suivi de la diffusion`,
  count: (total) => plural(total, { one: "# ligne", other: "# lignes" }),
  all: t`Voir tout le suivi`,
  query: DIFFUSION,
  field: "followedDiffusion",
  pageSize: 50,
  filters: {
    par: { label: t`Par`, input: "select", all: t`Thème`, options: () => options("DiffusionAxis"), kept: true },
    theme: {
      label: t`Thème`,
      input: "select",
      all: t`Tous`,
      options: ({ themes }) => (themes?.nodes ?? []).map(({ id, title }) => ({ value: id, label: title })),
    },
    academie: {
      label: t`Académie`,
      input: "select",
      options: ({ academies }) => (academies ?? []).map(({ code, name }) => ({ value: code, label: name })),
    },
    discipline: {
      label: t`Discipline`,
      input: "select",
      options: ({ disciplines }) => (disciplines ?? []).map(({ code, label }) => ({ value: code, label })),
    },
  },
  variables: ({ par, theme, academie, discipline }) => ({
    by: oneOf(labels.DiffusionAxis, par) ?? "THEME",
    filter: { themeId: theme, academyCode: academie, disciplineCode: discipline },
  }),
  columns: [
    { name: "nom", label: t`Nom`, french: true, value: ({ label }) => label },
    { name: "produits", label: t`Produits`, type: "number", value: ({ produced }) => produced },
    { name: "publies", label: t`Publiés`, type: "number", value: ({ published }) => published },
    {
      name: "indexes",
      label: t`Indexés (ÉDU’base)`,
      type: "number",
      value: ({ indexed }) => indexed,
      cell: ({ indexed, scenarios }) => t`${indexed} sur ${scenarios}`,
    },
    { name: "relayes", label: t`Relayés`, type: "number", value: ({ relayed }) => relayed },
    { name: "lettre", label: t`Parus dans une lettre`, type: "number", value: ({ inLetters }) => inLetters },
    { name: "manques", label: t`Étapes à faire`, type: "number", value: ({ gaps }) => gaps },
    {
      name: "scenarios",
      label: t`Scénarios publiés`,
      type: "number",
      value: ({ scenarios }) => scenarios,
      extra: true,
    },
  ],
});
