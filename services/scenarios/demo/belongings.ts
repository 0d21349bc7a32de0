import type { DigitalService, Resource, UNSAID } from "../src/domain/rights-of-use.ts";

type NewResource = Omit<Resource, "id" | keyof typeof UNSAID>;
type NewService = Omit<DigitalService, "id">;

const own = (title: string): NewResource => ({
  title,
  author: "L'équipe",
  sourceUrl: null,
  basis: "OWN_WORK",
  licence: null,
  note: null,
});

/** What every team writes itself. */
export const OWN: readonly NewResource[] = [
  own("Fiche élève et fiche d'accompagnement"),
  own("Grille d'auto-évaluation"),
  own("Diaporama de lancement"),
  own("Modèle de compte rendu"),
  own("Carnet de bord numérique (modèle vide)"),
];

export const BORROWED: readonly NewResource[] = [
  {
    title: "Photographies de Wikimedia Commons",
    author: "Contributeurs crédités dans la fiche",
    sourceUrl: "https://commons.wikimedia.org/",
    basis: "LICENCE",
    licence: "CC BY-SA 4.0",
    note: null,
  },
  {
    title: "Documents numérisés de Gallica",
    author: "BnF",
    sourceUrl: "https://gallica.bnf.fr/",
    basis: "LINK",
    licence: null,
    note: "Documents du domaine public, donnés par lien.",
  },
  {
    title: "Fonds de carte et photographies aériennes du Géoportail",
    author: "IGN",
    sourceUrl: "https://www.geoportail.gouv.fr/",
    basis: "LINK",
    licence: null,
    note: null,
  },
  {
    title: "Jeu de données ouvertes",
    author: "data.gouv.fr",
    sourceUrl: "https://www.data.gouv.fr/",
    basis: "LICENCE",
    licence: "Licence Ouverte 2.0",
    note: null,
  },
  {
    title: "Article de Wikipédia cité et commenté",
    author: "Contributeurs de Wikipédia",
    sourceUrl: "https://fr.wikipedia.org/",
    basis: "QUOTATION",
    licence: null,
    note: "Quelques lignes, avec la source.",
  },
  {
    title: "Photographies d'archives municipales",
    author: "Archives municipales",
    sourceUrl: null,
    basis: "AUTHORISATION",
    licence: null,
    note: "Accord écrit du service des archives pour une publication pédagogique en ligne, décembre 2019.",
  },
  {
    title: "Sons libres pour le montage",
    author: "Contributeurs de Freesound",
    sourceUrl: "https://freesound.org/",
    basis: "LICENCE",
    licence: "CC0 1.0",
    note: null,
  },
  {
    title: "Programme d'enseignement (extrait)",
    author: "Ministère de l'éducation nationale",
    sourceUrl: "https://eduscol.education.fr/",
    basis: "QUOTATION",
    licence: null,
    note: null,
  },
];

/** What still keeps a draft from being published. */
export const TO_CLEAR: readonly NewResource[] = [
  {
    title: "Extrait d'un manuel scolaire",
    author: "Éditeur scolaire",
    sourceUrl: null,
    basis: "TEACHING_EXCEPTION",
    licence: null,
    note: "Utilisé en classe seulement.",
  },
  {
    title: "Photographie trouvée en ligne",
    author: null,
    sourceUrl: null,
    basis: "UNRESOLVED",
    licence: null,
    note: "Auteur à retrouver.",
  },
  {
    title: "Extrait d'un documentaire télévisé",
    author: "Chaîne publique",
    sourceUrl: null,
    basis: "TEACHING_EXCEPTION",
    licence: null,
    note: null,
  },
];

const service = (
  name: string,
  publisher: string,
  hosting: string,
  purpose: string,
  termsNote: string,
  more: Partial<NewService> = {},
): NewService => ({ name, publisher, hosting, purpose, termsNote, pupilAccounts: false, viaGar: false, ...more });

export const SERVICES: readonly NewService[] = [
  service(
    "Moodle de l'académie",
    "Académie",
    "Centre de données académique, France",
    "Dépôt des travaux et questionnaires",
    "Compte de l'espace numérique de travail ; données conservées une année scolaire.",
    { pupilAccounts: true, viaGar: true },
  ),
  service(
    "Padlet",
    "Padlet",
    "États-Unis",
    "Mur de mise en commun",
    "Sans compte élève, pseudonymes de groupe, mur fermé à la fin de la séquence ; aucune donnée personnelle déposée.",
  ),
  service(
    "Framapad",
    "Framasoft",
    "France",
    "Écriture à plusieurs",
    "Sans compte ; le document est effacé après deux mois sans usage.",
  ),
  service(
    "Geogebra",
    "Geogebra GmbH",
    "Autriche",
    "Figures dynamiques",
    "Application installée hors ligne ; aucun compte, aucune donnée transmise.",
  ),
  service(
    "PeerTube de l'académie",
    "Académie",
    "France",
    "Diffusion des vidéos de la classe",
    "Vidéos sans visage ni voix identifiable, ou avec autorisation écrite des familles.",
  ),
  service(
    "Genially",
    "Genially Web",
    "Espagne",
    "Support interactif préparé par l'enseignant",
    "Compte de l'enseignant seulement ; les élèves consultent sans compte.",
  ),
  service(
    "uMap",
    "OpenStreetMap France",
    "France",
    "Carte commune",
    "Carte anonyme à lien d'édition secret ; aucune donnée personnelle sur la carte.",
  ),
  service(
    "QGIS",
    "Communauté QGIS",
    "Installé sur les postes",
    "Système d'information géographique",
    "Logiciel libre installé ; aucune donnée transmise.",
  ),
  service(
    "Tropy",
    "Roy Rosenzweig Center",
    "Installé sur les postes",
    "Description de photographies",
    "Logiciel libre installé ; la position des prises de vue est effacée avant publication.",
  ),
  service(
    "Omeka de l'équipe",
    "Hébergement académique",
    "France",
    "Exposition virtuelle",
    "Comptes de l'équipe seulement ; les notices sont signées du prénom ou d'un pseudonyme.",
  ),
  service(
    "Audacity",
    "Communauté Audacity",
    "Installé sur les postes",
    "Enregistrement et montage",
    "Logiciel libre installé ; les voix sont conservées dans l'établissement.",
  ),
  service(
    "Python dans le navigateur (Basthon)",
    "Communauté éducative",
    "France",
    "Programmation sans installation",
    "Sans compte ; le code reste dans le navigateur.",
  ),
  service(
    "Scratch",
    "MIT Media Lab",
    "États-Unis",
    "Programmation par blocs",
    "Version hors ligne, sans compte élève.",
  ),
  service(
    "Nextcloud de l'académie",
    "Académie",
    "France",
    "Partage des mesures",
    "Liens limités dans le temps ; aucune donnée nominative.",
  ),
];
