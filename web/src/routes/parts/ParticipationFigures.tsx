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

export type FigureName = Exclude<keyof ParticipationTotalsFragment, "__typename">;

/** Each figure with its one definition, in the words of the graph (a test compares them). All count distinct persons. */
export const definitions: { name: FigureName; label: string; meaning: string }[] = [
  { name: "persons", label: t`Personnes`, meaning: t`Personnes ayant participé à un titre quelconque ci-dessous.` },
  {
    name: "mandated",
    label: t`Membres`,
    meaning: t`Personnes ayant tenu au moins un jour un mandat dans un groupe académique ou national.`,
  },
  {
    name: "attended",
    label: t`Présentes`,
    meaning: t`Personnes notées présentes, sur place ou à distance, à une réunion tenue.`,
  },
  { name: "authored", label: t`Auteures`, meaning: t`Auteurs d’au moins un scénario publié.` },
  { name: "implemented", label: t`En classe`, meaning: t`Personnes ayant consigné une mise en œuvre en classe.` },
  { name: "gaveFeedback", label: t`Retours`, meaning: t`Personnes ayant donné un retour d’expérience.` },
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
