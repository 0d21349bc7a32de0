import { t } from "@lingui/core/macro";
import { NavLink } from "react-router";
import { Screen } from "../../routes/espace/parts/Screen.tsx";
import { type ServiceName, serviceLabels } from "./services.ts";

export const OPERATIONS = "/espace/exploitation";

/** The three views of one service, each with an address of its own. */
export const ServiceScreen = ({ service, children }: { service: ServiceName; children: React.ReactNode }) => (
  <Screen title={t`Exploitation : ${serviceLabels[service]}`} path={[[t`Exploitation`, OPERATIONS]]}>
    <nav className="orders" aria-label={t`Vues de ce service`}>
      <ul>
        {views.map(({ path, label }) => (
          <li key={path}>
            <NavLink to={`${OPERATIONS}/${service}${path}`} end>
              {label}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
    {children}
  </Screen>
);

const views = [
  { path: "", label: t`Marche` },
  { path: "/echeancier", label: t`Échéancier` },
  { path: "/journal", label: t`Journal` },
];
