import { forbidden, invalid, rule } from "@trame/kit/refusal";

/** Every refusal of this service, once. */
export const refusals = {
  labelMissing: (field: string, what: string, requirement: string) =>
    invalid("OTHER_NEEDS_LABEL", `${what} « autre » se précise par un libellé.`, field, requirement),
  notAnAddress: (field: string) =>
    invalid("NOT_AN_ADDRESS", "L'adresse doit être complète et commencer par http:// ou https://.", field),
  notHttps: (field: string) => invalid("NOT_HTTPS", "L'adresse commence par https://.", field),
  credentialsInAddress: (field: string) =>
    invalid("CREDENTIALS_IN_ADDRESS", "L'adresse ne contient ni identifiant ni mot de passe.", field),
  privateAddress: (field: string) =>
    invalid("PRIVATE_ADDRESS", "L'adresse est d'un réseau privé ou réservé : rien n'y est envoyé.", field),
  noSource: () => invalid("NO_SOURCE", "La revue cite au moins une source.", "sources", "R53"),
  noReference: () => invalid("NO_REFERENCE", "La revue cite au moins une référence.", "references", "R54"),

  projectNeeded: () =>
    invalid("PROJECT_NEEDED", "Un support académique est celui d'un projet : indiquez lequel.", "projectId", "R13"),
  projectOfNational: () =>
    invalid("NATIONAL_HAS_NO_PROJECT", "Un support national n'est pas celui d'un seul projet.", "projectId", "R13"),
  projectOfOtherTheme: () => invalid("PROJECT_OF_OTHER_THEME", "Ce projet relève d'un autre thème.", "projectId"),
  durationNegative: (field: string) => invalid("DURATION_NEGATIVE", "Une durée est positive.", field, "R16"),

  notAnIngredient: () =>
    invalid(
      "NOT_OF_THE_THEME",
      "Un module se compose de scénarios et de supports publiés du thème.",
      "publicationIds",
      "R70",
    ),
  ingredientTwice: () => invalid("CONTENT_TWICE", "Un contenu figure deux fois.", "publicationIds", "R70"),
  tooManyKeywords: (most: number) => invalid("TOO_MANY_KEYWORDS", `Pas plus de ${most} mots-clés.`, "keywords", "R70"),
  notHeard: (field: string) =>
    invalid(
      "CAPTIONS_OR_TRANSCRIPT_NEEDED",
      "Une vidéo est sous-titrée ou accompagnée de sa transcription ; un enregistrement sonore a sa transcription.",
      field,
      "R14",
    ),

  notADraft: () => rule("NOT_A_DRAFT", "Ce numéro est publié : il ne se modifie plus.", "R71"),
  noTitle: () => rule("EDITION_WITHOUT_TITLE", "Le numéro a besoin d'un titre avant sa publication.", "R71", "title"),
  noItem: () => rule("EDITION_EMPTY", "Le numéro a besoin d'au moins un élément avant sa publication.", "R71"),
  channelNeedsDiscipline: () =>
    invalid("CHANNEL_NEEDS_DISCIPLINE", "Un compte disciplinaire est celui d'une discipline.", "disciplineCode", "R73"),
  channelTwice: () => invalid("CHANNEL_TWICE", "Ce compte est déjà dans la liste.", "handle"),
  noDay: () => invalid("NO_DAY", "La date est à renseigner.", "on"),
  noImage: () => invalid("NO_IMAGE", "L'image est à joindre.", "image"),
  notAnImage: () => invalid("NOT_AN_IMAGE", "L'image est au format PNG, JPEG, GIF ou WebP.", "image"),
  imageTooLarge: () => invalid("IMAGE_TOO_LARGE", "L'image pèse 300 Ko au plus : réduisez-la.", "image"),
  foreignItem: () => invalid("ITEM_OF_OTHER_EDITION", "Un des éléments n'est pas de ce numéro.", "itemIds"),
  itemTwice: () => invalid("ITEM_TWICE", "Un élément figure deux fois.", "itemIds"),

  tooLong: (field: string, most: number) => invalid("TOO_LONG", `Pas plus de ${most} caractères.`, field),
  contactNeeded: () =>
    invalid(
      "CONTACT_NEEDED",
      "Une demande sur des données personnelles reçoit une réponse : laissez une adresse où l'envoyer.",
      "contact",
    ),
  tooManyReports: () =>
    rule(
      "TOO_MANY_REPORTS",
      "Trop de signalements sont arrivés dans l'heure. Le vôtre n'est pas enregistré : réessayez plus tard.",
    ),
  alreadyAnswered: () => rule("ALREADY_ANSWERED", "Ce signalement a déjà reçu sa réponse."),
  reportsSignedOut: () => forbidden("FORBIDDEN", "Identifiez-vous pour lire vos signalements."),

  channelCannotPost: () =>
    rule(
      "CHANNEL_CANNOT_POST",
      "Ce canal n'est pas un compte Mastodon dont le jeton est configuré : le message se publie à la main.",
      "R73",
      "channelId",
    ),
  postedAlready: () =>
    rule(
      "POSTED_ALREADY",
      "Ce compte a déjà un message pour cette publication : corrigez-le plutôt.",
      "R73",
      "channelId",
    ),
  postTooLong: (most: number) =>
    invalid("POST_TOO_LONG", `Le message dépasse ${most} caractères (une adresse en compte 23).`, "text", "R73"),
  postInThePast: () => invalid("POST_IN_THE_PAST", "Le message se programme dans l'avenir.", "scheduledAt", "R73"),
  postOnItsWay: () => rule("POST_ON_ITS_WAY", "Ce message est en train de partir : attendez un instant.", "R73"),
  postGone: () => rule("POST_GONE", "Ce message n'est plus sur le compte.", "R73"),
  postNotFailed: () => rule("POST_NOT_FAILED", "Ce message n'a pas échoué : il n'y a rien à réessayer.", "R73"),
  postTextMissing: () => invalid("POST_TEXT_MISSING", "Le message corrigé est à écrire.", "text", "R73"),

  withdrawn: () => rule("PUBLICATION_WITHDRAWN", "Cette publication a été retirée : elle ne se relaie plus.", "R73"),

  synthesisSigned: () => rule("SYNTHESIS_SIGNED", "Cette synthèse est signée : elle ne se modifie plus.", "R91"),
  notItsExpert: () =>
    forbidden("NOT_ITS_EXPERT", "Seul·es les expert·es en fonction de ce thème signent sa synthèse (R91)."),
  signedAlready: () => rule("SIGNED_ALREADY", "Vous avez déjà signé cette synthèse.", "R91"),
  intermediateFirst: () =>
    rule(
      "INTERMEDIATE_FIRST",
      "Ce thème dure deux ans : sa synthèse intermédiaire est à signer avant la synthèse finale.",
      "R92",
    ),
  noGeneralisation: () =>
    rule(
      "NO_GENERALISATION",
      "Écrivez les modalités et conditions de généralisation avant de signer la synthèse finale.",
      "R04",
      "GENERALISATION",
    ),
  noPerspectives: () => rule("NO_PERSPECTIVES", "Écrivez les perspectives avant de signer.", "R91", "PERSPECTIVES"),
  forewordEmpty: () => invalid("FOREWORD_EMPTY", "L'avant-propos est à écrire.", "text", "R91"),
  notSigned: () => rule("SYNTHESIS_NOT_SIGNED", "La synthèse se diffuse une fois signée.", "R91"),
  distributedAlready: () => rule("SYNTHESIS_DISTRIBUTED", "Cette synthèse est déjà diffusée.", "R93"),
  recipientWithoutAddress: (name: string, requirement: string) =>
    rule("RECIPIENT_WITHOUT_ADDRESS", `L'adresse manque : ${name}.`, requirement),
  unknownInstitution: () => invalid("UNKNOWN_INSTITUTION", "Ce destinataire n'existe pas.", "code"),

  notAnEmail: () => invalid("NOT_AN_EMAIL", "L'adresse de courriel n'est pas complète.", "email"),
  consentMissing: () =>
    invalid("CONSENT_MISSING", "Cochez la case pour recevoir la lettre : sans accord, rien n'est envoyé.", "consent"),
  unknownFunction: () => invalid("UNKNOWN_FUNCTION", "Choisissez une fonction de la liste.", "function", "R75"),
  unknownFrequency: () => invalid("UNKNOWN_FREQUENCY", "Choisissez une fréquence de la liste.", "frequency"),
  unknownAcademy: () => invalid("UNKNOWN_ACADEMY", "Cette académie n'existe pas.", "academyCode"),
  unknownSeries: () => invalid("UNKNOWN_SERIES", "Une des lettres choisies n'existe pas.", "newsletterIds"),
  tooManySubscriptions: () =>
    rule("TOO_MANY_SUBSCRIPTIONS", "Trop de demandes sont arrivées dans l'heure. Réessayez plus tard."),
  directoryColumns: () =>
    invalid(
      "DIRECTORY_COLUMNS",
      "Le fichier commence par une ligne de titres : courriel;fonction;academie;lettres;frequence (les trois dernières sont facultatives).",
      "csv",
    ),
  directoryTooLarge: (most: number) => invalid("DIRECTORY_TOO_LARGE", `Pas plus de ${most} lignes à la fois.`, "csv"),
  notSubscribed: () => rule("NOT_SUBSCRIBED", "Cette personne ne reçoit pas ou plus la lettre."),
  editionUnpublished: () => rule("EDITION_UNPUBLISHED", "Le numéro s'envoie une fois publié.", "R71"),
  editionSent: () => rule("EDITION_SENT", "Ce numéro est déjà parti : une lettre ne s'envoie qu'une fois."),
  noAddressOfMine: () => rule("NO_ADDRESS", "Votre compte n'a pas d'adresse de courriel : l'essai ne peut pas partir."),
  scheduleInThePast: () => invalid("SCHEDULE_IN_THE_PAST", "La parution se programme dans l'avenir.", "publishAt"),
  notScheduled: () => rule("NOT_SCHEDULED", "Aucune parution n'est programmée pour ce numéro."),

  webhookIdle: () =>
    rule(
      "WEBHOOK_NOT_ACTIVE",
      "Ce programme n'est pas en service : remettez-le en service avant de lui envoyer quoi que ce soit.",
    ),
  deliveryPending: () => rule("DELIVERY_PENDING", "Cet envoi est déjà en attente."),
  deliveryEmptied: () =>
    rule("DELIVERY_EMPTIED", "Ce qu'annonçait cet envoi a été retiré depuis : il n'est plus envoyé."),

  mailDecided: () => rule("MAIL_NOT_IN_TROUBLE", "Ce courriel n'attend plus de décision : la liste a changé."),
  unknownKind: (field: string) => invalid("UNKNOWN_NOTICE_KIND", "Cette sorte de notification n'existe pas.", field),
  hourOutOfDay: () => invalid("HOUR_OUT_OF_DAY", "L'heure de la lettre quotidienne va de 0 à 23.", "digestHour"),
};
