import { t } from "@lingui/core/macro";
import type { WorkshopFragment } from "../../gen/graphql.ts";
import { longDate } from "../../ui/dates.ts";
import { Empty } from "../../ui/Empty.tsx";
import { StateBadge } from "../../ui/StateBadge.tsx";
import { history } from "./history.ts";

/** Reviews and published versions in one dated list, the latest first. */
export function History({ scenario }: { scenario: WorkshopFragment }) {
  const steps = history(scenario);
  if (steps.length === 0) return <Empty>{t`Ni relecture ni publication pour l’instant.`}</Empty>;
  return (
    <ul className="items">
      {steps.map((step) => (
        <li key={`${step.at} ${step.title}`} className="item">
          <p className="item__title">{step.title}</p>
          <p className="item__facts">
            {step.outcome && <StateBadge of="ReviewOutcome" value={step.outcome} />}
            <span>{longDate(step.at)}</span>
            {step.by && <span>{step.by}</span>}
          </p>
          {step.text && <p className="item__summary">{step.text}</p>}
        </li>
      ))}
    </ul>
  );
}
