import { plural, t } from "@lingui/core/macro";
import { Link } from "react-router";
import { graphql } from "../../gen/gql.ts";
import type { SynthesesScreenQuery } from "../../gen/graphql.ts";
import { labelOf } from "../../ui/labels.ts";
import { defineList } from "../../ui/list/list.ts";
import { StateBadge } from "../../ui/StateBadge.tsx";

const SYNTHESES = graphql(`
  query SynthesesScreen($filter: ThemeFilter, $search: String, $first: Int!, $after: String) {
    themes(filter: $filter, search: $search, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        title
        campaign {
          id
          label
        }
        syntheses {
          id
          kind
          state
          distributedAt
          missing {
            code
          }
          awaited {
            id
            displayName
          }
        }
      }
    }
    campaigns(first: 20) {
      nodes {
        id
        label
      }
    }
  }
`);

type Row = NonNullable<SynthesesScreenQuery["themes"]>["nodes"][number];
type Synthesis = NonNullable<Row["syntheses"]>[number];
type Kind = Synthesis["kind"];

const ofKind = ({ syntheses }: Row, kind: Kind) => syntheses?.find((one) => one.kind === kind);

/** Where it stands, and what it waits for. */
const stands = (synthesis: Synthesis | undefined): string => {
  if (!synthesis) return "";
  const { state, missing, awaited } = synthesis;
  return [
    labelOf("SynthesisState", state),
    ...(missing.length > 0
      ? [plural(missing.length, { one: "il manque # élément", other: "il manque # éléments" })]
      : []),
    ...(awaited.length > 0
      ? [t`signature attendue : ${awaited.map(({ displayName }) => displayName).join(", ")}`]
      : []),
  ].join(" · ");
};

const column = (name: string, label: string, kind: Kind) => ({
  name,
  label,
  value: (row: Row) => stands(ofKind(row, kind)),
  cell: (row: Row) => {
    const synthesis = ofKind(row, kind);
    if (!synthesis) return t`Aucune`;
    const [, ...waits] = stands(synthesis).split(" · ");
    return (
      <>
        <Link to={`/espace/syntheses/${synthesis.id}`} aria-label={t`${label} : ${row.title}`}>
          <StateBadge of="SynthesisState" value={synthesis.state} />
        </Link>
        {waits.length > 0 && <span className="fr-hint-text">{waits.join(" · ")}</span>}
      </>
    );
  },
});

/** Every theme's syntheses that the person may read: where each stands, and what it waits for (R91, R92). */
export const synthesisList = defineList({
  path: "/espace/syntheses",
  name: "syntheses",
  title: t`Synthèses`,
  count: (total) => plural(total, { one: "# thème", other: "# thèmes" }),
  all: t`Voir tous les thèmes`,
  query: SYNTHESES,
  field: "themes",
  filters: {
    q: { label: t`Mots cherchés`, input: "search" },
    campagne: {
      label: t`Campagne`,
      input: "select",
      options: ({ campaigns }) => (campaigns?.nodes ?? []).map(({ id, label }) => ({ value: id, label })),
    },
  },
  variables: ({ q, campagne }) => ({ filter: { campaignId: campagne }, search: q }),
  columns: [
    {
      name: "theme",
      label: t`Thème`,
      french: true,
      value: ({ title }) => title,
      cell: ({ id, title }) => <Link to={`/espace/themes/${id}`}>{title}</Link>,
    },
    { name: "campagne", label: t`Campagne`, value: ({ campaign }) => campaign.label },
    column("intermediaire", t`Intermédiaire`, "INTERMEDIATE"),
    column("finale", t`Finale`, "FINAL"),
  ],
});
