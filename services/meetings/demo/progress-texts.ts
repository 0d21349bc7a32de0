import { pick, roll } from "@trame/kit/demo";

interface Told {
  id: string;
  title: string;
}

const january: ((project: Told) => string)[] = [
  ({ title }) =>
    `L'équipe a tenu sa première réunion et réparti le travail sur « ${title} ». Trois séquences sont écrites, deux ont été menées en classe avant les vacances de Noël ; la troisième attend la livraison des tablettes. Les premiers retours des élèves portent surtout sur la consigne, jugée trop longue : elle est en cours de réécriture.`,
  () =>
    "Le calendrier est tenu. Une collègue en congé est remplacée depuis décembre par un professeur du même établissement, qui reprend sa séquence. Nous avons une première version de scénario à relire : des avis d'autres académies sur la partie évaluation nous aideraient.",
  ({ title }) =>
    `Démarrage plus lent que prévu : les emplois du temps n'ont permis la première mise en œuvre qu'en janvier. Le cadre de « ${title} » est désormais stable : une question commune, trois niveaux de progressivité, un même questionnaire remis aux élèves avant et après.`,
  () =>
    "Deux séquences expérimentées au collège, une au lycée. Les élèves s'emparent vite de l'outil ; l'effort porte maintenant sur la trace écrite, encore pauvre. Le pad du groupe rassemble les fiches et les photographies des productions, sans visage d'élève.",
  () =>
    "Nous avons croisé nos séquences avec celles d'une autre académie lors d'un échange à distance en décembre : la nôtre gagne une phase de mise en commun, la leur une grille de critères. La rédaction du scénario commun commence. Point d'attention : les droits sur deux documents d'appui, que nous cherchons à remplacer.",
  () =>
    "Les mises en œuvre ont eu lieu dans quatre classes sur les six prévues. Le réseau d'un établissement limite l'usage simultané : une variante hors connexion est écrite. La référente numérique de bassin suit le projet et prépare une présentation aux formateurs.",
];

const april: ((project: Told) => string)[] = [
  ({ title }) =>
    `Les établissements sont fermés depuis le 16 mars. Les deux dernières séquences de « ${title} » ont été transposées à distance, en plus petites étapes ; l'une fonctionne bien, l'autre perd une partie des élèves, faute d'équipement à la maison. Nous décrirons les deux situations dans le scénario, c'est un résultat en soi.`,
  () =>
    "Deux scénarios sont relus et prêts à être publiés sur le site de l'académie. L'expérimentation prévue en avril dans les classes de troisième est reportée ; les collègues rédigent pendant ce temps l'analyse des premières mises en œuvre et les conseils de généralisation.",
  () =>
    "Le confinement a arrêté les mises en œuvre, pas l'écriture : l'équipe se retrouve une heure par semaine en visioconférence. Un scénario est publié, un deuxième est en relecture auprès de notre IA-IPR. Il nous manque encore un support de communication : une infographie est commencée.",
  ({ title }) =>
    `La continuité pédagogique a donné à « ${title} » un terrain inattendu : plusieurs collègues hors de l'équipe ont repris nos activités. Leurs retours sont consignés sur le pad. Nous proposons d'ajouter au scénario une page « À distance ».`,
  () =>
    "Trois scénarios sur quatre sont achevés. Le dernier dépend d'une mise en œuvre qui ne pourra avoir lieu qu'à la réouverture, si elle est possible ; à défaut, il sera présenté comme une piste. L'indexation dans ÉDU'base est prévue en mai avec notre IAN.",
  () =>
    "L'équipe est réduite : deux collègues sont très pris par le suivi de leurs classes à distance. Nous concentrons l'effort sur un scénario abouti plutôt que deux incomplets. Les questionnaires des élèves, dépouillés, montrent un gain net sur l'autonomie et plus incertain sur les connaissances.",
];

/** What a référent tells the national group before a remote meeting. */
export const progressText = (rank: number, project: Told, academyLabel: string): string =>
  `Point d'étape de l'${academyLabel}.\n\n${pick(rank === 2 ? january : april, "progress", project.id, rank)(project)}`;

/** Where the team shares its work (R37). */
export const sharingLinks = (projectId: string, rank: number): string[] =>
  [
    `https://pad.education.fr/p/traam-${projectId.slice(0, 8)}`,
    `https://www.viaeduc.fr/group/${1000 + roll(9000, projectId)}`,
  ].slice(0, roll(3, "links", projectId, rank));
