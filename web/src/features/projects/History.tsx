import type { ApplicationDossierFragment } from "../../gen/graphql.ts";
import { Time } from "../../ui/Time.tsx";

/** Who did what, when and why. */
export const History = ({ events }: { events: ApplicationDossierFragment["history"] }) =>
  events.length === 0 ? (
    <p>Rien n’est encore arrivé à cette candidature.</p>
  ) : (
    <ol className="timeline fr-raw-list">
      {events.map(({ label, at, by, reason }) => (
        <li key={`${at} ${label}`} data-past="true">
          <span className="timeline__date">
            <Time at={at} as="instant" />
          </span>
          <span>
            {label}
            {by && `, par ${by.displayName}`}
            {reason && <span className="fr-hint-text">{reason}</span>}
          </span>
        </li>
      ))}
    </ol>
  );
