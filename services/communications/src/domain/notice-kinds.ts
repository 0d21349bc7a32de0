/** How a person is written to: at once, in one letter a day, or not at all. The portal shows every notification. */
export const DELIVERIES = ["AT_ONCE", "DAILY_DIGEST", "NONE"] as const;
export type Delivery = (typeof DELIVERIES)[number];

export interface NoticeKind {
  code: string;
  /** For a person who chooses. */
  label: string;
  /** Unless the person chose otherwise: what expects something soon comes at once, news once a day. */
  byDefault: Delivery;
}

const kind = (code: string, label: string, byDefault: Delivery): NoticeKind => ({ code, label, byDefault });

/** Those whose sending is proved to the service that asked for it. */
export const SUPERIORS_INFORMED = "SUPERIORS_INFORMED";

/** The catalogue: what a service may tell, in the order in which a person reads it. */
export const NOTICE_KINDS: readonly NoticeKind[] = [
  kind("DEADLINE_NEAR", "Rappel avant une échéance", "AT_ONCE"),
  kind("TASK", "Tâche qui m'est confiée", "AT_ONCE"),

  kind("APPLICATION_SUBMITTED", "Candidature déposée", "DAILY_DIGEST"),
  kind("APPLICATION_RETURNED", "Candidature à corriger", "AT_ONCE"),
  kind("APPLICATION_DECIDED", "Décision sur une candidature", "AT_ONCE"),
  kind("APPLICATION_MESSAGE", "Message sur une candidature", "AT_ONCE"),
  kind("THEME_STEP", "Étape d'un thème", "DAILY_DIGEST"),
  kind("PROJECT_STEP", "Étape d'une équipe", "DAILY_DIGEST"),

  kind("MANDATE", "Mandat qui commence ou prend fin", "AT_ONCE"),
  kind("GROUP_INCOMPLETE", "Groupe incomplet", "DAILY_DIGEST"),
  kind("GROUP_COMPLETED", "Groupe complet", "DAILY_DIGEST"),

  kind("SCENARIO_TO_REVIEW", "Scénario à relire", "AT_ONCE"),
  kind("SCENARIO_REVIEWED", "Relecture de mon scénario", "AT_ONCE"),
  kind("SCENARIO_PUBLISHED", "Scénario publié", "DAILY_DIGEST"),
  kind("SCENARIO_WITHDRAWN", "Scénario retiré", "AT_ONCE"),
  kind("SCENARIO_ADAPTED", "Mon scénario adapté par une autre équipe", "DAILY_DIGEST"),
  kind("SCENARIO_FEEDBACK", "Retour d'expérience sur mon scénario", "DAILY_DIGEST"),
  kind("SAVED_SEARCH", "Recherches enregistrées", "DAILY_DIGEST"),

  kind("MEETING_CONVENED", "Convocation à une réunion", "AT_ONCE"),
  kind("DATE_POLL", "Sondage de dates", "AT_ONCE"),
  kind("MEETING_NEAR", "Rappel la veille d'une réunion", "AT_ONCE"),
  kind(SUPERIORS_INFORMED, "Réunion d'un·e référent·e dont je suis responsable", "AT_ONCE"),
  kind("MEETING_CANCELLED", "Réunion annulée", "AT_ONCE"),
  kind("MINUTES_APPROVED", "Compte rendu approuvé", "DAILY_DIGEST"),
  kind("TEAM_SILENT", "Équipe sans nouvelles depuis plusieurs semaines", "DAILY_DIGEST"),
  kind("PROGRESS_REPORTED", "Avancement d'une académie", "DAILY_DIGEST"),

  kind("LETTER", "Lettre Édu_Num de ma discipline ou de mon thème", "AT_ONCE"),
  kind("LETTER_PUBLISHED", "Lettre qui relaie mon travail", "DAILY_DIGEST"),
  kind("RELAY_TO_WITHDRAW", "Publication retirée qui avait été relayée", "AT_ONCE"),
  kind("LETTER_HELD_UP", "Lettre programmée qui n'a pas pu paraître", "AT_ONCE"),
  kind("WEBHOOK_SUSPENDED", "Programme abonné dont les envois sont suspendus", "AT_ONCE"),
  kind("WATCH_SHARED", "Veille partagée", "DAILY_DIGEST"),
  kind("OTHER", "Autres informations", "DAILY_DIGEST"),
];

const OTHER = NOTICE_KINDS.find(({ code }) => code === "OTHER") as NoticeKind;

/** A code that the catalogue does not know is told all the same. */
export const kindOf = (code: string): NoticeKind => NOTICE_KINDS.find((known) => known.code === code) ?? OTHER;
