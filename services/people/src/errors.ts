import { invalid, rule } from "@trame/kit/refusal";
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
};
