import { plural, t } from "@lingui/core/macro";
import { graphql } from "../../gen/gql.ts";
import type { ScenarioExperienceFragment } from "../../gen/graphql.ts";
import { inFrench } from "../../language.ts";
import { Facts } from "../../ui/Facts.tsx";
import { French } from "../../ui/French.tsx";
import { Prose } from "../../ui/Prose.tsx";
import { listed } from "../../ui/plural.ts";
import { Section } from "../../ui/Section.tsx";
import { Time } from "../../ui/Time.tsx";

export const SCENARIO_EXPERIENCE = graphql(`
  fragment ScenarioExperience on Scenario {
    project {
      id
      title
      implementationAnalysis {
        text
        at
      }
    }
    implementations {
      id
      classLevel
      establishment
      startedOn
      endedOn
      pupilCount
      adaptation
      outcome
    }
    feedback {
      id
      text
      at
      author {
        id
        displayName
      }
    }
  }
`);

/** What happened when the scenario met pupils. */
export const Experience = ({ scenario }: { scenario: ScenarioExperienceFragment }) => (
  <>
    {scenario.implementations.length > 0 && (
      <Section title={t`Mises en œuvre en classe`}>
        <p>{summaryOf(scenario.implementations)}</p>
        <ul className="items">
          {scenario.implementations.map((implementation) => (
            <li key={implementation.id} className="item">
              <h3 className="item__title" lang={inFrench}>
                {implementation.classLevel}, {implementation.establishment}
              </h3>
              <p className="item__facts">
                <span>
                  <Time at={implementation.startedOn} />
                  {implementation.endedOn && (
                    <>
                      {" "}
                      – <Time at={implementation.endedOn} />
                    </>
                  )}
                </span>
                {implementation.pupilCount ? (
                  <span>{plural(implementation.pupilCount, { one: "# élève", other: "# élèves" })}</span>
                ) : null}
              </p>
              <Facts
                facts={[
                  [
                    t`Adaptations`,
                    implementation.adaptation && <French key="adaptation">{implementation.adaptation}</French>,
                  ],
                  [
                    t`Effets constatés`,
                    implementation.outcome && <French key="outcome">{implementation.outcome}</French>,
                  ],
                ]}
              />
            </li>
          ))}
        </ul>
        <Analysis project={scenario.project} />
      </Section>
    )}
    {scenario.feedback.length > 0 && (
      <Section title={t`Retours d’expérience`}>
        <ul className="items">
          {scenario.feedback.map(({ id, text, at, author }) => (
            <li key={id} className="item">
              <Prose text={text} />
              <p className="item__facts">
                {author && <span>{author.displayName}</span>}
                <span>
                  <Time at={at} />
                </span>
              </p>
            </li>
          ))}
        </ul>
      </Section>
    )}
  </>
);

/** « 3 mises en œuvre, dans 2 établissements, avec 78 élèves » */
function summaryOf(all: ScenarioExperienceFragment["implementations"]): string {
  const places = new Set(all.map(({ establishment }) => establishment.trim().toLocaleLowerCase("fr"))).size;
  const pupils = all.reduce((sum, { pupilCount }) => sum + (pupilCount ?? 0), 0);
  return listed([
    plural(all.length, { one: "# mise en œuvre", other: "# mises en œuvre" }),
    plural(places, { one: "# établissement", other: "# établissements" }),
    ...(pupils > 0 ? [plural(pupils, { one: "# élève", other: "# élèves" })] : []),
  ]);
}

/** What the team makes of all its classes, beyond this scenario. */
function Analysis({ project }: Pick<ScenarioExperienceFragment, "project">) {
  const analysis = project?.implementationAnalysis;
  if (!analysis) return null;
  return (
    <>
      <h3 className="fr-h6">{t`Ce que l’équipe en tire`}</h3>
      <Prose text={analysis.text} />
      <p className="fr-hint-text">
        <Time at={analysis.at} />
      </p>
    </>
  );
}
