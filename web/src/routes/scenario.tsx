import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { definePage } from "../apollo/page.ts";
import { graphql } from "../gen/gql.ts";
import type { ScenarioPageQuery } from "../gen/graphql.ts";
import { inFrench } from "../language.ts";
import { French } from "../ui/French.tsx";
import { labelOf } from "../ui/labels.ts";
import { Page } from "../ui/Page.tsx";
import { Prose } from "../ui/Prose.tsx";
import { Contents, Section } from "../ui/Section.tsx";
import { Time } from "../ui/Time.tsx";
import { ScenarioItem } from "./parts/ScenarioItem.tsx";
import { Credit } from "./scenario/Credit.tsx";
import { Experience } from "./scenario/Experience.tsx";
import { learningResource } from "./scenario/learningResource.ts";
import { Overview } from "./scenario/Overview.tsx";
import { Resources } from "./scenario/Resources.tsx";
import { Use } from "./scenario/Use.tsx";

const page = definePage({
  query: graphql(`
    query ScenarioPage($slug: String!) {
      scenario(slug: $slug) {
        id
        slug
        title
        summary
        state
        versionNumber
        withdrawnAt
        withdrawalReason
        objectives
        course
        assessment
        generalisation
        ...ScenarioOverview
        ...ScenarioExperience
        ...ScenarioResources
        ...ScenarioCredit
        ...ScenarioUse
        related {
          ...ScenarioItem
        }
      }
    }
  `),
  variables: ({ params }) => ({ slug: params.slug ?? "" }),
  subject: "scenario",
  head: ({ scenario }, { params }) => ({
    title: scenario?.title ?? "",
    description: scenario?.summary,
    canonical: `/scenarios/${scenario?.slug ?? params.slug}`,
    type: "article",
    noindex: scenario?.state !== "PUBLISHED",
    ...(scenario?.state === "PUBLISHED" && {
      jsonLd: learningResource(scenario),
      alternate: { type: "application/xml", path: `/scenarios/${scenario.slug}.xml` },
    }),
  }),
  status: ({ scenario }) => (scenario?.state === "WITHDRAWN" ? 410 : 200),
});

export const loader = page.loader;
export const clientLoader = page.clientLoader;
export const meta = page.meta;

export type Scenario = NonNullable<ScenarioPageQuery["scenario"]>;

export default function ScenarioView() {
  const { data, failed, place } = page.useData();
  const { scenario } = data;
  if (!scenario) return null;
  if (scenario.state === "WITHDRAWN") return <Tombstone scenario={scenario} />;
  return (
    <Page
      title={scenario.title}
      content
      path={[[t`Scénarios`, "/scenarios"]]}
      lead={<p lang={inFrench}>{scenario.summary}</p>}
    >
      {scenario.state !== "PUBLISHED" && (
        <p className="fr-hint-text">
          <Trans>
            {labelOf("ScenarioState", scenario.state)} : ce scénario n’est pas encore public, vous le voyez comme membre
            de son groupe.
          </Trans>
        </p>
      )}
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
          t`Citer et réutiliser`,
          t`Relais`,
          scenario.related.length > 0 && t`Scénarios proches`,
        ]}
      />
      <Overview scenario={scenario} />
      <TextPart title={t`Objectifs`} text={scenario.objectives} />
      <TextPart title={t`Déroulé`} text={scenario.course} />
      <TextPart title={t`Évaluation`} text={scenario.assessment} />
      <TextPart title={t`Pour généraliser`} text={scenario.generalisation} />
      <Experience scenario={scenario} />
      {scenario.state === "PUBLISHED" && <Use scenario={scenario} answer={place.search.get("usage")} />}
      <Resources scenario={scenario} />
      <Credit scenario={scenario} failed={(field) => failed(`scenario.${field}`)} />
      {scenario.related.length > 0 && (
        <Section title={t`Scénarios proches`}>
          <ul className="items">
            {scenario.related.map((one) => (
              <ScenarioItem key={one.id} scenario={one} />
            ))}
          </ul>
        </Section>
      )}
    </Page>
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

/** A withdrawn scenario keeps its address, which says so. */
const Tombstone = ({ scenario }: { scenario: Scenario }) => (
  <Page title={scenario.title} content path={[[t`Scénarios`, "/scenarios"]]}>
    <p className="fr-text--lead">
      {scenario.withdrawnAt ? (
        <Trans>
          Ce scénario a été retiré le <Time at={scenario.withdrawnAt} />.
        </Trans>
      ) : (
        t`Ce scénario a été retiré.`
      )}
    </p>
    {scenario.withdrawalReason && (
      <p>
        <Trans>
          Raison : <French>{scenario.withdrawalReason}</French>
        </Trans>
      </p>
    )}
    <p>
      <a href="/scenarios">{t`Chercher un autre scénario`}</a>
    </p>
  </Page>
);
