import { t } from "@lingui/core/macro";
import type { ReactNode } from "react";
import { Downloads } from "../../features/scenarios/Downloads.tsx";
import { graphql } from "../../gen/gql.ts";
import type { ScenarioWholeFragment } from "../../gen/graphql.ts";
import { Prose } from "../../ui/Prose.tsx";
import { Contents, Section } from "../../ui/Section.tsx";
import { Adaptations } from "./Adaptations.tsx";
import { Credit } from "./Credit.tsx";
import { Experience } from "./Experience.tsx";
import { Overview } from "./Overview.tsx";
import { Resources } from "./Resources.tsx";

export const SCENARIO_WHOLE = graphql(`
  fragment ScenarioWhole on Scenario {
    id
    slug
    title
    summary
    state
    versionNumber
    objectives
    course
    assessment
    generalisation
    downloads {
      format
      url
      size
    }
    ...ScenarioOverview
    ...ScenarioExperience
    ...ScenarioResources
    ...ScenarioCredit
    ...ScenarioAdaptations
  }
`);

interface WholeProps {
  scenario: ScenarioWholeFragment;
  failed: (field: string) => boolean;
  /** What stands after the experience in class. */
  use?: ReactNode;
  /** What stands at the end, under its title. */
  more?: { title: string; content: ReactNode };
  /** Secret of the link by which a draft is read: its files open by it. */
  secret?: string;
}

/** All that a scenario says, to whoever may read it. */
export function Whole({ scenario, failed, use, more, secret }: WholeProps) {
  return (
    <>
      <Contents
        titles={[
          scenario.objectives && t`Objectifs`,
          scenario.course && t`Déroulé`,
          scenario.assessment && t`Évaluation`,
          scenario.generalisation && t`Pour généraliser`,
          scenario.implementations.length > 0 && t`Mises en œuvre en classe`,
          scenario.feedback.length > 0 && t`Retours d’expérience`,
          scenario.resources.length > 0 && t`Ressources`,
          scenario.digitalServices.length > 0 && t`Services numériques`,
          !secret && t`Télécharger`,
          !secret && t`Adapter`,
          t`Citer et réutiliser`,
          t`Relais`,
          more?.title,
        ]}
      />
      <Overview scenario={scenario} />
      <TextPart title={t`Objectifs`} text={scenario.objectives} />
      <TextPart title={t`Déroulé`} text={scenario.course} />
      <TextPart title={t`Évaluation`} text={scenario.assessment} />
      <TextPart title={t`Pour généraliser`} text={scenario.generalisation} />
      <Experience scenario={scenario} />
      {use}
      <Resources scenario={scenario} secret={secret} />
      {!secret && (
        <Section title={t`Télécharger`}>
          <Downloads downloads={scenario.downloads} />
        </Section>
      )}
      {!secret && (
        <Section title={t`Adapter`}>
          <Adaptations scenario={scenario} />
        </Section>
      )}
      <Credit scenario={scenario} failed={failed} />
      {more && <Section title={more.title}>{more.content}</Section>}
    </>
  );
}

function TextPart({ title, text }: { title: string; text: string }) {
  if (!text) return null;
  return (
    <Section title={title}>
      <Prose text={text} />
    </Section>
  );
}
