import { t } from "@lingui/core/macro";
import { Link } from "react-router";
import { graphql } from "../../gen/gql.ts";
import type { ScenarioAdaptationsFragment } from "../../gen/graphql.ts";
import { inFrench } from "../../language.ts";
import { French } from "../../ui/French.tsx";
import { listed } from "../../ui/plural.ts";

export const SCENARIO_ADAPTATIONS = graphql(`
  fragment ScenarioAdaptations on Scenario {
    id
    state
    origins {
      scenarioId
      title
      page
      credit
    }
    adaptations {
      id
      slug
      title
      academies {
        code
        name
      }
    }
  }
`);

/** What the scenario was made from, what was made of it, and how to make one's own (R06). */
export const Adaptations = ({ scenario }: { scenario: ScenarioAdaptationsFragment }) => (
  <>
    {scenario.origins.length > 0 && (
      <>
        <h3 className="fr-h6">{t`D’après`}</h3>
        <ol lang={inFrench}>
          {scenario.origins.map(({ scenarioId, title, page, credit }) => (
            <li key={scenarioId}>
              <a href={page}>{title}</a>
              <span className="fr-hint-text">{credit}</span>
            </li>
          ))}
        </ol>
      </>
    )}
    {scenario.adaptations.length > 0 && (
      <>
        <h3 className="fr-h6">{t`Adaptations`}</h3>
        <ul>
          {scenario.adaptations.map(({ id, slug, title, academies }) => (
            <li key={id}>
              <Link to={`/scenarios/${slug}`}>
                <French>{title}</French>
              </Link>
              {academies.length > 0 && `, ${listed(academies.map(({ name }) => name))}`}
            </li>
          ))}
        </ul>
      </>
    )}
    {scenario.state === "PUBLISHED" && (
      <p>
        <Link className="fr-link" to={`/espace/scenarios/nouveau?adapter=${scenario.id}`}>
          {t`Adapter ce scénario avec mon équipe`}
        </Link>
      </p>
    )}
  </>
);
