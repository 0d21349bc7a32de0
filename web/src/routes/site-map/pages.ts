import { t } from "@lingui/core/macro";

interface Part {
  title: string;
  links: [path: string, text: string][];
}

/** Every public page that is not about one thing: for readers, and for engines. */
export const parts: Part[] = [
  {
    title: t`Le programme`,
    links: [
      ["/", t`Accueil`],
      ["/themes", t`Thèmes`],
      ["/academies", t`Académies`],
      ["/participation", t`Participation`],
    ],
  },
  {
    title: t`Les productions`,
    links: [
      ["/scenarios", t`Scénarios pédagogiques`],
      ["/lettres", t`La lettre Édu_Num`],
    ],
  },
  {
    title: t`Le site`,
    links: [
      ["/contact", t`Contact`],
      ["/licences", t`Licences et citation`],
      ["/accessibilite", t`Déclaration d’accessibilité`],
      ["/accessibilite/plan", t`Schéma pluriannuel d’accessibilité`],
      ["/mentions-legales", t`Mentions légales`],
      ["/donnees-personnelles", t`Données personnelles`],
      ["/plan-du-site", t`Plan du site`],
    ],
  },
];

export const publicPages: string[] = parts.flatMap(({ links }) => links.map(([path]) => path));
