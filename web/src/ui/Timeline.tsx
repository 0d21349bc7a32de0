import { t } from "@lingui/core/macro";
import type { ReactNode } from "react";
import { inFrench } from "../language.ts";
import { Time } from "./Time.tsx";

export interface Step {
  title: ReactNode;
  at: string;
  detail?: ReactNode;
}

interface TimelineProps {
  steps: Step[];
  now: string;
  /** The titles are content: French in either language. */
  content?: boolean;
}

/** Dated steps in order; what is past is said in words, not by colour alone. */
export const Timeline = ({ steps, now, content }: TimelineProps) => (
  <ol className="timeline fr-raw-list">
    {steps.map(({ title, at, detail }) => (
      <li key={`${at} ${String(title)}`} data-past={at < now}>
        <span className="timeline__date">
          <Time at={at} />
          {at < now && <span className="fr-hint-text">{t`passé`}</span>}
        </span>
        <span lang={content ? inFrench : undefined}>
          {title}
          {detail && <span className="fr-hint-text">{detail}</span>}
        </span>
      </li>
    ))}
  </ol>
);
