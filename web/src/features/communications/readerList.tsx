import { plural, t } from "@lingui/core/macro";
import { graphql } from "../../gen/gql.ts";
import { oneOf } from "../../ui/filters.ts";
import { labelOf, labelOr, labels, options } from "../../ui/labels.ts";
import { defineList } from "../../ui/list/list.ts";

const READERS = graphql(`
  query LetterReaders($filter: LetterReaderFilter, $first: Int!, $after: String) {
    letterReaders(filter: $filter, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...LetterReaderLine
      }
    }
    letterAudiences {
      function
      requirement
      confirmed
      pending
      byMandate
    }
  }
`);

export const READER_LINE = graphql(`
  fragment LetterReaderLine on LetterReader {
    id
    email
    function
    otherFunction
    academy {
      code
      name
    }
    newsletters {
      id
      title
    }
    frequency
    state
    source
    consent
    requestedAt
    confirmedAt
    endedAt
    bounces
  }
`);

export const readerList = defineList({
  path: "/espace/lettres/abonnes",
  name: "abonnes",
  title: t`Abonné·es de la lettre`,
  count: (total) => plural(total, { one: "# abonnement", other: "# abonnements" }),
  all: t`Voir tous les abonnements`,
  query: READERS,
  field: "letterReaders",
  filters: {
    recherche: { label: t`Adresse`, input: "search" },
    fonction: { label: t`Fonction`, input: "select", options: () => options("LetterFunction") },
    etat: { label: t`État`, input: "select", all: t`Tous`, options: () => options("LetterReaderState") },
  },
  variables: ({ recherche, fonction, etat }) => {
    const state = oneOf(labels.LetterReaderState, etat);
    return {
      filter: {
        search: recherche,
        function: oneOf(labels.LetterFunction, fonction),
        states: state ? [state] : undefined,
      },
    };
  },
  columns: [
    { name: "courriel", label: t`Adresse`, value: ({ email }) => email },
    {
      name: "fonction",
      label: t`Fonction`,
      value: (row) => labelOr("LetterFunction", row.function, row.otherFunction),
    },
    { name: "academie", label: t`Académie`, value: ({ academy }) => academy?.name },
    {
      name: "lettres",
      label: t`Lettres`,
      french: true,
      value: ({ newsletters }) => newsletters.map(({ title }) => title).join(" ; "),
    },
    { name: "rythme", label: t`Rythme`, value: ({ frequency }) => labelOf("LetterFrequency", frequency) },
    { name: "etat", label: t`État`, value: ({ state }) => labelOf("LetterReaderState", state) },
    { name: "source", label: t`Origine`, value: ({ source }) => labelOf("LetterReaderSource", source) },
    { name: "demande", label: t`Demandé le`, type: "instant", value: ({ requestedAt }) => requestedAt, extra: true },
    {
      name: "confirmation",
      label: t`Confirmé le`,
      type: "instant",
      value: ({ confirmedAt }) => confirmedAt,
      extra: true,
    },
    { name: "accord", label: t`Accord`, french: true, value: ({ consent }) => consent, extra: true },
  ],
});
