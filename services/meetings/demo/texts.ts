import { pick } from "@trame/kit/demo";
import type { AgendaItem } from "../src/domain/meeting.ts";

interface Named {
  id: string;
  title: string;
}

const item = (title: string, minutes: number, speaker: string | null = null): AgendaItem => ({
  title,
  minutes,
  speaker,
});

/** By rank: the ministry, two stages at a distance, and the year's review in June. */
export const agendas: AgendaItem[][] = [
  [
    item("Accueil, cadre de la session et attentes", 30, "Département DNE A2"),
    item("Ce que disent les travaux existants et la littérature", 60, "Expert·e du thème"),
    item("Présentation des projets par les académies", 120),
    item("Modalités de travail, outils et calendrier", 60, "Expert·e du thème"),
    item("Regard de l'inspection générale", 30, "Inspection générale"),
    item("Questions diverses", 30),
  ],
  [
    item("Tour des académies : où en sommes-nous ?", 60),
    item("Une séquence à la loupe", 30),
    item("Droits d'usage et adresses ouvertes : rappels", 15, "Expert·e du thème"),
    item("Suites à donner", 15),
  ],
  [
    item("Tour des académies : continuité pédagogique et travaux", 60),
    item("Scénarios publiés, scénarios attendus", 30, "Expert·e du thème"),
    item("Préparation de la synthèse", 30),
  ],
  [
    item("Productions de l'année", 45),
    item("Conditions de généralisation", 45),
    item("Synthèse nationale : relecture et signature", 30, "Expert·e du thème"),
    item("Suites pour l'année prochaine", 30, "Département DNE A2"),
  ],
];

/** What the first meeting sets out (R85). */
const modalities = [
  "Chaque académie travaille à son rythme dans le calendrier commun : une séquence au moins éprouvée en classe avant le premier point d'étape, un scénario publié avant la fin mai. Les référents rendent compte avant chaque réunion à distance. Les documents de travail se partagent sur le pad du thème ; les échanges courants passent par la liste du groupe. Une séquence est relue par une autre académie avant d'être publiée.",
  "Le groupe travaille en binômes d'académies, tirés au sort et renouvelés en janvier : chacune essaie dans une classe une activité de l'autre. Trois rendez-vous nationaux : ce jour au ministère, deux points d'étape à distance. Les productions suivent un gabarit commun (intention, déroulé, productions d'élèves, analyse, droits). Les versions de travail restent internes au groupe jusqu'à la relecture par l'inspection.",
  "Trois axes, un rapporteur par axe. Chaque équipe choisit un axe principal et peut contribuer aux autres. Le référent tient le carnet de bord de son équipe et le partage avant chaque réunion. Les ressources d'appui sont listées avec leur licence dès la première version. Les demandes d'aide se font sur l'espace Viaéduc du thème, où l'expert répond sous une semaine.",
  "Une question commune est travaillée par toutes les académies, puis déclinée à chaque niveau, de l'usage simple à la démarche plus élaborée. Un même questionnaire est remis aux élèves avant et après. Une heure d'échange libre est ouverte le premier mercredi de chaque mois. Le compte rendu de chaque réunion est rédigé par l'expert et amendé par les présents pendant une semaine.",
];

const openings = [
  (title: string) =>
    `La réunion s'ouvre sur le rappel du cahier des charges et des attendus du thème « ${title} » : expérimenter en classe, analyser, publier en libre accès. L'inspection générale insiste sur l'apport propre du numérique : une séquence qui se passerait aussi bien sans lui n'entre pas dans le cadre.`,
  (title: string) =>
    `Le département rappelle l'esprit des travaux mutualisés, puis l'expert présente la revue des travaux existants sur « ${title} ». Deux constats : beaucoup d'usages décrits, peu d'effets mesurés. Le groupe se donne pour objectif de documenter au moins un effet observable par séquence.`,
  (title: string) =>
    `Après un tour de table, le thème « ${title} » est remis en perspective par l'inspection générale, qui invite à partir des difficultés des élèves plutôt que des outils. La revue de la littérature est présentée et discutée ; elle sera complétée par les équipes.`,
];

const presentations = [
  "Les projets se répartissent entre l'entrée par les données, l'entrée par la production d'élèves et l'entrée par l'évaluation. Plusieurs équipes découvrent des points communs et prévoient d'échanger leurs supports dès novembre. Les questions portent sur l'équipement, le temps de concertation et l'image des élèves.",
  "Chaque équipe dispose de dix minutes. Les projets sont à des degrés d'avancement différents : certaines reprennent un travail antérieur, d'autres partent d'une idée. Le groupe relève la diversité des établissements et la présence d'équipes mixtes, premier et second degrés.",
  "La présentation des projets fait apparaître deux familles : ceux qui outillent la démarche des élèves, ceux qui outillent le suivi par l'enseignant. Le risque de s'enfermer dans un seul logiciel est discuté ; le groupe convient de nommer dans chaque scénario une solution libre équivalente.",
];

const stages = [
  "Le tour des académies montre des situations contrastées : les équipes qui ont commencé tôt ont déjà deux mises en œuvre, les autres en préparent une pour février. Les difficultés signalées sont matérielles (réseau, postes) avant d'être pédagogiques. Une séquence est présentée en détail ; sa phase de mise en commun est jugée exemplaire.",
  "Les référents rendent compte. On retient que la consigne écrite est le premier obstacle pour les élèves et que la capsule de démonstration, courte, aide davantage que la fiche. Deux équipes mettent en commun leur grille d'évaluation. Le point sur les droits d'usage suscite de nombreuses questions.",
  "Les premières productions d'élèves sont montrées, anonymes. L'échange porte sur ce qu'elles prouvent : le groupe distingue l'engagement, visible partout, et l'apprentissage, qu'il faut encore établir. La trame d'analyse est allégée pour pouvoir être remplie à chaud.",
];

const springs = [
  "La réunion se tient quelques semaines après la fermeture des établissements. Les équipes disent comment elles ont poursuivi : activités transposées à distance, classes virtuelles, reprises différées. Le groupe décide de garder trace de ces adaptations dans les scénarios, sans en faire le sujet du thème.",
  "L'essentiel du temps est consacré aux productions : scénarios publiés, en relecture, abandonnés. Les mises en œuvre prévues au printemps n'auront pas toutes lieu ; elles seront remplacées par une analyse approfondie de celles de l'automne et de l'hiver. Les adresses de publication sont vérifiées une à une.",
  "Malgré le contexte, toutes les équipes présentes confirment au moins un scénario pour la fin de l'année. La discussion porte sur les conditions de généralisation : équipement minimal, durée réaliste, formation. Le plan de la synthèse nationale est adopté et les contributions sont réparties.",
];

const decisions = [
  [
    "Adopter le gabarit commun de scénario",
    "Rendre un point d'étape par académie avant chaque réunion à distance",
    "Faire relire chaque séquence par une autre académie",
    "Ouvrir le pad du thème à tous les membres des équipes",
  ],
  [
    "Échanger les grilles d'évaluation avant les vacances d'hiver",
    "Remplacer les documents dont les droits ne sont pas établis",
    "Prévoir une variante hors connexion dans chaque séquence",
    "Alléger la trame d'analyse des mises en œuvre",
  ],
  [
    "Publier les scénarios relus avant la fin du mois de mai",
    "Ajouter une rubrique « À distance » aux scénarios concernés",
    "Rassembler les contributions à la synthèse pour le 5 juin",
    "Déposer les demandes d'indexation dans ÉDU'base avec les IAN",
  ],
];

const list = (academies: readonly string[]) =>
  academies.length === 0 ? "" : `\n\nÉquipes du thème : ${academies.join(", ")}.`;

/** Minutes of the national meeting of that rank. */
export function minutesOf(rank: number, { id, title }: Named, academies: readonly string[]) {
  const first = rank === 1;
  const body = first
    ? `${pick(openings, "opening", id)(title)}\n\n${pick(presentations, "presentation", id)}`
    : pick(rank === 2 ? stages : springs, "stage", id, rank);
  const close =
    rank === 3
      ? "La prochaine étape est la rédaction de la synthèse nationale."
      : "La date de la prochaine réunion est confirmée ; les référents la portent à l'agenda de leur équipe.";
  const chosen = (decisions[rank - 1] ?? []).filter(
    (_, index) => index < 2 || pick([true, false], "keep", id, rank, index),
  );
  return {
    text: `${body}${list(academies)}\n\n${close}`,
    modalities: first ? pick(modalities, "modalities", id) : null,
    decisions: chosen,
  };
}

const synthesised = [
  [
    (title: string, count: number) =>
      `Les ${count} équipes du thème « ${title} » se sont réunies au ministère pour ouvrir l'année. Elles ont présenté leurs projets, fixé une question commune et un calendrier : des séquences éprouvées en classe d'ici janvier, des scénarios publiés en mai.`,
    (title: string, count: number) =>
      `Réunion de lancement du thème « ${title} » : ${count} académies, des niveaux de l'école au lycée, une même exigence d'expérimentation et d'analyse. Les équipes travailleront en relecture croisée et partageront leurs ressources au fil de l'eau.`,
  ],
  [
    (title: string, count: number) =>
      `À mi-parcours, les équipes du thème « ${title} » ont fait le point à distance. Les premières mises en œuvre montrent l'intérêt d'une consigne brève et d'une mise en commun outillée. Les ${count} académies poursuivent les essais jusqu'au printemps.`,
    (title: string, count: number) =>
      `Premier point d'étape pour « ${title} » : ${count} équipes engagées, des séquences déjà éprouvées en classe, et une attention partagée aux droits d'usage des ressources. Les premiers scénarios seront relus en mars.`,
  ],
  [
    (title: string, count: number) =>
      `Réunies à distance pendant la fermeture des établissements, les ${count} équipes du thème « ${title} » ont adapté leurs séquences et arrêté la liste des scénarios à publier. La synthèse nationale paraîtra à la fin de l'année scolaire.`,
    (title: string, count: number) =>
      `Second point d'étape du thème « ${title} » : les scénarios des ${count} équipes paraissent sur les sites académiques. Le groupe a travaillé les conditions de généralisation et réparti la rédaction de la synthèse.`,
  ],
];

/** The public text of R88: shorter than the minutes, and another text. */
export const synthesisOf = (rank: number, { id, title }: Named, academies: readonly string[]): string =>
  pick(synthesised[rank - 1] ?? [() => ""], "synthesis", id, rank)(title, academies.length);
