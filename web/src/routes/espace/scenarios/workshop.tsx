import { t } from "@lingui/core/macro";
import { Link } from "react-router";
import { definePage } from "../../../apollo/page.ts";
import { Checklist } from "../../../features/scenarios/Checklist.tsx";
import { Decisions } from "../../../features/scenarios/Decisions.tsx";
import { DigitalServices } from "../../../features/scenarios/DigitalServices.tsx";
import { Downloads } from "../../../features/scenarios/Downloads.tsx";
import { Edubase } from "../../../features/scenarios/Edubase.tsx";
import { History } from "../../../features/scenarios/History.tsx";
import { Implementations } from "../../../features/scenarios/Implementations.tsx";
import { OpenAddress } from "../../../features/scenarios/OpenAddress.tsx";
import { PreviewLinks } from "../../../features/scenarios/PreviewLinks.tsx";
import { ProjectAnalysis } from "../../../features/scenarios/ProjectAnalysis.tsx";
import { Resources } from "../../../features/scenarios/Resources.tsx";
import { type ScenarioRights, scenarioRights } from "../../../features/scenarios/rights.ts";
import { TextForm } from "../../../features/scenarios/TextForm.tsx";
import { TextRead } from "../../../features/scenarios/TextRead.tsx";
import { vocabulariesOf } from "../../../features/scenarios/vocabularies.ts";
import { graphql } from "../../../gen/gql.ts";
import type { ScenarioWorkshopQuery, WorkshopFragment } from "../../../gen/graphql.ts";
import { inFrench } from "../../../language.ts";
import { Section } from "../../../ui/Section.tsx";
import { StateBadge } from "../../../ui/StateBadge.tsx";
import liveStyles from "../live.css?url";
import { Screen } from "../parts/Screen.tsx";

const page = definePage({
  query: graphql(`
    query ScenarioWorkshop($id: ID!) {
      scenario(id: $id) {
        ...Workshop
      }
      viewer {
        ...ViewerRights
      }
      disciplines {
        code
        label
      }
      levels: vocabulary(name: LEVEL) {
        uri
        label
        broader
      }
      competences: vocabulary(name: CRCN) {
        uri
        label
      }
    }
  `),
  variables: ({ params }) => ({ id: params.id ?? "" }),
  subject: "scenario",
  head: ({ scenario }) => ({ title: scenario?.title ?? "", noindex: true }),
  fresh: true,
});

export const loader = page.loader;
export const clientLoader = page.clientLoader;
export const meta = page.meta;
export const links = () => [{ rel: "stylesheet", href: liveStyles }];

export default function Workshop() {
  const { data } = page.useData();
  const { scenario, viewer } = data;
  if (!scenario) return null;
  const rights = scenarioRights(viewer, scenario);
  return (
    <Screen title={scenario.title} content path={[[t`Scénarios`, "/espace/scenarios"]]}>
      <Heading scenario={scenario} />
      <div className="workshop">
        <aside className="workshop__aside" aria-label={t`Avancement`}>
          <Checklist scenario={scenario} />
        </aside>
        <div>
          <Section title={t`Relecture et publication`}>
            <Decisions scenario={scenario} rights={rights} />
          </Section>
          <Text data={data} scenario={scenario} rights={rights} />
          <Section title={t`Mises en œuvre en classe`}>
            <Implementations scenario={scenario} mayAdd={rights.tryInClass && scenario.state !== "WITHDRAWN"} />
            {scenario.project && <ProjectAnalysis project={scenario.project} mayWrite={rights.member} />}
          </Section>
          <Section title={t`Ressources et droits`}>
            <Resources scenario={scenario} mayDeclare={rights.declare && scenario.state !== "WITHDRAWN"} />
          </Section>
          <Section title={t`Services numériques`}>
            <DigitalServices scenario={scenario} mayDeclare={rights.declare && scenario.state !== "WITHDRAWN"} />
          </Section>
          <Section title={t`Adresse ouverte`}>
            <OpenAddress scenario={scenario} maySet={rights.publish && scenario.state !== "WITHDRAWN"} />
          </Section>
          <Section title={t`Indexation dans ÉDU’base`}>
            <Edubase scenario={scenario} mayIndex={rights.index} />
          </Section>
          <Section title={t`Télécharger et montrer`}>
            <Downloads downloads={scenario.downloads} />
            {rights.write && scenario.state !== "PUBLISHED" && scenario.state !== "WITHDRAWN" && (
              <PreviewLinks scenario={scenario} />
            )}
          </Section>
          <Section title={t`Relectures et versions`}>
            <History scenario={scenario} />
            <p>
              <Link to={`/espace/scenarios/${scenario.id}/versions`}>{t`Comparer ou rétablir un texte`}</Link>
            </p>
          </Section>
        </div>
      </div>
    </Screen>
  );
}

const Heading = ({ scenario }: { scenario: WorkshopFragment }) => (
  <p className="item__facts">
    <StateBadge of="ScenarioState" value={scenario.state} />
    {scenario.theme && (
      <span>
        <Link to={`/espace/themes/${scenario.theme.id}`} lang={inFrench}>
          {scenario.theme.title}
        </Link>
      </span>
    )}
    {scenario.project && <span>{scenario.project.title}</span>}
    {scenario.academies.length > 0 && <span>{scenario.academies.map(({ name }) => name).join(", ")}</span>}
    {(scenario.state === "PUBLISHED" || scenario.state === "WITHDRAWN") && (
      <span>
        <Link to={`/scenarios/${scenario.slug}`}>{t`Page publique`}</Link>
      </span>
    )}
    {scenario.state === "PUBLISHED" && (
      <span>
        <Link to={`/espace/scenarios/${scenario.id}/retour`}>{t`Donner un retour d’expérience`}</Link>
      </span>
    )}
  </p>
);

interface TextProps {
  data: ScenarioWorkshopQuery;
  scenario: WorkshopFragment;
  rights: ScenarioRights;
}

/** A published scenario is corrected by its authors only. */
function Text({ data, scenario, rights }: TextProps) {
  const writes = scenario.state === "PUBLISHED" ? rights.author : rights.write && scenario.state !== "WITHDRAWN";
  return (
    <Section title={t`Présentation`}>
      {writes ? (
        <TextForm key={scenario.id} scenario={scenario} vocabularies={vocabulariesOf(data)} />
      ) : (
        <TextRead scenario={scenario} />
      )}
    </Section>
  );
}
