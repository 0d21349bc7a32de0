import { pick } from "@trame/kit/demo";
import type { AgendaItem, MeetingMode } from "../src/domain/meeting.ts";

type Kind = "autumn" | "winter" | "spring" | "june";

export const places = [
  "Rectorat, salle du conseil",
  "Délégation académique au numérique, salle de formation",
  "Atelier Canopé du chef-lieu",
  "Lycée support du projet, CDI",
  "Collège de la référente, salle polyvalente",
  "INSPÉ, salle des séminaires",
];

export const academicTitles: Record<Kind, { title: string; purpose: string }> = {
  autumn: {
    title: "Première réunion de l'équipe académique",
    purpose: "Réflexion : question commune, répartition des séquences, calendrier de l'année",
  },
  winter: {
    title: "Journée d'écriture de l'équipe",
    purpose: "Production : écriture à plusieurs mains des scénarios, relecture croisée",
  },
  spring: {
    title: "Réunion de production de l'équipe",
    purpose: "Production : retours des mises en œuvre, écriture des scénarios et du support de communication",
  },
  june: {
    title: "Réunion de bilan de l'équipe",
    purpose: "Réflexion et production : analyse des mises en œuvre, conditions de généralisation",
  },
};

const item = (title: string, minutes: number): AgendaItem => ({ title, minutes, speaker: null });

export const academicAgenda = (kind: Kind): AgendaItem[] =>
  kind === "autumn"
    ? [
        item("Retour de la réunion nationale", 30),
        item("Séquences : qui essaie quoi, où, quand", 90),
        item("Outils et droits", 30),
      ]
    : [item("Retours des classes", 60), item("Écriture à plusieurs mains", 90), item("Ce qui reste à faire", 20)];

const autumn = [
  "Le référent rend compte de la réunion nationale et de ses modalités. L'équipe choisit deux séquences à éprouver avant Noël et en confie une à chaque binôme. La représentante de la CARDIE propose une grille d'observation simple, adoptée avec deux ajouts. L'inspection rappelle l'exigence d'une publication ouverte.",
  "L'équipe fait connaissance : trois établissements, quatre niveaux. Chacun présente ses classes et son équipement. La question de départ est resserrée pour tenir dans une heure de cours. Les autorisations relatives à l'image et à la voix sont distribuées, même si aucune publication d'élève identifiable n'est prévue.",
  "Après un rappel du cahier des charges, l'équipe établit la liste des ressources d'appui et leurs licences. Deux collègues animeront un temps d'échange à destination des professeurs du bassin. Le calendrier est fixé jusqu'en mars ; les séances filmées sont écartées.",
];

const winter = [
  "Journée consacrée à l'écriture. Le premier scénario est achevé dans sa forme longue, puis raccourci de moitié. La relecture croisée fait apparaître des implicites de vocabulaire entre disciplines. Une carte heuristique servira de support de communication.",
  "L'équipe écrit à plusieurs mains sur le pad, puis relit à voix haute. Les étapes sont ramenées de sept à quatre. Les productions d'élèves retenues sont anonymisées. Il reste à chiffrer le temps réel de chaque étape.",
];

const springInPerson = [
  "Les mises en œuvre de l'hiver sont passées en revue. Ce qui a marché : l'entrée par un cas réel et le travail en groupes de trois. Ce qui a moins bien marché : la restitution orale, trop longue. Le scénario est corrigé en séance. Les consignes sanitaires invitent à prévoir une version à distance.",
  "Retours des quatre classes. L'équipe distingue ce qui tient à l'outil et ce qui tient à la consigne. Le scénario est presque prêt ; la partie évaluation sera complétée par le binôme de lycée. Un support de communication, une infographie, est esquissé au tableau.",
];

const springRemote = [
  "Réunion tenue en visioconférence, les établissements étant fermés. L'équipe recense ce qui peut être mené à distance et ce qui doit attendre. Deux collègues partagent leurs activités de continuité pédagogique, proches du projet. La relecture du scénario se poursuit par écrit.",
  "En visioconférence. Le point est fait sur les élèves joignables et équipés : l'expérimentation prévue n'aura pas lieu comme prévu. L'équipe préfère analyser à fond les premières mises en œuvre. L'infographie est confiée à un volontaire, la page du site académique à l'IAN.",
];

const todo = [
  "Éprouver une séquence avant la prochaine réunion",
  "Compléter le carnet de bord après chaque séance",
  "Vérifier la licence de chaque document d'appui",
  "Transmettre le point d'étape au groupe national",
  "Envoyer la version relue à l'inspection",
  "Préparer le support de communication",
];

const texts = (kind: Kind, mode: MeetingMode) =>
  kind === "autumn" ? autumn : kind === "winter" ? winter : mode === "REMOTE" ? springRemote : springInPerson;

/** Minutes of a team's meeting. */
export const academicMinutes = (kind: Kind, mode: MeetingMode, { id, title }: { id: string; title: string }) => ({
  text: `Projet « ${title} ».\n\n${pick(texts(kind, mode), "academic", id, kind)}`,
  modalities: null,
  decisions: [...new Set([pick(todo, "todo", id, kind, 1), pick(todo, "todo", id, kind, 2)])],
});
