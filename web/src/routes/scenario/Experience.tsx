import { graphql } from "../../gen/gql.ts";
import type { ScenarioExperienceFragment } from "../../gen/graphql.ts";
import { Facts } from "../../ui/Facts.tsx";
import { Prose } from "../../ui/Prose.tsx";
import { count } from "../../ui/plural.ts";
import { Section } from "../../ui/Section.tsx";
import { Time } from "../../ui/Time.tsx";

export const SCENARIO_EXPERIENCE = graphql(`
  fragment ScenarioExperience on Scenario {
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
      <Section title="Mises en œuvre en classe">
        <ul className="items">
          {scenario.implementations.map((implementation) => (
            <li key={implementation.id} className="item">
              <h3 className="item__title">
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
                {implementation.pupilCount ? <span>{count(implementation.pupilCount, "élève")}</span> : null}
              </p>
              <Facts
                facts={[
                  ["Adaptations", implementation.adaptation],
                  ["Effets constatés", implementation.outcome],
                ]}
              />
            </li>
          ))}
        </ul>
      </Section>
    )}
    {scenario.feedback.length > 0 && (
      <Section title="Retours d’expérience">
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
