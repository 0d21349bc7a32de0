import { frenchDay } from "@trame/kit/day";
import { invalid, type Refusal, rule } from "@trame/kit/refusal";

const PHASE_NAMES: Record<string, string> = {
  CALL: "appel à candidatures",
  ADMISSIBILITY: "recevabilité",
  REVIEW: "évaluation",
  DECISION: "décisions",
  LAUNCH: "lancement",
  YEAR_END: "fin d'année",
};

/** A phase in a sentence. */
export const phaseName = (kind: string) => PHASE_NAMES[kind] ?? kind;

/** Every refusal of this service, once. */
export const refusals = {
  labelTaken: (label: string) => invalid("LABEL_TAKEN", `La campagne ${label} existe déjà.`, "label", "R01"),
  yearMalformed: () => invalid("YEAR_MALFORMED", "L'année scolaire s'écrit « 2020-2021 ».", "label", "R01"),
  yearReversed: () => invalid("YEAR_REVERSED", "L'année scolaire finit avant de commencer.", "endsOn", "R01"),
  windowReversed: () => invalid("WINDOW_REVERSED", "L'appel se clôt avant de s'ouvrir.", "callClosesAt", "R17"),
  settingTooSmall: (field: string) =>
    invalid("SETTING_TOO_SMALL", "Ce réglage est d'au moins un.", `settings.${field}`, "R01"),
  gridEmpty: () => invalid("GRID_EMPTY", "La grille a au moins un critère.", "settings.grid"),
  criterionTwice: () => invalid("CRITERION_TWICE", "Deux critères de la grille ont le même code.", "settings.grid"),
  criterionMalformed: (label: string) =>
    invalid(
      "CRITERION_MALFORMED",
      `Le critère « ${label} » a un libellé, un poids et un maximum d'au moins un.`,
      "settings.grid",
    ),
  criterionUnnamed: (index: number) =>
    invalid("CRITERION_UNNAMED", "Le critère a un libellé.", `settings.grid.${index}.label`),
  gridInUse: () =>
    rule("GRID_IN_USE", "L'évaluation a commencé avec cette grille : elle ne change plus.", undefined, "settings.grid"),
  payWindowsNotTwo: () =>
    invalid(
      "PAY_WINDOWS_NOT_TWO",
      "La rémunération se fait en deux versements : une période pour le premier, une pour le second.",
      "settings.payWindows",
      "R90",
    ),
  payWindowMalformed: (at: string) =>
    invalid("PAY_WINDOW_MALFORMED", "Ce jour n'existe pas chaque année.", `settings.payWindows.${at}`, "R90"),
  payWindowReversed: (at: string) =>
    invalid("PAY_WINDOW_REVERSED", "La période finit avant de commencer.", `settings.payWindows.${at}`, "R90"),
  payWindowsOverlap: (at: string) =>
    invalid("PAY_WINDOWS_OVERLAP", "Le second versement vient après le premier.", `settings.payWindows.${at}`, "R90"),
  phaseReversed: (kind: string) =>
    invalid("PHASE_REVERSED", `L'étape « ${phaseName(kind)} » finit avant de commencer.`, "phases", "R01"),
  phaseOutOfOrder: (kind: string) =>
    invalid("PHASE_OUT_OF_ORDER", `L'étape « ${phaseName(kind)} » commence avant la précédente.`, "phases", "R01"),
  phaseBegun: (kind: string) =>
    rule("PHASE_BEGUN", `L'étape « ${phaseName(kind)} » a commencé : seule sa fin peut changer.`, "R01", "phases"),
  callAlreadyClosed: () =>
    rule("CALL_ALREADY_CLOSED", "L'appel est clos : ses dates ne changent plus.", "R17", "phases"),
  targetTooSmall: () => invalid("TARGET_TOO_SMALL", "L'objectif est d'au moins une équipe.", "target", "R21"),

  callAlreadyOpen: () => rule("CALL_ALREADY_OPEN", "L'appel de cette campagne est déjà ouvert.", "R17"),
  callWindowOver: () =>
    rule("CALL_WINDOW_OVER", "La date de clôture de l'appel est passée : déplacez-la d'abord.", "R17"),
  callNotOpen: () =>
    rule("CALL_NOT_OPEN", "L'appel à candidatures n'est pas ouvert : aucune candidature ne peut être déposée.", "R17"),
  callWithoutTheme: () => rule("CALL_WITHOUT_THEME", "Aucun thème agréé : l'appel serait vide.", "R18", "themeIds"),
  themeNotAgreed: (title: string) =>
    rule(
      "THEME_NOT_AGREED",
      `Le thème « ${title} » n'a pas l'accord de l'inspection générale : il ne peut entrer dans l'appel.`,
      "R18",
      "themeIds",
    ),

  groupWithoutTheme: () =>
    invalid("GROUP_WITHOUT_THEME", "Un groupe n'est reconduit qu'avec son thème.", "groupThemeIds", "R01"),
  themeNotInCampaign: () => invalid("THEME_NOT_IN_CAMPAIGN", "Ce thème est d'une autre campagne.", "themeIds"),
  disciplinesDoNotFit: (message: string) => invalid("DISCIPLINES_DO_NOT_FIT", message, "disciplineCodes", "R02"),
  unknownDiscipline: (code: string) =>
    invalid("UNKNOWN_DISCIPLINE", `La discipline « ${code} » est inconnue.`, "disciplineCodes", "R02"),
  durationOutOfRange: () =>
    invalid("DURATION_OUT_OF_RANGE", "La durée est d'une ou deux années scolaires.", "durationYears", "R46"),
  themeAgreedAlready: () =>
    rule("THEME_AGREED_ALREADY", "L'inspection générale a donné son accord à ce texte : il ne change plus.", "R18"),
  themeCallOver: () => rule("THEME_CALL_OVER", "L'appel est clos pour ce thème.", "R17", "deadlineAt"),
  deadlineOutsideCall: () =>
    invalid("DEADLINE_OUTSIDE_CALL", "L'échéance du thème se place dans la fenêtre de l'appel.", "deadlineAt", "R17"),
  leadNotProposed: () =>
    rule("LEAD_NOT_PROPOSED", "Un·e expert·e du thème propose d'abord l'académie chef de file.", "R48", "academyCode"),
  nothingToRenew: () =>
    rule("NOTHING_TO_RENEW", "Ce thème dure une année, ou sa campagne ne demande pas de reconduction.", "R46"),
  notInFirstYear: () => rule("NOT_IN_FIRST_YEAR", "La reconduction se décide pendant la première année.", "R46"),
  renewalDecided: () => rule("RENEWAL_DECIDED", "La reconduction de ce thème est déjà décidée.", "R46"),
  alreadyAgreed: () => rule("ALREADY_AGREED", "Ce thème a déjà l'accord de l'inspection générale.", "R18"),
  milestoneOutside: (title: string) =>
    invalid("MILESTONE_OUTSIDE", `L'étape « ${title} » sort de la période du thème.`, "milestones", "R47"),
  leadWithoutTeam: () =>
    rule(
      "LEAD_WITHOUT_TEAM",
      "L'académie chef de file doit avoir une équipe retenue sur le thème.",
      "R48",
      "academyCode",
    ),
  notYetClosed: () => rule("CALL_STILL_OPEN", "L'appel doit être clos avant le lancement du thème.", "R52"),
  alreadyLaunched: () => rule("ALREADY_LAUNCHED", "Ce thème est déjà lancé.", "R52"),

  themeNotInCall: () => rule("THEME_NOT_IN_CALL", "Ce thème n'est pas dans l'appel ouvert.", "R18", "themeId"),
  academyNotInForce: (label: string) =>
    rule(
      "ACADEMY_NOT_IN_FORCE",
      `L'${label} n'existe pas à cette date : voyez celle qui lui a succédé.`,
      "R19",
      "academyCode",
    ),
  unknownAcademy: (code: string) =>
    invalid("UNKNOWN_ACADEMY", `L'académie « ${code} » est inconnue.`, "academyCode", "R19"),
  notADraft: () => rule("NOT_A_DRAFT", "Cette candidature n'est plus un brouillon : elle ne se corrige plus.", "R19"),
  themeDeadlinePassed: () =>
    rule("THEME_DEADLINE_PASSED", "L'échéance de ce thème est passée : il ne reçoit plus de candidature.", "R17"),
  signatureMissing: (role: string) =>
    rule(
      "SIGNATURE_MISSING",
      role === "PILOT"
        ? "L'inspection pilote désignée n'a pas encore cosigné la candidature."
        : "Le ou la délégué·e académique au numérique n'a pas encore cosigné la candidature.",
      "R31",
      "signatures",
    ),
  correctionLate: () =>
    rule("CORRECTION_LATE", "Le délai de correction est passé : demandez-en un autre au département DNE A2.", "R17"),
  dueInThePast: () => invalid("DUE_IN_THE_PAST", "Le délai de correction est à venir.", "dueAt"),
  decisionPending: () => rule("DECISION_PENDING", "Une décision attend sa publication : retirez-la d'abord.", "R20"),
  handOverTooLate: () =>
    rule("HAND_OVER_TOO_LATE", "Cette candidature a reçu sa suite : le groupe académique se modifie désormais.", "R23"),
  sourceNotReadable: () =>
    invalid("SOURCE_NOT_READABLE", "Cette candidature n'est pas de l'académie.", "fromApplicationId"),
  decidedMeanwhile: (): Refusal => ({
    kind: "CONFLICT",
    code: "DECIDED_MEANWHILE",
    message: "Une décision est déjà préparée pour cette candidature. Relisez-la, puis recommencez.",
    requirement: "R20",
  }),
  nothingPending: () => rule("NOTHING_PENDING", "Aucune décision n'attend pour cette candidature.", "R20"),
  notDecided: () => rule("NOT_DECIDED", "Aucune décision publiée n'est à annuler.", "R20"),
  secondTeamOtherReferent: () =>
    rule(
      "SECOND_TEAM_OTHER_REFERENT",
      "Une seconde équipe a le ou la même référent·e que la première.",
      "R23",
      "outcome",
    ),

  unknownCriterion: (code: string) =>
    invalid("UNKNOWN_CRITERION", `Le critère « ${code} » n'est pas dans la grille.`, "marks"),
  markOutOfRange: (label: string, max: number) =>
    invalid("MARK_OUT_OF_RANGE", `« ${label} » se note de 0 à ${max}.`, "marks"),
  criterionUnmarked: (label: string) => invalid("CRITERION_UNMARKED", `« ${label} » est à noter.`, "marks"),
  notReviewable: () => rule("NOT_REVIEWABLE", "Seule une candidature déposée se confie à l'évaluation."),
  conflictOfInterest: (kind: string) =>
    rule(
      "CONFLICT_OF_INTEREST",
      kind === "SAME_ACADEMY"
        ? "La personne tient un mandat dans cette académie : elle n'évalue pas sa candidature."
        : kind === "SAME_GROUP"
          ? "La personne figure dans cette équipe : elle n'évalue pas sa candidature."
          : "La personne a déclaré un lien d'intérêt avec cette candidature.",
      undefined,
      "reviewerId",
    ),
  notAReviewer: () =>
    rule("NOT_A_REVIEWER", "La personne n'est pas évaluateur·rice de ce thème.", undefined, "reviewerId"),
  alreadyAssigned: () =>
    rule("ALREADY_ASSIGNED", "La personne évalue déjà cette candidature.", undefined, "reviewerId"),
  reviewsUnderWay: () =>
    rule(
      "REVIEWS_UNDER_WAY",
      "La personne a commencé des évaluations : elle s'abstient plutôt.",
      undefined,
      "personId",
    ),
  abstained: () => rule("ABSTAINED", "Vous vous êtes abstenu·e sur cette candidature."),
  reviewsOver: () => rule("REVIEWS_OVER", "Cette candidature n'est plus en évaluation."),
  reviewSubmitted: () => rule("REVIEW_SUBMITTED", "Cet avis est déjà rendu."),
  tooManyRows: (most: number) => invalid("TOO_MANY_ROWS", `Au plus ${most} lignes à la fois.`, "input"),
  csvMalformed: (line: number) =>
    invalid("CSV_MALFORMED", `Ligne ${line} : deux colonnes sont attendues, candidature et évaluateur·rice.`, "csv"),
  messageTooLong: (most: number) => invalid("MESSAGE_TOO_LONG", `Le message compte au plus ${most} signes.`, "text"),
  longerThanTheme: (years: number) =>
    invalid(
      "LONGER_THAN_THEME",
      `Le thème dure ${years === 1 ? "une année" : "deux années"} : le projet ne peut durer plus.`,
      "durationYears",
      "R46",
    ),
  memberTwice: () => invalid("MEMBER_TWICE", "Une personne figure deux fois dans l'équipe.", "members", "R32"),
  notSubmitted: () => rule("NOT_SUBMITTED", "Seule une candidature déposée reçoit une décision.", "R20"),
  alreadyDecided: () => rule("ALREADY_DECIDED", "Cette candidature a déjà reçu une décision.", "R20"),
  cannotWithdraw: () => rule("CANNOT_WITHDRAW", "Cette candidature ne peut plus être retirée.", "R19"),
  alreadyRetained: (label: string) =>
    rule("ALREADY_RETAINED", `L'${label} a déjà une équipe retenue sur ce thème.`, "R23", "outcome"),

  thirdInstalment: () =>
    invalid(
      "THIRD_INSTALMENT",
      "La rémunération se fait en deux versements : le premier ou le second.",
      "number",
      "R90",
    ),
  alreadyOrdered: () => rule("ALREADY_ORDERED", "Ce versement est déjà ordonné : faites-le d'abord rejeter.", "R89"),
  tooManyPayLines: (most: number) =>
    invalid("TOO_MANY_PAY_LINES", `Un versement compte au plus ${most} lignes.`, "lines"),
  notOfTheTeam: (field: string) =>
    invalid("NOT_OF_THE_TEAM", "Cette personne n'a pas été membre de l'équipe pendant l'année scolaire.", field, "R89"),
  natureToName: (field: string) => invalid("NATURE_TO_NAME", "Une autre nature se précise.", field),
  nothingToPay: (field: string) => invalid("NOTHING_TO_PAY", "La quantité est plus grande que zéro.", field),
  badQuantity: (field: string) =>
    invalid("BAD_QUANTITY", "Une quantité a deux décimales au plus, et un million au plus.", field),
  tooManyAtOnce: (most: number, field: string) => invalid("TOO_MANY_AT_ONCE", `${most} à la fois au plus.`, field),
  payLineTwice: (field: string) =>
    invalid("PAY_LINE_TWICE", "Cette personne a déjà une ligne de cette nature : additionnez-les.", field),
  notEngaged: () => rule("NOT_ENGAGED", "L'équipe n'est pas encore engagée : son groupe n'est pas complet.", "R89"),
  noPayLine: () => rule("NO_PAY_LINE", "Le versement n'a pas encore de ligne.", "R89", "lines"),
  serviceNotAttested: () => rule("SERVICE_NOT_ATTESTED", "Le service fait n'est pas encore attesté.", "R89"),
  instalmentTooEarly: (opensOn: string) =>
    rule("INSTALMENT_TOO_EARLY", `Ce versement s'ouvre le ${frenchDay(opensOn)}.`, "R90"),
  instalmentTooLate: (closesOn: string) =>
    rule(
      "INSTALMENT_TOO_LATE",
      `Ce versement était à attester et à ordonner avant le ${frenchDay(closesOn)} inclus.`,
      "R90",
    ),
  orderWithoutReference: () =>
    invalid("REQUIRED", "La référence de l'ordre de paiement est à renseigner.", "reference", "R89"),
  nothingToReject: () => rule("NOTHING_TO_REJECT", "Ce versement n'est ni attesté ni ordonné."),
  rejectionWithoutReason: () => invalid("REQUIRED", "La raison du rejet est à renseigner.", "reason"),
  notOrdered: () => rule("NOT_ORDERED", "Ce versement n'a pas été ordonné.", "R89"),
  paidInTheFuture: () => invalid("PAID_IN_THE_FUTURE", "Cette date est à venir.", "paidOn"),
  envelopeNegative: () => invalid("ENVELOPE_NEGATIVE", "Une enveloppe n'est pas négative.", "quantity"),
  schoolYearMalformed: () => invalid("SCHOOL_YEAR_MALFORMED", "L'année scolaire s'écrit « 2019-2020 ».", "schoolYear"),
};
