import { Trans } from "@lingui/react/macro";
import { Link } from "react-router";
import { graphql } from "../../gen/gql.ts";
import type { ScenarioItemFragment } from "../../gen/graphql.ts";
import { inFrench } from "../../language.ts";
import { labelOf } from "../../ui/labels.ts";
import { Time } from "../../ui/Time.tsx";

export const SCENARIO_ITEM = graphql(`
  fragment ScenarioItem on Scenario {
    id
    slug
    title
    summary
    progressivity
    publishedAt
    academies {
      code
      name
    }
    disciplines {
      code
      label
    }
    levels {
      uri
      label
    }
  }
`);

/** A scenario in a list: one compact line of facts under its title and summary. */
export function ScenarioItem({
  scenario,
  as: Heading = "h3",
}: {
  scenario: ScenarioItemFragment;
  as?: "h2" | "h3" | "h4";
}) {
  const facts = [
    scenario.disciplines.map(({ label }) => label).join(", "),
    scenario.levels.map(({ label }) => label).join(", "),
    scenario.academies.map(({ name }) => name).join(", "),
  ].filter(Boolean);
  return (
    <li className="item">
      <Heading className="item__title" lang={inFrench}>
        <Link to={`/scenarios/${scenario.slug}`}>{scenario.title}</Link>
      </Heading>
      <p className="item__summary" lang={inFrench}>
        {scenario.summary}
      </p>
      <p className="item__facts">
        {facts.map((fact) => (
          <span key={fact} lang={inFrench}>
            {fact}
          </span>
        ))}
        {scenario.progressivity && <span>{labelOf("Progressivity", scenario.progressivity)}</span>}
        {scenario.publishedAt && (
          <span>
            <Trans>
              Publié le <Time at={scenario.publishedAt} />
            </Trans>
          </span>
        )}
      </p>
    </li>
  );
}
