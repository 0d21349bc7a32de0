import { forbidden, invalid, rule } from "@trame/kit/refusal";

/** Every refusal of this service, once. */
export const refusals = {
  projectNotRetained: () =>
    rule("PROJECT_ABANDONED", "Ce projet est abandonné : il ne produit plus de scénario.", "R10", "projectId"),
  unknownDiscipline: (code: string) =>
    invalid("UNKNOWN_DISCIPLINE", `La discipline « ${code} » est inconnue.`, "disciplineCodes"),
  unknownLevel: (uri: string) => invalid("UNKNOWN_LEVEL", `Le niveau « ${uri} » est inconnu.`, "levels"),
  unknownCompetence: (code: string) =>
    invalid("UNKNOWN_COMPETENCE", `La compétence « ${code} » n'est pas dans le CRCN.`, "competences"),
  unknownAuthor: (id: string) => invalid("UNKNOWN_AUTHOR", `La personne « ${id} » est inconnue.`, "authors", "R07"),
  authorTwice: () => invalid("AUTHOR_TWICE", "Une personne figure deux fois dans le même rôle.", "authors", "R07"),
  durationTooShort: () => invalid("DURATION_TOO_SHORT", "La durée est d'au moins une minute.", "durationMinutes"),

  notAuthorOrMember: () =>
    forbidden("FORBIDDEN", "Seuls les auteurs et les membres du groupe académique peuvent écrire ce scénario."),
  notAuthor: () => forbidden("FORBIDDEN", "Seuls les auteurs du scénario peuvent le faire."),
  signedOut: () => forbidden("FORBIDDEN", "Identifiez-vous pour agir au nom d'une personne."),
  notReadable: () =>
    forbidden("FORBIDDEN", "Avant publication, un scénario se lit dans son groupe académique et son groupe national."),
  sequencesForMembers: () =>
    forbidden("FORBIDDEN", "Les séquences partagées se lisent entre membres des groupes de travail."),

  withdrawnForGood: () => rule("SCENARIO_WITHDRAWN", "Ce scénario est retiré : il ne se modifie plus.", "R10"),
  notADraft: () => rule("NOT_A_DRAFT", "Seul un brouillon peut être proposé à la relecture.", "R58"),
  notInReview: () => rule("NOT_IN_REVIEW", "Ce scénario n'est pas proposé à la relecture.", "R58"),
  authorCannotReview: () =>
    forbidden("AUTHOR_CANNOT_REVIEW", "Un auteur ne relit pas son propre scénario : la relecture revient à un autre."),
  addressNeedsNoReason: () =>
    invalid(
      "ADDRESS_NEEDS_NO_REASON",
      "Aucune raison n'est à donner : l'adresse n'est pas ouverte hors des sites de l'académie.",
      "acceptAddressReason",
      "R68",
    ),
  previewOfDraftsOnly: () =>
    rule("NO_PREVIEW", "Un lien d'aperçu montre un brouillon : ce scénario est public, ou retiré.", "R58"),
  previewDays: (most: number) => invalid("PREVIEW_DAYS", `Un lien d'aperçu s'ouvre de 1 à ${most} jours.`, "days"),
  adaptPublishedOnly: () => rule("NOT_PUBLISHED", "On adapte un scénario publié.", "R06"),
  adaptOwn: () =>
    rule("SAME_PROJECT", "Ce scénario est de ce projet : corrigez-le plutôt que de l'adapter.", "R06", "projectId"),
  licenceForbidsAdaptation: (licence: string | null) =>
    rule(
      "LICENCE_FORBIDS_ADAPTATION",
      licence
        ? `Sa licence (${licence}) ne permet pas de l'adapter : demandez l'accord de ses auteurs.`
        : "Il n'a pas de licence : demandez l'accord de ses auteurs pour l'adapter.",
      "R06",
    ),
  nothingToAnalyse: () =>
    rule("NOT_TRIED_IN_CLASS", "L'analyse porte sur des mises en œuvre : consignez-en d'abord une.", "R59"),
  notReviewed: () => rule("NOT_REVIEWED", "Un scénario est publié après avoir été relu et validé.", "R58"),
  notPublished: () => rule("NOT_PUBLISHED", "Ce scénario n'est pas publié.", "R10"),
  feedbackBeforePublication: () => rule("NOT_PUBLISHED", "Un retour d'expérience porte sur un scénario publié.", "R59"),
  indexingBeforePublication: () => rule("NOT_PUBLISHED", "Seul un scénario publié s'indexe dans ÉDU'base.", "R11"),

  classesInTheFuture: () => invalid("IN_THE_FUTURE", "La mise en œuvre n'a pas encore commencé.", "startedOn", "R03"),
  endsBeforeItStarts: () => invalid("ENDS_BEFORE_START", "La fin précède le début.", "endedOn", "R03"),
  pupilsNegative: () => invalid("PUPILS_NEGATIVE", "Le nombre d'élèves est positif.", "pupilCount", "R03"),
  indexingWithoutReference: () =>
    invalid("NO_EDUBASE_REFERENCE", "Donnez le numéro ou l'adresse de la fiche ÉDU'base.", "number", "R11"),
  edubaseNumber: () => invalid("EDUBASE_NUMBER", "Le numéro de la fiche est un entier positif.", "number", "R11"),
  edubaseUrl: () => invalid("EDUBASE_URL", "L'adresse de la fiche n'est pas une adresse du Web.", "url", "R11"),

  tooManySearches: (most: number) =>
    rule("TOO_MANY_SEARCHES", `On garde ${most} recherches au plus : supprimez-en une d'abord.`),
  searchNameTooLong: (most: number) =>
    invalid("NAME_TOO_LONG", `Le nom d'une recherche a ${most} caractères au plus.`, "name"),
  searchTooLong: (most: number) =>
    invalid("SEARCH_TOO_LONG", `Les mots cherchés et chaque filtre ont ${most} caractères au plus.`, "search"),
};
