import { t } from "@lingui/core/macro";
import type { Role } from "../../gen/graphql.ts";
import type { NavigationLink } from "../../ui/Shell.tsx";

interface Area extends NavigationLink {
  /** Shown to these roles; to everyone when absent. */
  roles?: readonly Role[];
}

const programme: readonly Role[] = ["PROGRAMME", "EXPERT", "INSPECTOR_GENERAL"];

/** The areas of the workspace, one line each, in the order of the menu. */
const areas: readonly Area[] = [
  { to: "/espace", text: t`Mon espace`, exact: true },
  { to: "/espace/campagnes", text: t`Campagnes`, roles: programme },
  { to: "/espace/candidatures", text: t`Candidatures`, roles: [...programme, "REFERENT", "PILOT", "DAN"] },
  { to: "/espace/scenarios", text: t`Scénarios` },
  { to: "/espace/reunions", text: t`Réunions` },
  { to: "/espace/supports", text: t`Supports`, roles: ["REFERENT", "EXPERT"] },
  { to: "/espace/lettres", text: t`Lettres`, roles: ["EDITOR"] },
  { to: "/espace/versements", text: t`Versements`, roles: ["PROGRAMME", "PILOT", "DAN", "REFERENT"] },
  { to: "/espace/mes-versements", text: t`Mes versements`, roles: ["TEACHER"] },
  { to: "/espace/annuaire", text: t`Annuaire` },
  {
    to: "/espace/participation",
    text: t`Participation`,
    roles: ["ANALYST", "PROGRAMME", "EXPERT", "DAN", "PILOT"],
  },
  { to: "/espace/mandats", text: t`Mes mandats` },
  { to: "/espace/mes-donnees", text: t`Mes données` },
  { to: "/espace/donnees", text: t`Personnes et données`, roles: ["ADMIN", "DAN"] },
  { to: "/espace/signalements", text: t`Signalements`, roles: ["PROGRAMME", "ADMIN"] },
  { to: "/espace/courriels", text: t`Courriels`, roles: ["ADMIN", "EDITOR"] },
  { to: "/espace/exploitation", text: t`Exploitation`, roles: ["ADMIN"] },
  { to: "/themes", text: t`Thèmes` },
];

export const navigationFor = (held: readonly Role[]): NavigationLink[] =>
  areas
    .filter(({ roles }) => !roles || roles.some((role) => held.includes(role)))
    .map(({ roles: _roles, ...link }) => link);
