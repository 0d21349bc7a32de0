import type { Role } from "../../gen/graphql.ts";
import type { NavigationLink } from "../../ui/Shell.tsx";

interface Area extends NavigationLink {
  /** Shown to these roles; to everyone when absent. */
  roles?: readonly Role[];
}

const programme: readonly Role[] = ["PROGRAMME", "EXPERT", "INSPECTOR_GENERAL"];

/** The areas of the workspace, one line each, in the order of the menu. */
const areas: readonly Area[] = [
  { to: "/espace", text: "Mon espace", exact: true },
  { to: "/espace/campagnes", text: "Campagnes", roles: programme },
  { to: "/espace/candidatures", text: "Candidatures", roles: [...programme, "REFERENT", "PILOT", "DAN"] },
  { to: "/espace/scenarios", text: "Scénarios" },
  { to: "/espace/reunions", text: "Réunions" },
  { to: "/espace/supports", text: "Supports", roles: ["REFERENT", "EXPERT"] },
  { to: "/espace/lettres", text: "Lettres", roles: ["EDITOR"] },
  { to: "/espace/annuaire", text: "Annuaire" },
  {
    to: "/espace/participation",
    text: "Participation",
    roles: ["ANALYST", "PROGRAMME", "EXPERT", "DAN", "PILOT"],
  },
  { to: "/espace/signalements", text: "Signalements", roles: ["PROGRAMME", "ADMIN"] },
  { to: "/espace/exploitation", text: "Exploitation", roles: ["ADMIN"] },
  { to: "/themes", text: "Thèmes" },
];

export const navigationFor = (held: readonly Role[]): NavigationLink[] =>
  areas
    .filter(({ roles }) => !roles || roles.some((role) => held.includes(role)))
    .map(({ roles: _roles, ...link }) => link);
