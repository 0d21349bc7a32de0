import type { Holding } from "@trame/kit/held";

const KEPT = "Gardé par identifiant, sans nom, après un effacement.";

/** What each table of this service holds of a person, in words; a table that is missing here is shown by its name. */
export const holdings: Record<string, Holding> = {
  meeting: {
    label: "Réunions",
    purpose: "Convoquer, compter les présences, garder les comptes rendus.",
    retention: KEPT,
    title: "title",
    at: "startsAt",
    path: "/espace/reunions/{id}",
  },
  progress_report: {
    label: "Points d'étape",
    purpose: "Dire l'avancement au groupe national (R35).",
    retention: KEPT,
    at: "reportedAt",
  },
  meeting_action: {
    label: "Actions décidées en réunion",
    purpose: "Savoir qui fait quoi, et pour quand.",
    retention: KEPT,
    title: "text",
    at: "recordedAt",
    path: "/espace/reunions/{meetingId}",
  },
  superiors_notice: {
    label: "Informations aux responsables des référents",
    purpose: "Prouver que les réunions nationales leur sont annoncées (R86).",
    retention: KEPT,
    at: "sentAt",
    path: "/espace/reunions/{meetingId}",
  },
  notice_delivery: {
    label: "Preuves d'envoi",
    purpose: "Dire ce qu'est devenue l'information (R86).",
    retention: KEPT,
  },
  date_poll: {
    label: "Sondages de dates",
    purpose: "Choisir une date qui convient au groupe.",
    retention: KEPT,
    at: "openedAt",
    path: "/espace/reunions/{meetingId}",
  },
  calendar_address: {
    label: "Adresses d'agenda",
    purpose: "Laisser un agenda s'abonner aux réunions de la personne.",
    retention: "Retirées par la personne quand elle le veut ; effacées avec elle.",
    at: "createdAt",
    path: "/espace/reunions/agenda",
  },
  check_in_try: {
    label: "Codes d'émargement essayés",
    purpose: "Empêcher qu'un code se devine.",
    retention: "Effacés avec la personne.",
    at: "since",
    path: "/espace/reunions/{meetingId}",
  },
  person: {
    label: "Copie du nom et de l'académie",
    purpose: "Nommer dans la convocation, la feuille d'émargement et l'attestation ; savoir qui peut remplacer.",
    retention: "Effacée avec la personne.",
  },
  academic_group: { label: "Groupes académiques", purpose: "Savoir qui convoquer.", retention: KEPT },
  national_group: { label: "Groupes nationaux", purpose: "Savoir qui convoquer.", retention: KEPT },
};
