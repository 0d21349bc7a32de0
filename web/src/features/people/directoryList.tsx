import { plural, t } from "@lingui/core/macro";
import { graphql } from "../../gen/gql.ts";
import type { DirectoryScreenQuery } from "../../gen/graphql.ts";
import { oneOf } from "../../ui/filters.ts";
import { labelOf, labels, options } from "../../ui/labels.ts";
import { defineList } from "../../ui/list/list.ts";

const DIRECTORY = graphql(`
  query DirectoryScreen($filter: PersonFilter, $search: String, $orderBy: PersonOrder, $first: Int!, $after: String) {
    persons(filter: $filter, search: $search, orderBy: $orderBy, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        displayName
        givenName
        familyName
        position
        establishment
        email
        academy {
          code
          name
        }
        mandates {
          id
          role
          theme {
            id
            title
          }
        }
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

export type ListedPerson = NonNullable<DirectoryScreenQuery["persons"]>["nodes"][number];

const mandateNames = ({ mandates }: ListedPerson) =>
  mandates.map(({ role, theme }) => (theme ? t`${labelOf("Role", role)} : ${theme.title}` : labelOf("Role", role)));

export const directoryList = defineList({
  path: "/espace/annuaire",
  name: "annuaire",
  title: t`Annuaire`,
  count: (total) => plural(total, { one: "# personne", other: "# personnes" }),
  all: t`Voir tout l’annuaire`,
  query: DIRECTORY,
  field: "persons",
  filters: {
    q: { label: t`Nom cherché`, input: "search" },
    role: { label: t`Rôle`, input: "select", all: t`Tous`, options: () => options("Role") },
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
  orders: () => labels.PersonOrder,
  order: () => "NAME_ASC",
  variables: ({ q, role, academie, discipline }, order) => ({
    filter: { role: oneOf(labels.Role, role), academyCode: academie, disciplineCode: discipline },
    search: q,
    orderBy: oneOf(labels.PersonOrder, order),
  }),
  columns: [
    {
      name: "nom",
      label: t`Personne`,
      value: ({ displayName }) => displayName,
      sort: { asc: "NAME_ASC", desc: "NAME_DESC" },
    },
    { name: "prenom", label: t`Prénom`, value: ({ givenName }) => givenName, extra: true },
    { name: "famille", label: t`Nom de famille`, value: ({ familyName }) => familyName, extra: true },
    { name: "fonction", label: t`Fonction`, french: true, value: ({ position }) => position },
    { name: "academie", label: t`Académie`, value: ({ academy }) => academy?.name ?? t`Ministère` },
    { name: "etablissement", label: t`Établissement`, french: true, value: ({ establishment }) => establishment },
    {
      name: "courriel",
      label: t`Courriel`,
      value: ({ email }) => email,
      cell: ({ email }) => (email ? <a href={`mailto:${email}`}>{email}</a> : "–"),
    },
    { name: "mandats", label: t`Mandats`, value: (person) => mandateNames(person).join(" ; ") },
  ],
});
