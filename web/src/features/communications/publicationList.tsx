import { plural, t } from "@lingui/core/macro";
import { graphql } from "../../gen/gql.ts";
import { oneOf } from "../../ui/filters.ts";
import { labelOf, labels, options } from "../../ui/labels.ts";
import { defineList } from "../../ui/list/list.ts";
import { relayName } from "./Relays.tsx";

const PUBLICATIONS = graphql(`
  query RelayLog($filter: PublicationFilter, $first: Int!, $after: String) {
    publications(filter: $filter, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...PublicationLog
      }
    }
    channels {
      ...ChannelChoice
    }
    academies(all: true) {
      code
      name
    }
    viewer {
      ...ViewerRights
    }
  }
  `);

const RELAYED = [
  { value: "non", label: t`Par aucun compte` },
  { value: "oui", label: t`Par un compte au moins` },
];

export const publicationList = defineList({
  path: "/espace/lettres/relais",
  name: "publications",
  title: t`Publications et relais`,
  count: (total) => plural(total, { one: "# publication", other: "# publications" }),
  all: t`Voir toutes les publications`,
  query: PUBLICATIONS,
  field: "publications",
  filters: {
    nature: { label: t`Nature`, input: "select", options: () => options("PublicationKind") },
    academie: {
      label: t`Académie`,
      input: "select",
      options: ({ academies }) => (academies ?? []).map(({ code, name }) => ({ value: code, label: name })),
    },
    relais: { label: t`Relais`, input: "select", options: () => RELAYED },
    manque: {
      label: t`Pas relayées par`,
      input: "select",
      all: t`Aucun en particulier`,
      options: ({ channels }) =>
        (channels ?? []).map(({ id, network, handle }) => ({ value: id, label: `${network} ${handle}` })),
    },
    etat: { label: t`État`, input: "select", all: t`Tous`, options: () => options("PublicationState") },
  },
  variables: ({ nature, academie, relais, manque, etat }) => {
    const state = oneOf(labels.PublicationState, etat);
    return {
      filter: {
        kind: oneOf(labels.PublicationKind, nature),
        academyCode: academie,
        unrelayed: relais === "non" ? true : relais === "oui" ? false : undefined,
        notRelayedBy: manque,
        states: state ? [state] : undefined,
      },
    };
  },
  columns: [
    {
      name: "titre",
      label: t`Publication`,
      french: true,
      value: ({ title }) => title,
      cell: ({ url, title }) => <a href={url}>{title}</a>,
    },
    { name: "nature", label: t`Nature`, value: ({ kind }) => labelOf("PublicationKind", kind) },
    { name: "date", label: t`Publiée le`, type: "date", value: ({ publishedAt }) => publishedAt },
    { name: "academies", label: t`Académies`, value: ({ academies }) => academies.map(({ name }) => name).join(", ") },
    { name: "theme", label: t`Thème`, french: true, value: ({ theme }) => theme?.title, extra: true },
    { name: "relais", label: t`Relais`, value: ({ relays }) => relays.map(relayName).join(" ; ") },
    { name: "nombre", label: t`Nombre de relais`, type: "number", value: ({ relays }) => relays.length, extra: true },
    { name: "retrait", label: t`Retirée le`, type: "date", value: ({ withdrawnAt }) => withdrawnAt, extra: true },
    { name: "adresse", label: t`Adresse`, value: ({ url }) => url, extra: true },
  ],
});
