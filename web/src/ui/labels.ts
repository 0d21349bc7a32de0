import { t } from "@lingui/core/macro";
/** Every value of every enumeration of the graph, in French: a test compares them with the schema. */
export const labels = {
  AddressCheck: {
    OPEN: t`Ouverte, sur un site de l’académie`,
    OPEN_ELSEWHERE: t`Ouverte, hors des sites de l’académie`,
    LOGIN_REQUIRED: t`Demande une identification`,
    UNREACHABLE: t`Ne répond pas`,
    REFUSED: t`Adresse refusée`,
  },
  ApplicationOrder: {
    MEAN_DESC: t`Moyenne des avis`,
    SUBMITTED_DESC: t`Dépôt le plus récent`,
    SUBMITTED_ASC: t`Dépôt le plus ancien`,
    TITLE_ASC: t`Titre`,
  },
  ApplicationState: {
    DRAFT: t`Brouillon`,
    SUBMITTED: t`Déposée`,
    RETURNED: t`À corriger`,
    INADMISSIBLE: t`Irrecevable`,
    UNDER_REVIEW: t`En évaluation`,
    RETAINED: t`Retenue`,
    RETAINED_CONDITIONALLY: t`Retenue sous réserve`,
    WAITLISTED: t`Sur liste d’attente`,
    DECLINED: t`Non retenue`,
    WITHDRAWN: t`Retirée`,
  },
  AttendanceAnswer: {
    PENDING: t`Sans réponse`,
    WILL_ATTEND: t`Viendra`,
    WILL_ATTEND_REMOTELY: t`Sera présent·e à distance`,
    EXCUSED: t`Excusé·e`,
    REPLACED: t`Remplacé·e`,
  },
  AttendanceStatus: {
    PRESENT: t`Présent·e`,
    PRESENT_REMOTELY: t`Présent·e à distance`,
    EXCUSED: t`Excusé·e`,
    ABSENT: t`Absent·e`,
  },
  CallState: { UPCOMING: t`À venir`, OPEN: t`Ouvert`, CLOSED: t`Clos` },
  ChannelKind: {
    DISCIPLINARY: t`Compte disciplinaire`,
    TRANSVERSAL: t`Compte transversal`,
    ACADEMIC_SITE: t`Site académique`,
    OTHER: t`Autre`,
  },
  ConflictKind: {
    SAME_ACADEMY: t`Mandat dans l’académie`,
    SAME_GROUP: t`Membre de l’équipe`,
    DECLARED: t`Lien d’intérêt déclaré`,
  },
  ContributionRole: {
    DESIGN: t`Conception`,
    IMPLEMENTATION: t`Mise en œuvre`,
    PROOFREADING: t`Relecture`,
    ILLUSTRATION: t`Illustration`,
  },
  DecisionOutcome: {
    RETAINED: t`Retenue`,
    RETAINED_CONDITIONALLY: t`Retenue sous réserve`,
    WAITLISTED: t`Sur liste d’attente`,
    DECLINED: t`Non retenue`,
  },
  Degree: { FIRST: t`Premier degré`, SECOND: t`Second degré` },
  EditionState: { DRAFT: t`En préparation`, PUBLISHED: t`Publié` },
  EdubaseState: {
    TO_INDEX: t`À indexer`,
    SUBMITTED: t`Soumis à ÉDU’base`,
    INDEXED: t`Indexé dans ÉDU’base`,
  },
  GapSeverity: { BLOCKING: t`Bloquant`, WARNING: t`À signaler` },
  InspectionCorps: { IA_IPR: "IA-IPR", IEN_ET: "IEN-ET", IEN_EG: "IEN-EG" },
  MaterialKind: {
    INFOGRAPHIC: t`Infographie`,
    MIND_MAP: t`Carte heuristique`,
    VIDEO: t`Capsule vidéo`,
    OTHER: t`Autre`,
  },
  MaterialLevel: { NATIONAL: t`National`, ACADEMIC: t`Académique` },
  InstalmentState: {
    PLANNED: t`À attester`,
    ATTESTED: t`Service fait attesté`,
    ORDERED: t`Ordonné`,
    PAID: t`Payé`,
    REJECTED: t`Rejeté, à corriger`,
  },
  MessageAudience: {
    EVERYONE: t`Tout le monde : l’académie et le département DNE A2`,
    ACADEMY: t`Note de l’académie`,
    OFFICE: t`Note du département DNE A2`,
  },
  PhaseKind: {
    CALL: t`Appel à candidatures`,
    ADMISSIBILITY: t`Recevabilité`,
    REVIEW: t`Évaluation`,
    DECISION: t`Décisions`,
    LAUNCH: t`Lancement`,
    YEAR_END: t`Fin d’année`,
  },
  ReviewState: {
    ASSIGNED: t`À commencer`,
    BEGUN: t`Commencée`,
    SUBMITTED: t`Rendue`,
    ABSTAINED: t`Abstention`,
    CONFLICT: t`Lien d’intérêt`,
  },
  SignatoryRole: { PILOT: t`Inspection pilote`, DAN: t`Délégué·e académique au numérique` },
  MeetingLevel: {
    NATIONAL: t`Réunion nationale`,
    ACADEMIC: t`Réunion académique`,
  },
  MeetingMode: { IN_PERSON: t`En présentiel`, REMOTE: t`À distance` },
  MeetingOrder: {
    STARTS_ASC: t`Plus proche d’abord`,
    STARTS_DESC: t`Plus récente d’abord`,
  },
  MeetingState: {
    PLANNED: t`Prévue`,
    CONVENED: t`Convoquée`,
    HELD: t`Tenue`,
    MINUTES_APPROVED: t`Compte rendu approuvé`,
    SYNTHESIS_ONLINE: t`Synthèse en ligne`,
    CANCELLED: t`Annulée`,
  },
  ModulePlatform: { MAGISTERE: t`M@gistère`, MOOC: "MOOC", OTHER: t`Autre` },
  NewsletterKind: { DISCIPLINARY: t`Disciplinaire`, THEMATIC: t`Thématique` },
  ParticipationAxis: {
    ACADEMY: t`Académie`,
    THEME: t`Thème`,
    DISCIPLINE: t`Discipline`,
    DEGREE: t`Degré`,
    ROLE: t`Rôle`,
    MONTH: t`Mois`,
  },
  PersonOrder: { NAME_ASC: t`Nom, de A à Z`, NAME_DESC: t`Nom, de Z à A` },
  PriorWorkSourceKind: {
    USAGE_AGENCY: t`Agence nationale des usages des TICE`,
    DISCIPLINE_SITE: t`Site disciplinaire`,
    OTHER: t`Autre source`,
  },
  ProblemKind: {
    FAULT: t`Panne ou erreur de la page`,
    ACCESSIBILITY: t`Difficulté d’accès`,
    CONTENT: t`Erreur dans un contenu`,
    RIGHTS: t`Droits d’auteur ou d’usage`,
    PERSONAL_DATA: t`Donnée personnelle`,
    OTHER: t`Autre`,
  },
  PayMeasure: { UNITS: t`Unités (heures, parts, vacations)`, EUROS: t`Euros` },
  PayNature: {
    HSE: t`Heures supplémentaires effectives (HSE)`,
    IMP: t`Indemnité pour mission particulière (IMP)`,
    VACATION: t`Vacation`,
    OTHER: t`Autre`,
  },
  ProblemState: { OPEN: t`À traiter`, ANSWERED: t`Répondu` },
  Progressivity: {
    SIMPLE_USE: t`Usage simple`,
    GUIDED_USE: t`Usage accompagné`,
    AUTONOMOUS_USE: t`Usage autonome`,
    ELABORATE_APPROACH: t`Démarche élaborée`,
  },
  ProjectOrder: { TITLE_ASC: t`Titre, de A à Z`, TITLE_DESC: t`Titre, de Z à A` },
  ProjectState: {
    FORMING: t`Équipe en constitution`,
    ENGAGED: t`Équipe engagée`,
    RUNNING: t`Travaux en cours`,
    CLOSED: t`Terminé`,
    ABANDONED: t`Abandonné`,
  },
  PublicationKind: {
    SCENARIO: t`Scénario`,
    MATERIAL: t`Support de communication`,
    TRAINING_MODULE: t`Module de formation`,
    MINUTES_SYNTHESIS: t`Synthèse de réunion`,
    SYNTHESIS: t`Synthèse de thème`,
  },
  PublicationState: { PUBLISHED: t`Publiée`, WITHDRAWN: t`Retirée` },
  RefusalKind: {
    INVALID: t`Saisie à corriger`,
    RULE: t`Règle du programme`,
    CONFLICT: t`Modifié entre-temps`,
    FORBIDDEN: t`Droit manquant`,
  },
  ReviewOutcome: { PASSED: t`Validé`, RETURNED: t`Renvoyé à ses auteurs` },
  RightsBasis: {
    OWN_WORK: t`Création de l’équipe`,
    LICENCE: t`Licence libre ou ouverte`,
    AUTHORISATION: t`Autorisation écrite`,
    QUOTATION: t`Courte citation`,
    LINK: t`Simple lien`,
    TEACHING_EXCEPTION: t`Exception pédagogique`,
    UNRESOLVED: t`Droits à éclaircir`,
  },
  Role: {
    ADMIN: t`Administration`,
    PROGRAMME: t`Département DNE A2`,
    INSPECTOR_GENERAL: t`Inspection générale`,
    EXPERT: t`Expert·e DNE`,
    PILOT: t`Inspection pilote`,
    REFERENT: t`Professeur·e référent·e`,
    TEACHER: t`Enseignant·e`,
    DAN: t`Délégué·e académique au numérique`,
    CARDIE: t`Représentant·e de la CARDIE`,
    IEN: t`IEN-TICE ou IEN de circonscription`,
    DASEN: t`Direction académique (DASEN)`,
    IAN: t`Interlocuteur·trice académique pour le numérique`,
    EDITOR: t`Rédaction de la lettre Édu_Num`,
    ANALYST: t`Analyste`,
  },
  ScenarioOrder: {
    PUBLISHED_DESC: t`Plus récents`,
    TITLE_ASC: t`Titre`,
    PROGRESSIVITY_ASC: t`Du plus simple au plus élaboré`,
    RELEVANCE: t`Pertinence`,
  },
  ScenarioState: {
    DRAFT: t`Brouillon`,
    IN_REVIEW: t`En relecture`,
    REVIEWED: t`Relu, à publier`,
    PUBLISHED: t`Publié`,
    WITHDRAWN: t`Retiré`,
  },
  ThemeKind: {
    DISCIPLINARY: t`Disciplinaire`,
    INTERDISCIPLINARY: t`Interdisciplinaire`,
    TRANSDISCIPLINARY: t`Transdisciplinaire`,
  },
  ThemeOrder: { TITLE_ASC: t`Titre, de A à Z`, TITLE_DESC: t`Titre, de Z à A` },
  ThemeState: {
    DRAFT: t`Proposé`,
    AGREED: t`Agréé`,
    OPEN: t`Appel ouvert`,
    CLOSED: t`Appel clos`,
    LAUNCHED: t`Lancé`,
    YEAR_1: t`Première année`,
    YEAR_2: t`Seconde année`,
    SYNTHESISED: t`Synthèse rendue`,
    DIFFUSED: t`Synthèse diffusée`,
  },
  Track: {
    GENERAL: t`Voie générale`,
    TECHNOLOGICAL: t`Voie technologique`,
    VOCATIONAL: t`Voie professionnelle`,
  },
  VocabularyName: {
    LEVEL: t`Niveaux d’enseignement`,
    CRCN: t`Compétences numériques (CRCN)`,
    TEACHING_DOMAIN: t`Domaines d’enseignement`,
  },
};

export type EnumName = keyof typeof labels;

/** Falls back on the code for a value newer than this portal. */
export function labelOf(name: EnumName, value: string): string {
  const known: Record<string, string> = labels[name];
  return known[value] ?? value;
}

/** « Infographie », or the team's own word where the kind is « autre ». */
export const labelOr = (name: EnumName, value: string, other: string | null | undefined): string =>
  value === "OTHER" && other ? other : labelOf(name, value);

export const options = (name: EnumName): { value: string; label: string }[] =>
  Object.entries(labels[name]).map(([value, label]) => ({ value, label }));
