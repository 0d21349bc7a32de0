import { plural, t } from "@lingui/core/macro";
import { Link } from "react-router";
import { graphql } from "../../gen/gql.ts";
import type { InstalmentState } from "../../gen/graphql.ts";
import { type Filters, oneOf } from "../../ui/filters.ts";
import { labelOf, labels, options } from "../../ui/labels.ts";
import { defineList, type ListFilter } from "../../ui/list/list.ts";
import { capital } from "../../ui/plural.ts";
import { StateBadge } from "../../ui/StateBadge.tsx";

const INSTALMENTS = graphql(`
  query InstalmentsScreen($filter: InstalmentFilter!, $first: Int!, $after: String) {
    viewer {
      ...ViewerRights
    }
    instalments(filter: $filter, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        schoolYear
        number
        closesOn
        state
        paidOn
        project {
          id
          title
        }
        academy {
          code
          label
        }
        attestation {
          at
          by {
            id
            displayName
          }
        }
        order {
          at
          reference
        }
      }
    }
    campaigns(first: 20) {
      nodes {
        id
        schoolYears {
          label
        }
      }
    }
    academies(all: true) {
      code
      name
    }
  }
`);

const PAY_LINES = graphql(`
  query PayLinesScreen($filter: InstalmentFilter!, $first: Int!, $after: String) {
    payLines(filter: $filter, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        nature
        otherNature
        measure
        quantity
        person {
          id
          displayName
          establishment
        }
        instalment {
          id
          schoolYear
          number
          state
          paidOn
          order {
            at
            reference
          }
          project {
            id
            title
          }
          academy {
            code
            label
          }
        }
      }
    }
    campaigns(first: 20) {
      nodes {
        id
        schoolYears {
          label
        }
      }
    }
    academies(all: true) {
      code
      name
    }
  }
`);

type InstalmentFilters = Filters<"annee" | "versement" | "academie" | "etat">;

interface Choices {
  campaigns: { nodes: readonly { schoolYears: readonly { label: string }[] }[] } | null;
  academies: readonly { code: string; name: string }[] | null;
}

const filters = <Data extends Choices>(): Record<keyof InstalmentFilters, ListFilter<Data>> => ({
  annee: { label: t`Année scolaire`, input: "select", options: ({ campaigns }) => yearsOf(campaigns?.nodes ?? []) },
  versement: { label: t`Versement`, input: "select", all: t`Les deux`, options: () => numbers },
  academie: {
    label: t`Académie`,
    input: "select",
    options: ({ academies }) => (academies ?? []).map(({ code, name }) => ({ value: code, label: name })),
  },
  etat: { label: t`État`, input: "select", all: t`Tous`, options: () => options("InstalmentState") },
});

const numbers = [
  { value: "1", label: t`Premier` },
  { value: "2", label: t`Second` },
];

function yearsOf(campaigns: readonly { schoolYears: readonly { label: string }[] }[]) {
  const years = new Set(campaigns.flatMap(({ schoolYears }) => schoolYears.map(({ label }) => label)));
  return [...years].sort().map((label) => ({ value: label, label }));
}

const variables = ({ annee, versement, academie, etat }: InstalmentFilters) => {
  const state: InstalmentState | undefined = oneOf(labels.InstalmentState, etat);
  const number = versement === "1" || versement === "2" ? Number(versement) : undefined;
  return { filter: { schoolYear: annee, number, academyCode: academie, states: state && [state] } };
};

export const rankOf = (number: number) => (number === 1 ? t`Premier` : t`Second`);

export const instalmentList = defineList({
  path: "/espace/versements",
  name: "versements",
  title: t`Versements`,
  count: (total) => plural(total, { one: "# versement", other: "# versements" }),
  all: t`Voir tous les versements`,
  query: INSTALMENTS,
  field: "instalments",
  filters: filters(),
  variables,
  columns: [
    {
      name: "equipe",
      label: t`Équipe`,
      french: true,
      value: ({ project }) => project.title,
      cell: ({ id, project }) => <Link to={`/espace/versements/${id}`}>{project.title}</Link>,
    },
    { name: "academie", label: t`Académie`, value: ({ academy }) => academy && capital(academy.label) },
    { name: "annee", label: t`Année`, value: ({ schoolYear }) => schoolYear },
    { name: "versement", label: t`Versement`, value: ({ number }) => rankOf(number) },
    {
      name: "etat",
      label: t`État`,
      value: ({ state }) => labelOf("InstalmentState", state),
      cell: ({ state }) => <StateBadge of="InstalmentState" value={state} />,
    },
    { name: "terme", label: t`À ordonner avant le`, type: "date", value: ({ closesOn }) => closesOn },
    { name: "atteste", label: t`Attesté le`, type: "date", value: ({ attestation }) => attestation?.at, extra: true },
    {
      name: "attestant",
      label: t`Attesté par`,
      value: ({ attestation }) => attestation?.by?.displayName,
      extra: true,
    },
    { name: "ordonne", label: t`Ordonné le`, type: "date", value: ({ order }) => order?.at, extra: true },
    { name: "reference", label: t`Référence de l’ordre`, value: ({ order }) => order?.reference, extra: true },
    { name: "paye", label: t`Payé le`, type: "date", value: ({ paidOn }) => paidOn, extra: true },
  ],
});

/** What the payroll office needs: a line a person and nature. */
export const payLineList = defineList({
  path: "/espace/versements/lignes",
  name: "lignes-de-paie",
  title: t`Lignes de paie`,
  count: (total) => plural(total, { one: "# ligne", other: "# lignes" }),
  all: t`Voir toutes les lignes`,
  query: PAY_LINES,
  field: "payLines",
  filters: filters(),
  variables,
  columns: [
    { name: "personne", label: t`Personne`, value: ({ person }) => person?.displayName ?? "–" },
    { name: "etablissement", label: t`Établissement`, value: ({ person }) => person?.establishment, extra: true },
    { name: "academie", label: t`Académie`, value: ({ instalment: { academy } }) => academy && capital(academy.label) },
    { name: "equipe", label: t`Équipe`, french: true, value: ({ instalment }) => instalment.project.title },
    { name: "annee", label: t`Année`, value: ({ instalment }) => instalment.schoolYear },
    { name: "versement", label: t`Versement`, value: ({ instalment }) => rankOf(instalment.number) },
    {
      name: "nature",
      label: t`Nature`,
      value: ({ nature, otherNature }) => otherNature ?? labelOf("PayNature", nature),
    },
    { name: "quantite", label: t`Quantité`, type: "number", value: ({ quantity }) => quantity },
    { name: "mesure", label: t`Mesure`, value: ({ measure }) => labelOf("PayMeasure", measure) },
    {
      name: "etat",
      label: t`État`,
      value: ({ instalment }) => labelOf("InstalmentState", instalment.state),
      cell: ({ instalment }) => <StateBadge of="InstalmentState" value={instalment.state} />,
    },
    {
      name: "reference",
      label: t`Référence de l’ordre`,
      value: ({ instalment }) => instalment.order?.reference,
      extra: true,
    },
    { name: "paye", label: t`Payé le`, type: "date", value: ({ instalment }) => instalment.paidOn, extra: true },
  ],
});
