import type { Holding } from "@trame/kit/held";

const KEPT = "Gardé par identifiant, sans nom, après un effacement.";

const COPY: Holding = {
  label: "Copie des mandats",
  purpose: "Connaître les droits et les sièges.",
  retention: KEPT,
};

/** What each table of this service holds of a person, in words; a table that is missing here is shown by its name. */
export const holdings: Record<string, Holding> = {
  application: {
    label: "Candidatures",
    purpose: "Instruire l'appel : qui a rédigé, piloté, déposé, et qui compose l'équipe.",
    retention: KEPT,
    title: "title",
    at: "draftedAt",
    path: "/espace/candidatures/{id}",
  },
  project: {
    label: "Équipes retenues",
    purpose: "Suivre les projets de l'académie.",
    retention: KEPT,
    title: "title",
    path: "/espace/candidatures/{applicationId}",
  },
  theme: {
    label: "Thèmes agréés ou proposés",
    purpose: "Savoir qui a donné son accord (R18).",
    retention: KEPT,
    title: "title",
    path: "/espace/themes/{id}",
  },
  pay_line: {
    label: "Lignes de paie",
    purpose: "Rémunérer au service fait (R89).",
    retention: "Gardées par identifiant le temps que veut la comptabilité publique.",
  },
  instalment: { label: "Versements", purpose: "Savoir qui a attesté le service fait (R89).", retention: KEPT },
  mandate: COPY,
  person: {
    label: "Copie du nom",
    purpose: "Nommer les personnes dans l'attestation du service fait (R89).",
    retention: "Effacée avec la personne.",
  },
};
