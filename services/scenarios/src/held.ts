import type { Holding } from "@trame/kit/held";

const KEPT = "Gardé par identifiant, sans nom, après un effacement.";

const COPY: Holding = {
  label: "Copie des mandats",
  purpose: "Connaître les droits et les sièges.",
  retention: KEPT,
};

/** What each table of this service holds of a person, in words; a table that is missing here is shown by its name. */
export const holdings: Record<string, Holding> = {
  scenario: {
    label: "Scénarios écrits, relus ou commentés",
    purpose: "Publier les travaux, avec leurs auteurs, leurs mises en œuvre et leurs retours.",
    retention: "Gardés ; le nom d'un auteur reste sur un travail publié, sauf s'il demande qu'il en soit retiré.",
    title: "title",
    at: "draftedAt",
    path: "/espace/scenarios/{id}",
  },
  kept_text: {
    label: "Textes gardés d'un scénario",
    purpose: "Retrouver, comparer et rétablir ce qui a été proposé ou publié (R58).",
    retention: KEPT,
    at: "at",
    path: "/espace/scenarios/{scenarioId}/versions",
  },
  text_writer: {
    label: "Textes de scénarios en cours d'écriture",
    purpose: "Nommer, dans chaque version, qui y a écrit (R58).",
    retention: KEPT,
    path: "/espace/scenarios/{scenarioId}",
  },
  live_update: {
    label: "Écriture à plusieurs, en cours d'enregistrement",
    purpose: "Écrire un scénario à plusieurs en même temps (R58).",
    retention: "Quelques secondes : pris dans le texte du scénario.",
    at: "at",
    path: "/espace/scenarios/{scenarioId}",
  },
  preview_link: {
    label: "Liens d'aperçu d'un brouillon",
    purpose: "Montrer un brouillon à une personne sans compte, jusqu'à une échéance.",
    retention: KEPT,
    at: "createdAt",
    path: "/espace/scenarios/{scenarioId}",
  },
  project_analysis: {
    label: "Analyses des mises en œuvre d'un projet",
    purpose: "Tirer d'un projet ce que la classe en a appris (R59).",
    retention: KEPT,
    at: "at",
  },
  saved_search: {
    label: "Recherches enregistrées",
    purpose: "Retrouver une recherche de scénarios, et dire ce qu'il y a de nouveau.",
    retention: "Gardées jusqu'à ce que la personne les supprime ; supprimées à l'effacement.",
    title: "name",
    at: "savedAt",
    path: "/espace/recherches",
  },
  sequence: {
    label: "Séquences partagées",
    purpose: "Mutualiser les pratiques (R08).",
    retention: KEPT,
    title: "title",
    at: "sharedAt",
  },
  person: { label: "Nom affiché", purpose: "Nommer les auteurs.", retention: "Oublié à l'effacement." },
  mandate: COPY,
};
