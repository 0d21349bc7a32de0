import { t } from "@lingui/core/macro";
import { graphql } from "../../gen/gql.ts";
import type { ParticipationTotalsFragment } from "../../gen/graphql.ts";
import { Figures } from "../../ui/Figures.tsx";
import { figure } from "../../ui/plural.ts";

export const PARTICIPATION_TOTALS = graphql(`
  fragment ParticipationTotals on ParticipationFigures {
    persons
    mandated
    attended
    authored
    implemented
    gaveFeedback
  }
`);

type FigureName = Exclude<keyof ParticipationTotalsFragment, "__typename">;

/** Each figure with its one definition, the same wherever it is shown. All count distinct persons. */
export const definitions: { name: FigureName; label: string; meaning: string }[] = [
  { name: "persons", label: t`Personnes`, meaning: t`ont participé à l’un des titres qui suivent` },
  {
    name: "mandated",
    label: t`Membres`,
    meaning: t`ont tenu au moins un jour un mandat dans un groupe académique ou national`,
  },
  {
    name: "attended",
    label: t`Présentes`,
    meaning: t`ont été notées présentes, sur place ou à distance, à une réunion tenue`,
  },
  { name: "authored", label: t`Auteures`, meaning: t`ont écrit au moins un scénario publié` },
  { name: "implemented", label: t`En classe`, meaning: t`ont consigné une mise en œuvre en classe` },
  { name: "gaveFeedback", label: t`Retours`, meaning: t`ont donné un retour d’expérience` },
];

/** Null when fewer than five persons are concerned: the public does not see such figures. */
export function ParticipationFigures({ figures }: { figures: ParticipationTotalsFragment | null | undefined }) {
  if (!figures) return <p>{t`Moins de cinq personnes : les chiffres sont masqués, pour que nul n’y soit reconnu.`}</p>;
  return (
    <Figures
      figures={definitions.map(({ name, label, meaning }) => ({
        value: figure(figures[name]),
        label,
        detail: meaning,
      }))}
    />
  );
}
