/** What is known of digital practice in each discipline of the demonstration, in general words: no author, no title. */
export interface Field {
  name: string;
  /** Practices already tried. */
  practices: string[];
  /** Questions that research asks. */
  research: string[];
}

const FIELDS: Record<string, Field> = {
  svt: {
    name: "sciences de la vie et de la Terre",
    practices: [
      "la saisie d'observations de terrain dans des bases naturalistes ouvertes",
      "l'exploitation de systèmes d'information géographique en classe",
      "l'expérience assistée par ordinateur et les capteurs connectés",
    ],
    research: [
      "la place du modèle et de la simulation dans la construction d'un concept scientifique",
      "les sciences participatives comme entrée dans la démarche d'investigation",
    ],
  },
  "physique-chimie": {
    name: "physique-chimie",
    practices: [
      "les microcontrôleurs pour acquérir des mesures",
      "le langage Python pour traiter des séries de données",
      "la simulation numérique comme étape de la modélisation",
    ],
    research: [
      "le passage du phénomène au modèle et du modèle au programme",
      "les difficultés que rencontrent les élèves avec les incertitudes de mesure",
    ],
  },
  ses: {
    name: "sciences économiques et sociales",
    practices: [
      "les jeux sérieux pour entrer dans un raisonnement économique",
      "les questionnaires à correction immédiate",
      "l'exploitation de données publiques au tableur",
    ],
    research: [
      "l'effet du jeu sur la motivation et sur la mémorisation",
      "le rôle du retour fait à l'élève dans l'évaluation formative",
    ],
  },
  documentation: {
    name: "documentation",
    practices: [
      "les portails documentaires et leurs parcours de lecture",
      "la curation de contenus avec les élèves",
      "le réaménagement participatif du CDI",
    ],
    research: [
      "la culture informationnelle et sa progression",
      "les effets de l'aménagement des espaces sur le travail personnel",
    ],
  },
  "histoire-geographie": {
    name: "histoire-géographie",
    practices: [
      "l'écriture collaborative de récits historiques",
      "le croquis et la carte numériques",
      "la confrontation de sources en ligne",
    ],
    research: [
      "l'écriture comme outil pour apprendre en histoire et en géographie",
      "la manière dont les adolescents jugent la fiabilité d'une information",
    ],
  },
  emi: {
    name: "éducation aux médias et à l'information",
    practices: [
      "les webradios et journaux scolaires",
      "les ateliers de vérification d'images et de rumeurs",
      "la continuité entre école et collège autour de la presse",
    ],
    research: [
      "les ressorts de la circulation des rumeurs en ligne",
      "les pratiques informationnelles des enfants et des adolescents",
    ],
  },
  mathematiques: {
    name: "mathématiques",
    practices: [
      "les activités débranchées au cycle 3",
      "la programmation par blocs au cycle 4",
      "le passage à un langage textuel en seconde",
    ],
    research: ["l'apprentissage de la pensée algorithmique", "les erreurs persistantes des programmeurs débutants"],
  },
  eps: {
    name: "éducation physique et sportive",
    practices: [
      "le retour vidéo immédiat ou différé",
      "l'observation entre pairs sur tablette",
      "le carnet d'entraînement numérique",
    ],
    research: ["l'auto-observation et l'apprentissage moteur", "la coopération dans l'activité d'observation"],
  },
  "langues-vivantes": {
    name: "langues vivantes",
    practices: [
      "la baladodiffusion pour augmenter le temps de parole",
      "les échanges entre classes par visioconférence",
      "l'enregistrement et la reprise des productions orales",
    ],
    research: [
      "l'effet de l'entraînement individuel sur la compréhension de l'oral",
      "la médiation et l'interaction dans les échanges à distance",
    ],
  },
  "economie-gestion": {
    name: "économie et gestion",
    practices: [
      "la classe inversée en série technologique",
      "les progiciels de gestion en situation",
      "les capsules vidéo produites par les élèves",
    ],
    research: [
      "la différenciation auprès de publics hétérogènes",
      "la vidéo comme support d'apprentissage et de production",
    ],
  },
};

const GENERAL: Field = {
  name: "plusieurs disciplines",
  practices: [
    "le travail collaboratif en ligne",
    "les parcours différenciés sur plate-forme",
    "la production de ressources par les élèves",
  ],
  research: ["les conditions d'un usage du numérique qui profite aux apprentissages", "la coopération entre élèves"],
};

export const fieldOf = (disciplineCodes: readonly string[]): Field => FIELDS[disciplineCodes[0] ?? ""] ?? GENERAL;
