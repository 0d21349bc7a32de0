import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import type { ApplicationDossierFragment } from "../../gen/graphql.ts";
import { inFrench } from "../../language.ts";
import { French } from "../../ui/French.tsx";
import { Time } from "../../ui/Time.tsx";

/** Who did what, when and why. */
export const History = ({ events }: { events: ApplicationDossierFragment["history"] }) =>
  events.length === 0 ? <p>{t`Rien n’est encore arrivé à cette candidature.`}</p> : <Events events={events} />;

interface HistoryEvent {
  label: string;
  at: string;
  by?: { displayName: string } | null;
  reason?: string | null;
}

export const Events = ({ events }: { events: readonly HistoryEvent[] }) => (
  <ol className="timeline fr-raw-list">
    {events.map(({ label, at, by, reason }) => (
      <li key={`${at} ${label}`} data-past="true">
        <span className="timeline__date">
          <Time at={at} as="instant" />
        </span>
        <span>
          {by ? (
            <Trans>
              <French>{label}</French>, par {by.displayName}
            </Trans>
          ) : (
            <French>{label}</French>
          )}
          {reason && (
            <span className="fr-hint-text" lang={inFrench}>
              {reason}
            </span>
          )}
        </span>
      </li>
    ))}
  </ol>
);
