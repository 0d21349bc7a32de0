import type { Holding } from "@trame/kit/held";

const KEPT = "Gardé par identifiant, sans nom, après un effacement.";

/** What each table of this service holds of a person, in words; a table that is missing here is shown by its name. */
export const holdings: Record<string, Holding> = {
  person: {
    label: "Identité et fonction",
    purpose: "Savoir qui participe, et à qui écrire.",
    retention: "Jusqu'à l'effacement, demandé ou au terme de la conservation.",
    title: "displayName",
    path: "/espace/personnes/{id}",
  },
  identity: {
    label: "Comptes rattachés",
    purpose: "Reconnaître la personne quand elle se connecte.",
    retention: "Jusqu'à l'effacement.",
    title: "issuer",
  },
  claim_link: { label: "Liens remis", purpose: "Réclamer un profil.", retention: "Quatorze jours." },
  mandate: {
    label: "Mandats tenus ou donnés",
    purpose: "Donner à chacun ses droits et son siège.",
    retention: KEPT,
    title: "role",
    at: "givenAt",
    path: "/espace/mandats",
  },
  academic_group: {
    label: "Groupes académiques",
    purpose: "Savoir qui siège.",
    retention: KEPT,
    path: "/espace/groupes/{id}",
  },
  national_group: {
    label: "Groupes nationaux",
    purpose: "Savoir qui siège.",
    retention: KEPT,
    path: "/espace/groupes-nationaux/{id}",
  },
  participation_fact: {
    label: "Participation",
    purpose: "Compter les personnes, sans les nommer.",
    retention: KEPT,
    title: "kind",
  },
  correction: {
    label: "Demandes de rectification",
    purpose: "Y répondre.",
    retention: "Jusqu'à l'effacement.",
    title: "text",
    at: "askedAt",
  },
  erasure: {
    label: "Demandes d'effacement",
    purpose: "Montrer qu'elles sont satisfaites.",
    retention: "Gardées par identifiant, comme preuve.",
    at: "askedAt",
  },
};
