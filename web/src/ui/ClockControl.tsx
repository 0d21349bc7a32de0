import { useState } from "react";
import { clockTime } from "./dates.ts";

const steps = [
  { duration: "P1D", label: "un jour" },
  { duration: "P7D", label: "une semaine" },
  { duration: "P1M", label: "un mois" },
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
    <aside className="clock" aria-label="Horloge du programme">
      <div className="fr-container">
        <p>
          Horloge du programme : <time dateTime={now}>{clockTime(now)}</time> (Paris)
        </p>
        <ul>
          {steps.map(({ duration, label }) => (
            <li key={duration}>
              <button
                type="button"
                className="fr-btn fr-btn--tertiary fr-btn--sm"
                onClick={() => void advance(duration)}
              >
                Avancer d’{label}
              </button>
            </li>
          ))}
        </ul>
        <p role="status">{failed && "L’horloge n’a pas bougé : réessayez."}</p>
      </div>
    </aside>
  );
}
