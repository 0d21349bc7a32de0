import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { useState } from "react";
import { clockTime } from "./dates.ts";

const steps = [
  { duration: "P1D", label: t`Avancer d’un jour` },
  { duration: "P7D", label: t`Avancer d’une semaine` },
  { duration: "P1M", label: t`Avancer d’un mois` },
];

/** In development: shows the programme's time and moves it forward. */
export function ClockControl({ now }: { now: string }) {
  const [failed, setFailed] = useState(false);
  const advance = async (duration: string) => {
    const response = await fetch("/auth/dev/clock", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ advance: duration }),
    }).catch(() => null);
    if (response?.ok) window.location.reload();
    else setFailed(true);
  };
  return (
    <aside className="clock" aria-label={t`Horloge du programme`}>
      <div className="fr-container">
        <p>
          <Trans>
            Horloge du programme : <time dateTime={now}>{clockTime(now)}</time> (Paris)
          </Trans>
        </p>
        <ul>
          {steps.map(({ duration, label }) => (
            <li key={duration}>
              <button
                type="button"
                className="fr-btn fr-btn--tertiary fr-btn--sm"
                onClick={() => void advance(duration)}
              >
                {label}
              </button>
            </li>
          ))}
        </ul>
        <p role="status">{failed && t`L’horloge n’a pas bougé : réessayez.`}</p>
      </div>
    </aside>
  );
}
