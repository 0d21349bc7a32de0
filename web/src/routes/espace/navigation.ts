import { t } from "@lingui/core/macro";
import type { Role } from "../../gen/graphql.ts";
import type { NavigationGroup, NavigationLink } from "../../ui/navigation.ts";

interface Area extends NavigationLink {
  /** Shown to these roles; to everyone when absent. */
  roles?: readonly Role[];
}

const programme: readonly Role[] = ["PROGRAMME", "EXPERT", "INSPECTOR_GENERAL"];

/** The areas of the workspace in the order of the menu, those of one activity together; what is personal is under the person's name. */
const areas: readonly (Area | NavigationGroup<Area>)[] = [
  { to: "/espace", text: t`Mon espace`, exact: true },
  {
    text: t`Projets`,
    links: [
      { to: "/espace/campagnes", text: t`Campagnes`, roles: programme },
      { to: "/espace/candidatures", text: t`Candidatures`, roles: [...programme, "REFERENT", "PILOT", "DAN"] },
      { to: "/themes", text: t`Thèmes` },
    ],
  },
  { to: "/espace/scenarios", text: t`Scénarios` },
  { to: "/espace/reunions", text: t`Réunions` },
  {
    text: t`Diffusion`,
    links: [
      { to: "/espace/supports", text: t`Supports`, roles: ["REFERENT", "EXPERT"] },
      { to: "/espace/syntheses", text: t`Synthèses`, roles: programme },
      { to: "/espace/lettres", text: t`Lettres`, roles: ["EDITOR"] },
      { to: "/espace/diffusion", text: t`Suivi`, roles: [...programme, "EDITOR", "ANALYST", "DAN", "PILOT"] },
    ],
  },
  {
    text: t`Rémunération`,
    links: [
      { to: "/espace/versements", text: t`Versements`, roles: ["PROGRAMME", "PILOT", "DAN", "REFERENT"] },
      { to: "/espace/mes-versements", text: t`Mes versements`, roles: ["TEACHER"] },
    ],
  },
  {
    text: t`Réseau`,
    links: [
      { to: "/espace/annuaire", text: t`Annuaire` },
      {
        to: "/espace/participation",
        text: t`Participation`,
        roles: ["ANALYST", "PROGRAMME", "EXPERT", "DAN", "PILOT"],
      },
    ],
  },
  {
    text: t`Administration`,
    links: [
      { to: "/espace/donnees", text: t`Personnes et données`, roles: ["ADMIN", "DAN"] },
      { to: "/espace/signalements", text: t`Signalements`, roles: ["PROGRAMME", "ADMIN"] },
      { to: "/espace/courriels", text: t`Courriels`, roles: ["ADMIN", "EDITOR"] },
      { to: "/espace/exploitation", text: t`Exploitation`, roles: ["ADMIN"] },
    ],
  },
];

/** A group with one area for these roles is that area. */
export function navigationFor(held: readonly Role[]): (NavigationLink | NavigationGroup)[] {
  const open = ({ roles }: Area) => !roles || roles.some((role) => held.includes(role));
  return areas.flatMap((area): (NavigationLink | NavigationGroup)[] => {
    if (!("links" in area)) return open(area) ? [linkOf(area)] : [];
    const links = area.links.filter(open).map(linkOf);
    return links.length > 1 ? [{ text: area.text, links }] : links;
  });
}

const linkOf = ({ roles: _roles, ...link }: Area): NavigationLink => link;
