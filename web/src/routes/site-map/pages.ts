interface Part {
  title: string;
  links: [path: string, text: string][];
}

/** Every public page that is not about one thing: for readers, and for engines. */
export const parts: Part[] = [
  {
    title: "Le programme",
    links: [
      ["/", "Accueil"],
      ["/themes", "Thèmes"],
      ["/academies", "Académies"],
      ["/participation", "Participation"],
    ],
  },
  {
    title: "Les productions",
    links: [
      ["/scenarios", "Scénarios pédagogiques"],
      ["/lettres", "La lettre Édu_Num"],
    ],
  },
  {
    title: "Le site",
    links: [
      ["/contact", "Contact"],
      ["/licences", "Licences et citation"],
      ["/accessibilite", "Déclaration d’accessibilité"],
      ["/accessibilite/plan", "Schéma pluriannuel d’accessibilité"],
      ["/mentions-legales", "Mentions légales"],
      ["/donnees-personnelles", "Données personnelles"],
      ["/plan-du-site", "Plan du site"],
    ],
  },
];

export const publicPages: string[] = parts.flatMap(({ links }) => links.map(([path]) => path));
