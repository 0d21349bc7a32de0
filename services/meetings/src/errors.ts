import { forbidden, invalid, rule } from "@trame/kit/refusal";

/** Every refusal of this service, once. */
export const refusals = {
  projectNeeded: () => invalid("PROJECT_NEEDED", "Une réunion académique est celle d'un projet.", "projectId", "R44"),
  projectOfOtherTheme: () => invalid("PROJECT_OF_OTHER_THEME", "Ce projet est d'un autre thème.", "projectId", "R44"),
  projectOver: () => rule("PROJECT_OVER", "Ce projet est terminé ou abandonné.", undefined, "projectId"),
  inThePast: () => invalid("IN_THE_PAST", "Cette date est déjà passée.", "startsAt"),
  endsBeforeStart: () => invalid("ENDS_BEFORE_START", "La réunion finit avant de commencer.", "endsAt"),
  outsideSchoolYear: () =>
    invalid(
      "OUTSIDE_SCHOOL_YEAR",
      "Cette date sort de l'année scolaire du thème ou du projet : les réunions conduisent les travaux sur l'année.",
      "startsAt",
      "R45",
    ),
  outsideWorkPlan: () =>
    invalid(
      "OUTSIDE_WORK_PLAN",
      "Cette date sort du calendrier de travail du thème : elle vient après sa dernière étape, ou avant son début.",
      "startsAt",
      "R47",
    ),
  remoteAtMinistry: () =>
    invalid("REMOTE_AT_MINISTRY", "Une réunion à distance ne se tient pas au ministère.", "atMinistry", "R82"),
  ministryIsNational: () =>
    invalid(
      "MINISTRY_IS_NATIONAL",
      "Les réunions académiques se tiennent en académie : au ministère se réunit le groupe national.",
      "atMinistry",
      "R82",
    ),
  tooLateToRevise: () => rule("TOO_LATE_TO_REVISE", "Cette réunion est tenue ou annulée : elle ne se corrige plus."),

  notPlanned: () => rule("NOT_PLANNED", "Cette réunion est déjà convoquée, tenue ou annulée."),
  alreadyBegun: () =>
    rule(
      "ALREADY_BEGUN",
      "L'heure de cette réunion est passée : déplacez-la avant de la convoquer.",
      undefined,
      "startsAt",
    ),
  nobodyToConvene: () => rule("NOBODY_TO_CONVENE", "Le groupe de travail n'a encore aucun membre à convoquer."),
  tooLateToCancel: () => rule("TOO_LATE_TO_CANCEL", "Cette réunion est déjà tenue ou annulée."),
  notConvoked: () => forbidden("NOT_CONVOKED", "Seules les personnes convoquées répondent à cette convocation."),
  noLongerAnswered: () =>
    rule("NO_LONGER_ANSWERED", "Cette réunion n'attend plus de réponse : elle est tenue ou annulée."),
  answerMissing: () => invalid("ANSWER_MISSING", "Choisissez une réponse.", "answer"),
  replacedByOneself: () => invalid("REPLACED_BY_ONESELF", "On ne se remplace pas soi-même.", "replacedById"),

  notConvened: () => rule("NOT_CONVENED", "Seule une réunion convoquée peut être tenue."),
  notYetBegun: () => rule("NOT_YET_BEGUN", "Cette réunion n'a pas encore commencé : elle ne peut être déclarée tenue."),
  modalitiesMissing: () =>
    rule(
      "MODALITIES_MISSING",
      "Les modalités de travail sont exposées lors de la première réunion : le compte rendu de celle-ci doit d'abord les porter.",
      "R85",
    ),
  presentTwice: () => invalid("PRESENT_TWICE", "Une personne figure deux fois dans les présences.", "attendance"),
  nobodyPresent: () => invalid("NOBODY_PRESENT", "Une réunion sans personne présente n'a pas eu lieu.", "attendance"),

  notHeld: () => rule("NOT_HELD", "Le compte rendu se rédige une fois la réunion tenue.", "R87"),
  minutesAreFinal: () => rule("MINUTES_ARE_FINAL", "Ce compte rendu est approuvé : il ne change plus.", "R87"),
  notAmongPresent: () =>
    forbidden("NOT_AMONG_PRESENT", "Seules les personnes présentes à la réunion peuvent amender le compte rendu."),
  noMinutes: () => rule("NO_MINUTES", "Il n'y a pas encore de compte rendu à approuver.", "R87"),
  alreadyApproved: () => rule("ALREADY_APPROVED", "Ce compte rendu est déjà approuvé.", "R87"),
  approvalNeedsModalities: () =>
    rule(
      "APPROVAL_NEEDS_MODALITIES",
      "Le compte rendu de la première réunion nationale expose les modalités de travail : complétez-les avant d'approuver.",
      "R85",
      "modalities",
    ),
  synthesisIsNational: () =>
    rule("SYNTHESIS_IS_NATIONAL", "Seules les réunions nationales ont une synthèse publique.", "R88"),
  minutesNotApproved: () =>
    rule("MINUTES_NOT_APPROVED", "La synthèse se met en ligne une fois le compte rendu approuvé.", "R88"),
  alreadyOnline: () => rule("ALREADY_ONLINE", "La synthèse de cette réunion est déjà en ligne.", "R88"),
  synthesisIsTheMinutes: () =>
    invalid(
      "SYNTHESIS_IS_THE_MINUTES",
      "La synthèse publique est un autre texte que le compte rendu, réservé au groupe.",
      "text",
      "R88",
    ),
  notOnEduscol: () =>
    invalid(
      "NOT_ON_EDUSCOL",
      "L'adresse doit être celle de la page sur le portail national éduscol (https://eduscol.education.fr/…).",
      "url",
      "R88",
    ),

  notAnAddress: (link: string) => invalid("NOT_AN_ADDRESS", `« ${link} » n'est pas une adresse web.`, "links", "R37"),
  tooLateToPoll: () => rule("TOO_LATE_TO_POLL", "Cette réunion est tenue ou annulée : sa date ne se choisit plus."),
  pollOpen: () => rule("POLL_OPEN", "Un sondage est déjà ouvert pour cette réunion : fermez-le d'abord."),
  fewDates: (fewest: number, most: number) =>
    invalid("DATES_COUNT", `Proposez de ${fewest} à ${most} dates.`, "startsAt"),
  dateTwice: () => invalid("DATE_TWICE", "Une date est proposée deux fois.", "startsAt"),
  deadlinePassed: () => invalid("DEADLINE_PASSED", "Cette échéance est déjà passée.", "deadlineAt"),
  dateBeforeDeadline: () => invalid("DATE_BEFORE_DEADLINE", "Une date proposée précède la fin du sondage.", "startsAt"),
  notAsked: () => forbidden("NOT_ASKED", "Seules les personnes interrogées répondent à ce sondage."),
  pollOver: () => rule("POLL_OVER", "Ce sondage est terminé."),
  everyDate: () => invalid("EVERY_DATE", "Répondez pour chacune des dates.", "answers"),
  unknownDate: () => invalid("UNKNOWN_DATE", "Cette date n'est pas parmi celles du sondage.", "optionId"),

  superiorsAreNational: () =>
    rule("SUPERIORS_ARE_NATIONAL", "Les responsables des référents sont informés des réunions nationales.", "R86"),
  superiorsTooEarly: () =>
    rule("SUPERIORS_TOO_EARLY", "Convoquez d'abord la réunion : ses responsables sont informés ensuite.", "R86"),
  noSuperiors: () => rule("NO_SUPERIORS", "Ce thème n'a encore aucune équipe retenue.", "R86"),

  notTimeToCheckIn: () =>
    rule(
      "NOT_TIME_TO_CHECK_IN",
      "L'émargement est ouvert d'une demi-heure avant la réunion à une demi-heure après sa fin, une fois le code affiché.",
    ),
  wrongCode: () => invalid("WRONG_CODE", "Ce n'est pas le code affiché par qui conduit la réunion.", "code"),
  tooManyCodes: () =>
    rule(
      "TOO_MANY_CODES",
      "Trop de codes essayés : attendez un quart d'heure, ou signez la feuille.",
      undefined,
      "code",
    ),
  notHeldYet: () => rule("NOT_HELD_YET", "Une présence se corrige une fois la réunion tenue."),
  notInAttendance: () =>
    invalid("NOT_IN_ATTENDANCE", "Cette personne n'est ni convoquée ni notée à cette réunion.", "personId"),
  replacementElsewhere: () =>
    invalid(
      "REPLACEMENT_ELSEWHERE",
      "On se fait remplacer par une personne du même groupe ou de la même académie.",
      "replacedById",
    ),

  actionTooEarly: () => rule("ACTION_TOO_EARLY", "Cette réunion n'a pas commencé : on n'y a encore rien décidé."),
  actionTooLate: () =>
    rule("ACTION_TOO_LATE", "Le compte rendu est approuvé : ce qui reste à faire s'ajoute à la réunion suivante."),
  actionClosed: () => rule("ACTION_CLOSED", "Cette action est faite ou abandonnée : rouvrez-la d'abord."),
  ownerOutsideGroup: () =>
    invalid(
      "OWNER_OUTSIDE_GROUP",
      "Une action se confie à un membre du groupe, ou à une personne convoquée.",
      "ownerId",
    ),
  dueBeforeMeeting: () => invalid("DUE_TOO_EARLY", "L'échéance ne peut être passée, ni précéder la réunion.", "dueOn"),
  notYourAction: () =>
    forbidden(
      "NOT_YOUR_ACTION",
      "Seules la personne à qui l'action est confiée et celle qui conduit le groupe en disposent.",
    ),
  notInGroup: () =>
    forbidden("FORBIDDEN", "Cet agenda est celui d'un groupe de travail : seuls ses membres s'y abonnent."),
  notYourMeetings: () => forbidden("FORBIDDEN", "Chaque personne ne voit que ses propres convocations."),
  groupOnly: () => forbidden("FORBIDDEN", "Réservé aux membres du groupe de travail."),
};
