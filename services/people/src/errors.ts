import { frenchDay } from "@trame/kit/day";
import { forbidden, invalid, rule } from "@trame/kit/refusal";
import type { ScopeField } from "./domain/role.ts";

const fieldNames: Record<ScopeField, string> = {
  academyCode: "l'académie",
  themeId: "le thème",
  disciplineCode: "la discipline",
  departement: "le département",
  corps: "le corps d'inspection",
  degree: "le degré",
  track: "la voie",
};

/** Every refusal of this service, once. */
export const refusals = {
  emailMalformed: () => invalid("EMAIL_MALFORMED", "Cette adresse électronique est mal formée.", "email"),

  scopeMissing: (field: ScopeField) =>
    invalid("SCOPE_MISSING", `Pour ce rôle, ${fieldNames[field]} est à renseigner.`, field),
  scopeForeign: (field: ScopeField) =>
    invalid("SCOPE_FOREIGN", `Ce rôle ne se donne pas avec ${fieldNames[field]} : laissez ce champ vide.`, field),
  unknownAcademy: (code: string) => invalid("UNKNOWN_ACADEMY", `L'académie « ${code} » est inconnue.`, "academyCode"),
  unknownTheme: () => invalid("UNKNOWN_THEME", "Ce thème est inconnu.", "themeId"),
  departementElsewhere: (code: string) =>
    invalid("DEPARTEMENT_ELSEWHERE", `Le département ${code} n'est pas dans cette académie.`, "departement"),
  academyNotInForce: (name: string) =>
    invalid("ACADEMY_NOT_IN_FORCE", `${name} n'existe pas pendant cette période.`, "academyCode"),
  endsBeforeStart: () => invalid("ENDS_BEFORE_START", "Le mandat finit avant de commencer.", "endsOn"),
  endsLater: (day: string) =>
    invalid("ENDS_LATER", `Le mandat s'achève déjà le ${day} : on ne peut qu'avancer sa fin.`, "endsOn"),
  alreadyEnded: () => invalid("ALREADY_ENDED", "Ce mandat est déjà terminé.", "mandateId"),
  noInvitation: () =>
    invalid(
      "NO_INVITATION",
      "On invite à siéger dans un groupe ; les autres mandats se tiennent par la fonction et se donnent sans réponse.",
      "invite",
    ),
  notInvited: () => forbidden("FORBIDDEN", "Seule la personne invitée accepte ou décline."),
  alreadyAnswered: () => rule("ALREADY_ANSWERED", "Cette invitation a déjà reçu sa réponse."),
  invitationLapsed: (day: string) =>
    rule("INVITATION_LAPSED", `On pouvait répondre à cette invitation jusqu'au ${frenchDay(day)}.`),
  sameHolder: () => invalid("SAME_HOLDER", "Cette personne tient déjà ce mandat.", "personId"),
  replacedBeforeStart: (day: string) =>
    invalid("REPLACED_BEFORE_START", `Le mandat commence le ${frenchDay(day)} : le remplacement vient après.`, "from"),
  replacedAfterEnd: (day: string) =>
    invalid("REPLACED_AFTER_END", `Le mandat s'achève le ${frenchDay(day)} : donnez plutôt un nouveau mandat.`, "from"),
  unknownPerson: () => invalid("NOT_FOUND", "Cette personne est introuvable.", "personId"),
  alreadyHeld: () => invalid("ALREADY_HELD", "Cette personne tient déjà ce rôle à cette période.", "personId"),

  secondInspectorGeneral: () =>
    rule("SECOND_INSPECTOR_GENERAL", "Un groupe national a un seul inspecteur général.", "R22", "themeId"),
  thirdExpert: () =>
    rule(
      "THIRD_EXPERT",
      "Un groupe national a un·e expert·e ou un binôme : un troisième est de trop.",
      "R25",
      "themeId",
    ),
  secondReferent: () =>
    rule(
      "SECOND_REFERENT",
      "L'académie a déjà un·e professeur·e référent·e pour ce thème : mettez d'abord fin à son mandat.",
      "R23",
      "personId",
    ),
  secondCardie: () => rule("SECOND_CARDIE", "Le groupe a déjà un·e représentant·e de la CARDIE.", "R40", "personId"),
  secondDan: () => rule("SECOND_DAN", "L'académie a déjà un·e délégué·e académique au numérique.", "R39", "personId"),

  noAgreementNeeded: (departement: string) =>
    rule(
      "NO_AGREEMENT_NEEDED",
      `Aucun membre du groupe n'enseigne dans le premier degré dans le département ${departement} : aucun accord n'est demandé.`,
      "R42",
      "departement",
    ),

  partnerKnown: () => invalid("PARTNER_KNOWN", "Ce partenaire accompagne déjà l'équipe.", "name", "R63"),
  notASheet: (message: string) => invalid("NOT_A_SHEET", message, "content"),
  tooLong: (field: string, most: number) => invalid("TOO_LONG", `Ce texte dépasse ${most} signes.`, field),
  outOfRange: (field: string, least: number, most: number) =>
    invalid("OUT_OF_RANGE", `Ce nombre va de ${least} à ${most}.`, field),
  alreadyErased: () => rule("ALREADY_ERASED", "Cette personne est déjà effacée."),
  erasurePending: () => rule("ERASURE_PENDING", "Une demande d'effacement est déjà en cours."),
  erasureNotWaiting: () => rule("ERASURE_NOT_WAITING", "Cette demande est déjà confirmée, ou retirée."),
  lastAdmin: () =>
    rule(
      "LAST_ADMIN",
      "C'est la dernière personne qui administre la plateforme : donnez d'abord ce mandat à quelqu'un d'autre.",
    ),
};
