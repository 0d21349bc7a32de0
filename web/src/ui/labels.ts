/** Every value of every enumeration of the graph, in French: a test compares them with the schema. */
export const labels = {
  AddressCheck: {
    OPEN: "Ouverte, sur un site de l’académie",
    OPEN_ELSEWHERE: "Ouverte, hors des sites de l’académie",
    LOGIN_REQUIRED: "Demande une identification",
    UNREACHABLE: "Ne répond pas",
    REFUSED: "Adresse refusée",
  },
  ApplicationOrder: {
    SUBMITTED_DESC: "Dépôt le plus récent",
    SUBMITTED_ASC: "Dépôt le plus ancien",
    TITLE_ASC: "Titre",
  },
  ApplicationState: {
    DRAFT: "Brouillon",
    SUBMITTED: "Déposée",
    RETAINED: "Retenue",
    RETAINED_CONDITIONALLY: "Retenue sous réserve",
    WAITLISTED: "Sur liste d’attente",
    DECLINED: "Non retenue",
    WITHDRAWN: "Retirée",
  },
  AttendanceAnswer: {
    PENDING: "Sans réponse",
    WILL_ATTEND: "Viendra",
    WILL_ATTEND_REMOTELY: "Sera présent·e à distance",
    EXCUSED: "Excusé·e",
    REPLACED: "Remplacé·e",
  },
  AttendanceStatus: {
    PRESENT: "Présent·e",
    PRESENT_REMOTELY: "Présent·e à distance",
    EXCUSED: "Excusé·e",
    ABSENT: "Absent·e",
  },
  CallState: { UPCOMING: "À venir", OPEN: "Ouvert", CLOSED: "Clos" },
  ChannelKind: {
    DISCIPLINARY: "Compte disciplinaire",
    TRANSVERSAL: "Compte transversal",
    ACADEMIC_SITE: "Site académique",
    OTHER: "Autre",
  },
  ContributionRole: {
    DESIGN: "Conception",
    IMPLEMENTATION: "Mise en œuvre",
    PROOFREADING: "Relecture",
    ILLUSTRATION: "Illustration",
  },
  DecisionOutcome: {
    RETAINED: "Retenue",
    RETAINED_CONDITIONALLY: "Retenue sous réserve",
    WAITLISTED: "Sur liste d’attente",
    DECLINED: "Non retenue",
  },
  Degree: { FIRST: "Premier degré", SECOND: "Second degré" },
  EditionState: { DRAFT: "En préparation", PUBLISHED: "Publié" },
  EdubaseState: {
    TO_INDEX: "À indexer",
    SUBMITTED: "Soumis à ÉDU’base",
    INDEXED: "Indexé dans ÉDU’base",
  },
  GapSeverity: { BLOCKING: "Bloquant", WARNING: "À signaler" },
  InspectionCorps: { IA_IPR: "IA-IPR", IEN_ET: "IEN-ET", IEN_EG: "IEN-EG" },
  MaterialKind: {
    INFOGRAPHIC: "Infographie",
    MIND_MAP: "Carte heuristique",
    VIDEO: "Capsule vidéo",
    OTHER: "Autre",
  },
  MaterialLevel: { NATIONAL: "National", ACADEMIC: "Académique" },
  MeetingLevel: {
    NATIONAL: "Réunion nationale",
    ACADEMIC: "Réunion académique",
  },
  MeetingMode: { IN_PERSON: "En présentiel", REMOTE: "À distance" },
  MeetingOrder: {
    STARTS_ASC: "Plus proche d’abord",
    STARTS_DESC: "Plus récente d’abord",
  },
  MeetingState: {
    PLANNED: "Prévue",
    CONVENED: "Convoquée",
    HELD: "Tenue",
    MINUTES_APPROVED: "Compte rendu approuvé",
    SYNTHESIS_ONLINE: "Synthèse en ligne",
    CANCELLED: "Annulée",
  },
  ModulePlatform: { MAGISTERE: "M@gistère", MOOC: "MOOC", OTHER: "Autre" },
  NewsletterKind: { DISCIPLINARY: "Disciplinaire", THEMATIC: "Thématique" },
  ParticipationAxis: {
    ACADEMY: "Académie",
    THEME: "Thème",
    DISCIPLINE: "Discipline",
    DEGREE: "Degré",
    ROLE: "Rôle",
    MONTH: "Mois",
  },
  PersonOrder: { NAME_ASC: "Nom, de A à Z", NAME_DESC: "Nom, de Z à A" },
  PriorWorkSourceKind: {
    USAGE_AGENCY: "Agence nationale des usages des TICE",
    DISCIPLINE_SITE: "Site disciplinaire",
    OTHER: "Autre source",
  },
  ProblemKind: {
    FAULT: "Panne ou erreur de la page",
    ACCESSIBILITY: "Difficulté d’accès",
    CONTENT: "Erreur dans un contenu",
    RIGHTS: "Droits d’auteur ou d’usage",
    PERSONAL_DATA: "Donnée personnelle",
    OTHER: "Autre",
  },
  ProblemState: { OPEN: "À traiter", ANSWERED: "Répondu" },
  Progressivity: {
    SIMPLE_USE: "Usage simple",
    GUIDED_USE: "Usage accompagné",
    AUTONOMOUS_USE: "Usage autonome",
    ELABORATE_APPROACH: "Démarche élaborée",
  },
  ProjectOrder: { TITLE_ASC: "Titre, de A à Z", TITLE_DESC: "Titre, de Z à A" },
  ProjectState: {
    FORMING: "Équipe en constitution",
    ENGAGED: "Équipe engagée",
    RUNNING: "Travaux en cours",
    CLOSED: "Terminé",
    ABANDONED: "Abandonné",
  },
  PublicationKind: {
    SCENARIO: "Scénario",
    MATERIAL: "Support de communication",
    TRAINING_MODULE: "Module de formation",
    MINUTES_SYNTHESIS: "Synthèse de réunion",
    SYNTHESIS: "Synthèse de thème",
  },
  PublicationState: { PUBLISHED: "Publiée", WITHDRAWN: "Retirée" },
  RefusalKind: {
    INVALID: "Saisie à corriger",
    RULE: "Règle du programme",
    CONFLICT: "Modifié entre-temps",
    FORBIDDEN: "Droit manquant",
  },
  ReviewOutcome: { PASSED: "Validé", RETURNED: "Renvoyé à ses auteurs" },
  RightsBasis: {
    OWN_WORK: "Création de l’équipe",
    LICENCE: "Licence libre ou ouverte",
    AUTHORISATION: "Autorisation écrite",
    QUOTATION: "Courte citation",
    LINK: "Simple lien",
    TEACHING_EXCEPTION: "Exception pédagogique",
    UNRESOLVED: "Droits à éclaircir",
  },
  Role: {
    ADMIN: "Administration",
    PROGRAMME: "Département DNE A2",
    INSPECTOR_GENERAL: "Inspection générale",
    EXPERT: "Expert·e DNE",
    PILOT: "Inspection pilote",
    REFERENT: "Professeur·e référent·e",
    TEACHER: "Enseignant·e",
    DAN: "Délégué·e académique au numérique",
    CARDIE: "Représentant·e de la CARDIE",
    IEN: "IEN-TICE ou IEN de circonscription",
    DASEN: "Direction académique (DASEN)",
    IAN: "Interlocuteur·trice académique pour le numérique",
    EDITOR: "Rédaction de la lettre Édu_Num",
    ANALYST: "Analyste",
  },
  ScenarioOrder: {
    PUBLISHED_DESC: "Plus récents",
    TITLE_ASC: "Titre",
    PROGRESSIVITY_ASC: "Du plus simple au plus élaboré",
    RELEVANCE: "Pertinence",
  },
  ScenarioState: {
    DRAFT: "Brouillon",
    IN_REVIEW: "En relecture",
    REVIEWED: "Relu, à publier",
    PUBLISHED: "Publié",
    WITHDRAWN: "Retiré",
  },
  ThemeKind: {
    DISCIPLINARY: "Disciplinaire",
    INTERDISCIPLINARY: "Interdisciplinaire",
    TRANSDISCIPLINARY: "Transdisciplinaire",
  },
  ThemeOrder: { TITLE_ASC: "Titre, de A à Z", TITLE_DESC: "Titre, de Z à A" },
  ThemeState: {
    DRAFT: "Proposé",
    AGREED: "Agréé",
    OPEN: "Appel ouvert",
    CLOSED: "Appel clos",
    LAUNCHED: "Lancé",
    YEAR_1: "Première année",
    YEAR_2: "Seconde année",
    SYNTHESISED: "Synthèse rendue",
    DIFFUSED: "Synthèse diffusée",
  },
  Track: {
    GENERAL: "Voie générale",
    TECHNOLOGICAL: "Voie technologique",
    VOCATIONAL: "Voie professionnelle",
  },
  VocabularyName: {
    LEVEL: "Niveaux d’enseignement",
    CRCN: "Compétences numériques (CRCN)",
    TEACHING_DOMAIN: "Domaines d’enseignement",
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
