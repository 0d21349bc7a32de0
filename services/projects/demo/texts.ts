import { pick } from "@trame/kit/demo";

/** What a team writes, varied by academy and theme; never two alike within a theme. */
const approaches = [
  "en partant d'une enquête menée par les élèves",
  "par des projets conduits en îlots",
  "en alternant séances en classe et travail à distance",
  "en s'appuyant sur une banque de ressources partagée",
  "par des défis entre classes de plusieurs établissements",
  "en confiant aux élèves la production de ressources pour leurs pairs",
  "par l'analyse de données recueillies sur le terrain",
  "en construisant une progression du cycle 4 à la terminale",
  "par des ateliers courts intégrés aux séquences ordinaires",
  "en croisant les regards de deux disciplines",
];

const levels = [
  "Cycle 4",
  "Seconde générale et technologique",
  "De la sixième à la troisième",
  "Première et terminale",
  "Cycle 3 et sixième",
  "Lycée professionnel : CAP et seconde",
];

const tools = [
  "Tablettes, tableur, espace de stockage de l'académie",
  "Moodle de l'académie, mur collaboratif, casques audio",
  "Ordinateurs du CDI, logiciel libre de cartographie",
  "Capteurs et microcontrôleurs, carnet en ligne",
  "Outil d'enregistrement, éditeur vidéo libre",
];

const objectives = [
  "Faire produire, comparer et critiquer des documents numériques ; installer une démarche que chaque collègue puisse reprendre.",
  "Donner à chaque élève un retour utile pendant l'apprentissage, et garder la trace de ses progrès.",
  "Éprouver en classe trois séquences de difficulté croissante, et dire à quelles conditions elles se généralisent.",
  "Développer l'autonomie et la coopération ; mesurer ce que l'outil change pour les élèves les plus fragiles.",
];

const sharing = [
  "Échange de séquences avec une autre académie du thème, test croisé au printemps.",
  "Carnet de veille commun, co-écriture d'un scénario avec une équipe voisine.",
  "Mise à disposition des ressources au fil de l'eau, visioconférence mensuelle entre équipes.",
];

const reasons = {
  RETAINED: [
    "Projet mutualisé, équipe expérimentatrice solide et pilotage de l'inspection.",
    "Réponse précise au thème, progressivité bien pensée, engagement sur les réunions.",
    "Diversité des niveaux et des établissements ; calendrier réaliste.",
    "Expertise reconnue de l'académie et volonté affirmée de partager.",
  ],
  WAITLISTED: ["Projet intéressant, proche d'un autre déjà retenu sur ce thème : liste d'attente."],
  DECLINED: [
    "La dimension mutualisée reste à construire.",
    "Moins de trois enseignants prévoient une mise en œuvre en classe.",
    "Le projet s'éloigne de la problématique du thème.",
  ],
};

export function applicationText(theme: { title: string; question: string }, academyLabel: string, seed: string) {
  const approach = pick(approaches, seed, "approach");
  const subject = theme.title.split(/ ?[:;,(] ?/)[0] ?? theme.title;
  return {
    title: `${subject} ${approach}`.slice(0, 180),
    problem: `${theme.question} L'${academyLabel} propose d'y travailler ${approach}.`,
    objectives: pick(objectives, seed, "objectives"),
    levels: pick(levels, seed, "levels"),
    tools: pick(tools, seed, "tools"),
    sharing: pick(sharing, seed, "sharing"),
  };
}

export const reason = (outcome: keyof typeof reasons, seed: string) => pick(reasons[outcome], seed, outcome);

const liked = [
  "Un projet clair, une progression crédible et des partenaires identifiés.",
  "La mise en œuvre en classe est précise ; la mutualisation est bien pensée.",
  "Une équipe expérimentée et une problématique au cœur du thème.",
];

const reserved = [
  "L'intérêt est réel, mais l'évaluation des effets reste à décrire.",
  "La mutualisation avec d'autres académies demande à être précisée.",
  "Le calendrier est serré ; l'accompagnement de l'équipe n'est pas décrit.",
];

/** What a reviewer writes, in keeping with the marks. */
export const appraisal = (liking: number, id: string) => pick(liking > 3 ? liked : reserved, id, "appraisal");
