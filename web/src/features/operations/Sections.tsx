import { t } from "@lingui/core/macro";
import { Link, useLocation } from "react-router";
import { Screen } from "../../routes/espace/parts/Screen.tsx";
import { type ServiceName, serviceLabels } from "./services.ts";

export const OPERATIONS = "/espace/exploitation";

/** The three views of one service, each with an address of its own. */
export function ServiceScreen({ service, children }: { service: ServiceName; children: React.ReactNode }) {
  const { pathname } = useLocation();
  const views = Object.entries(labels).map(([path, label]) => ({ to: `${OPERATIONS}/${service}${path}`, label }));
  return (
    <Screen title={t`Exploitation : ${serviceLabels[service]}`} path={[[t`Exploitation`, OPERATIONS]]}>
      <nav className="orders" aria-label={t`Vues de ce service`}>
        <ul>
          {views.map(({ to, label }) => (
            <li key={to}>
              <Link to={to} aria-current={to === pathname ? "true" : undefined}>
                {label}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {children}
    </Screen>
  );
}

const labels = { "": t`Marche`, "/echeancier": t`Échéancier`, "/journal": t`Journal` };
