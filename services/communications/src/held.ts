import type { Holding } from "@trame/kit/held";

const KEPT = "Gardé par identifiant, sans nom, après un effacement.";

const COPY: Holding = {
  label: "Copie des mandats",
  purpose: "Connaître les droits et les sièges.",
  retention: KEPT,
};

/** What each table of this service holds of a person, in words; a table that is missing here is shown by its name. */
export const holdings: Record<string, Holding> = {
  prior_work_review: {
    label: "Revues des travaux existants",
    purpose: "Lancer le thème (R50).",
    retention: KEPT,
    at: "recordedAt",
  },
  literature_review: {
    label: "Revues de littérature",
    purpose: "Lancer le thème (R54).",
    retention: KEPT,
    at: "recordedAt",
  },
  material: {
    label: "Supports de communication",
    purpose: "Diffuser les travaux (R13).",
    retention: KEPT,
    title: "title",
    at: "publishedAt",
  },
  training_module: {
    label: "Modules de formation",
    purpose: "Former (R16).",
    retention: KEPT,
    title: "title",
    at: "publishedAt",
  },
  watch_item: {
    label: "Veille partagée",
    purpose: "Partager ce qui se lit ailleurs (R56).",
    retention: KEPT,
    title: "title",
    at: "sharedAt",
  },
  publication: {
    label: "Publications",
    purpose: "Dire qui a fait ce qui est diffusé.",
    retention: "Gardées ; le nom d'un auteur reste, sauf s'il demande qu'il en soit retiré.",
    title: "title",
    at: "publishedAt",
  },
  publication_log: {
    label: "Journal des publications",
    purpose: "Servir les lecteurs extérieurs.",
    retention: "Comme les publications.",
  },
  person: {
    label: "Nom affiché et adresse",
    purpose: "Nommer les auteurs, et écrire à la personne.",
    retention: "Oubliés à l'effacement.",
  },
  social_post: {
    label: "Messages sur des comptes",
    purpose: "Publier au nom du programme (R73).",
    retention: KEPT,
    title: "text",
    at: "askedAt",
  },
  notification: {
    label: "Notifications",
    purpose: "Avertir la personne de ce qui la concerne.",
    retention: "90 jours ; effacées avec la personne.",
    title: "title",
    at: "issuedAt",
  },
  notice_proof: {
    label: "Preuves d'envoi",
    purpose: "Prouver que les responsables des référents sont informés des réunions.",
    retention: "Effacées avec la personne.",
  },
  notification_preference: {
    label: "Choix des courriels",
    purpose: "Écrire à la personne comme elle le veut.",
    retention: "Oubliés à l'effacement.",
  },
  digest_hour: {
    label: "Heure de la lettre quotidienne",
    purpose: "Écrire à la personne quand elle le veut.",
    retention: "Oubliée à l'effacement.",
  },
  unsubscribe_token: {
    label: "Adresses de désabonnement",
    purpose: "Arrêter des courriels sans se connecter.",
    retention: "Oubliées à l'effacement.",
  },
  mail: {
    label: "Courriels en attente ou partis",
    purpose: "Envoyer une fois, et savoir ce qui n'est pas parti.",
    retention: "30 jours après l'envoi ; effacés avec la personne.",
    at: "queuedAt",
  },
  webhook: {
    label: "Programmes abonnés",
    purpose: "Savoir qui a inscrit un programme, et l'avertir.",
    retention: KEPT,
    title: "description",
    at: "createdAt",
  },
  synthesis: {
    label: "Synthèses signées ou préfacées",
    purpose: "Dire qui a écrit et signé (R91).",
    retention: KEPT,
    at: "openedAt",
  },
  synthesis_copy: {
    label: "Synthèses reçues",
    purpose: "Prouver l'envoi et la lecture (R93).",
    retention: KEPT,
    at: "sentAt",
  },
  institution: {
    label: "Adresses des institutions",
    purpose: "Savoir qui a donné une adresse.",
    retention: KEPT,
    at: "at",
  },
  subscriber: {
    label: "Abonnement à la lettre",
    purpose: "Envoyer la lettre Édu_Num à qui l'a demandée.",
    retention: "Jusqu'au désabonnement, et la preuve trois ans ; effacé avec la personne.",
    at: "requestedAt",
  },
  erased_person: {
    label: "Effacement",
    purpose: "Ne rien garder de nouveau après l'effacement.",
    retention: KEPT,
    at: "at",
  },
  mandate: COPY,
};
