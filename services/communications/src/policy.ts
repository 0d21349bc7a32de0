import { grant, nameRoles, rights } from "@trame/kit/rights";

nameRoles({
  PROGRAMME: "le département DNE A2",
  ADMIN: "l'administration",
  EXPERT: "l'expert·e du thème",
  INSPECTOR_GENERAL: "l'inspection générale du thème",
  PILOT: "l'inspection pilote du groupe",
  REFERENT: "le ou la référent·e de l'académie pour ce thème",
  TEACHER: "les enseignant·es du groupe",
  CARDIE: "la CARDIE",
  IEN: "l'IEN du groupe",
  EDITOR: "la rédaction de la lettre Édu_Num",
  ANALYST: "l'analyse",
  DAN: "le ou la DAN",
});

/** The national group: the theme's own members and the teams of its academies (R27). */
const nationalGroup = [
  grant("EXPERT", "theme"),
  grant("INSPECTOR_GENERAL", "theme"),
  grant("REFERENT", "theme"),
  grant("TEACHER", "theme"),
  grant("PILOT", "theme"),
  grant("CARDIE", "theme"),
  grant("IEN", "theme"),
];

/** Who may do what (domain.md §12). What a row does not name is refused. */
export const policy = rights({
  recordPriorWorkReview: [grant("EXPERT", "theme")],
  recordLiteratureReview: [grant("EXPERT", "theme")],
  declareNationalMaterial: [grant("EXPERT", "theme")],
  declareAcademicMaterial: [grant("REFERENT", "academy", "theme")],
  declareNationalModule: [grant("EXPERT", "theme")],
  declareAcademicModule: [grant("REFERENT", "academy", "theme"), grant("EXPERT", "theme")],
  shareWatchItem: nationalGroup,
  readWatch: [...nationalGroup, grant("PROGRAMME")],
  editEdition: [grant("EDITOR")],
  arrangeEdition: [grant("EDITOR")],
  publishEdition: [grant("EDITOR")],
  recordRelay: [grant("EDITOR")],
  writeSynthesis: [grant("EXPERT", "theme")],
  signSynthesis: [grant("EXPERT", "theme")],
  writeForeword: [grant("INSPECTOR_GENERAL", "theme")],
  distributeSynthesis: [grant("EXPERT", "theme"), grant("PROGRAMME")],
  readSyntheses: [...nationalGroup, grant("PROGRAMME")],
  readCopies: [grant("EXPERT", "theme"), grant("PROGRAMME")],
  keepInstitutions: [grant("PROGRAMME")],
  sendEdition: [grant("EDITOR")],
  keepChannels: [grant("EDITOR")],
  readFollowed: [
    ...[grant("ANALYST"), grant("PROGRAMME"), grant("EDITOR")],
    ...[grant("EXPERT", "theme"), grant("DAN", "academy"), grant("PILOT", "academy")],
  ],
  keepSubscribers: [grant("EDITOR")],
  keepWebhooks: [grant("EDITOR")],
  readDrafts: [grant("EDITOR")],
  answerProblems: [grant("PROGRAMME"), grant("ADMIN")],
  lookAfterMail: [grant("ADMIN"), grant("EDITOR")],
  readWithdrawn: [grant("EDITOR"), grant("PROGRAMME")],
});
