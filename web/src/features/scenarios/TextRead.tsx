import { t } from "@lingui/core/macro";
import type { WorkshopFragment } from "../../gen/graphql.ts";
import { duration } from "../../ui/dates.ts";
import { Facts } from "../../ui/Facts.tsx";
import { labelOf } from "../../ui/labels.ts";
import { Prose } from "../../ui/Prose.tsx";
import { listed } from "../../ui/plural.ts";
import { anchorOf } from "../../ui/Section.tsx";
import { sections } from "./progress.ts";

const labelled = (terms: readonly { label: string }[]) => terms.map(({ label }) => label).join(", ");

/** The text for those who read it without writing it: reviewers first of all. */
export const TextRead = ({ scenario }: { scenario: WorkshopFragment }) => (
  <>
    {scenario.summary ? <Prose text={scenario.summary} /> : <p>{t`Le résumé n’est pas encore écrit.`}</p>}
    <Facts
      facts={[
        [t`Disciplines`, labelled(scenario.disciplines)],
        [t`Niveaux`, labelled(scenario.levels)],
        [t`Compétences numériques`, scenario.competences.map(({ uri, label }) => `${uri} ${label}`).join(", ")],
        [t`Progressivité`, scenario.progressivity && labelOf("Progressivity", scenario.progressivity)],
        [t`Durée`, scenario.durationMinutes && duration(scenario.durationMinutes)],
        [t`Lieux et modalités`, scenario.setting],
        [t`Matériel et outils`, scenario.tools],
        [t`Licence`, scenario.licence],
        [t`Auteurs`, listed(scenario.authors.map(authorLine))],
      ]}
    />
    <div id={anchorOf(sections.teaching)}>
      <Part title={t`Objectifs`} text={scenario.objectives} />
      <Part title={t`Déroulé des séances`} text={scenario.course} />
      <Part title={t`Évaluation`} text={scenario.assessment} />
      <Part title={t`Pour généraliser`} text={scenario.generalisation} />
    </div>
  </>
);

const authorLine = ({ person, publishedName, role }: WorkshopFragment["authors"][number]) =>
  `${publishedName ?? person?.displayName ?? t`Auteur non nommé`} (${labelOf("ContributionRole", role).toLowerCase()})`;

function Part({ title, text }: { title: string; text: string }) {
  if (!text) return null;
  return (
    <>
      <h3 className="fr-h5">{title}</h3>
      <Prose text={text} />
    </>
  );
}
