import { pick } from "@trame/kit/demo";

const month = (at: Date) =>
  at.toLocaleDateString("fr-FR", { month: "long", year: "numeric", timeZone: "Europe/Paris" });

/** «d'avril», «de mars». */
const ofMonth = (at: Date) => (/^[ao]/.test(month(at)) ? `d'${month(at)}` : `de ${month(at)}`);

const TITLES: Record<string, string[]> = {
  "2019-12": ["Les équipes se présentent", "Premiers essais en classe", "Un automne d'expérimentations"],
  "2020-02": ["À mi-parcours", "Ce que disent les premières séquences", "Partager pour progresser"],
  "2020-03": ["Continuer à apprendre", "La continuité pédagogique à l'épreuve", "À distance, ensemble"],
  "2020-04": ["Des scénarios pour le printemps", "Apprendre de la distance", "Les équipes publient"],
  "2020-05": ["Préparer le retour en classe", "Des ressources pour reprendre", "Ce que l'année nous apprend"],
};

const OPENINGS: Record<string, string> = {
  "2019-12":
    "Les travaux académiques mutualisés ont commencé à la rentrée. Les équipes ont choisi leurs questions, préparé leurs premières séquences et les ont essayées avec leurs élèves.",
  "2020-02":
    "L'année est à mi-parcours. Les groupes se sont réunis, ont comparé leurs essais et publient ce qui peut déjà servir à d'autres.",
  "2020-03":
    "Depuis le 16 mars, les établissements n'accueillent plus les élèves. Plusieurs équipes ont adapté leurs séquences pour que le travail continue à la maison.",
  "2020-04":
    "Le travail à distance a bousculé les calendriers et n'a pas arrêté les groupes. Les scénarios publiés ces dernières semaines en gardent la trace.",
  "2020-05":
    "Écoles et collèges rouvrent progressivement. Ce numéro rassemble des ressources qui servent aussi bien en classe qu'à la maison.",
};

const CLOSINGS = [
  "Essayez, adaptez, et dites aux équipes ce que cela donne chez vous : leurs pages reçoivent les retours d'expérience.",
  "Chaque scénario dit à quelles conditions il se transpose : commencez par là.",
  "Les formatrices et formateurs trouveront dans les modules de quoi préparer leurs prochaines sessions.",
];

const key = (at: Date) => at.toISOString().slice(0, 7);

export const titleOf = (series: string, published: number, at: Date): string =>
  pick(TITLES[key(at)] ?? [`Numéro ${ofMonth(at)}`], series, published);

export function editorialOf(series: string, items: number, at: Date): string {
  const what = items === 1 ? "une publication" : `${items} publications`;
  return `${OPENINGS[key(at)] ?? ""}

Ce numéro ${ofMonth(at)} réunit ${what} des équipes. On y trouve des scénarios éprouvés en classe, des supports pour les faire connaître et, quand ils sont prêts, des modules pour se former.

${pick(CLOSINGS, series, key(at))}`;
}
