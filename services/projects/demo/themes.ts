/** A theme of the demonstration: its title is real (data/traam-themes.csv); another year's is borrowed. */
export interface DemoTheme {
  n: number;
  title: string;
  disciplines: string[];
  kind?: "INTERDISCIPLINARY" | "TRANSDISCIPLINARY";
  years?: number;
  borrowedFrom?: string;
  questions: string[];
  axes: string[];
}

export const themes2019: DemoTheme[] = [
  {
    n: 1,
    title: "Les métadonnées, des ressources pour construire des concepts en SVT",
    disciplines: ["svt"],
    questions: ["Comment les données qui décrivent d'autres données aident-elles les élèves à construire un concept ?"],
    axes: ["Bases de données naturalistes", "Cartographie et géolocalisation", "Esprit critique"],
  },
  {
    n: 2,
    title: "Le codage et l'algorithmique pour l'enseignement de la physique-chimie",
    disciplines: ["physique-chimie"],
    years: 2,
    questions: ["Que gagne l'élève à programmer pour mesurer, modéliser et simuler ?"],
    axes: ["Microcontrôleurs et capteurs", "Python pour traiter des mesures", "Modélisation"],
  },
  {
    n: 3,
    title:
      "Des « escape games » en ligne pour stimuler la curiosité des élèves et favoriser les apprentissages en classe de Seconde",
    disciplines: ["ses"],
    questions: ["Le jeu aide-t-il à entrer dans une discipline nouvelle ?"],
    axes: ["Scénarisation", "Coopération entre élèves", "Évaluation des acquis"],
  },
  {
    n: 4,
    title:
      "Le professeur documentaliste créateur de ressources, de parcours et d'espaces d'apprentissage info-documentaires au sein du CDI virtuel",
    disciplines: ["documentation"],
    borrowedFrom: "2018-2019",
    questions: ["Quels parcours proposer aux élèves hors des murs du CDI ?"],
    axes: ["Parcours en ligne", "Curation", "Portail documentaire"],
  },
  {
    n: 5,
    title: "S'informer dans le monde du numérique",
    disciplines: ["histoire-geographie"],
    borrowedFrom: "2016-2018",
    questions: ["Comment apprendre aux élèves à vérifier et à croiser leurs sources ?"],
    axes: ["Recherche d'information", "Critique des images", "Débat argumenté"],
  },
  {
    n: 6,
    title: "Liaison école-collège (cycle 3) ; infopollution (hoax, rumeurs et désinformation)",
    disciplines: ["emi", "premier-degre"],
    kind: "TRANSDISCIPLINARY",
    borrowedFrom: "2015-2016",
    questions: ["Comment former dès l'école des lecteurs avertis ?"],
    axes: ["Fabrique de la rumeur", "Médias scolaires", "Continuité entre école et collège"],
  },
  {
    n: 7,
    title: "Continuité des apprentissages en algorithmique et programmation",
    disciplines: ["mathematiques"],
    borrowedFrom: "2017-2018",
    questions: ["Du bloc à la ligne de code : quelles étapes, du cycle 3 au lycée ?"],
    axes: ["Activités débranchées", "Scratch", "Python"],
  },
  {
    n: 8,
    title: "Le numérique au service de l'évaluation des apprentissages des élèves",
    disciplines: ["ses"],
    borrowedFrom: "2018-2019",
    questions: ["Quels retours donner à l'élève, et quand ?"],
    axes: ["Évaluation formative", "Auto-évaluation", "Portfolio"],
  },
  {
    n: 9,
    title: "Les outils pour une différenciation pédagogique efficace",
    disciplines: ["svt"],
    borrowedFrom: "2017-2018",
    years: 2,
    questions: ["Comment le numérique aide-t-il à varier les parcours sans disperser la classe ?"],
    axes: ["Parcours différenciés", "Aides à la carte", "Travail en îlots"],
  },
  {
    n: 10,
    title: "Usages de la vidéo et autres images dans la séance EPS",
    disciplines: ["eps"],
    borrowedFrom: "2008-2009",
    questions: ["Que voit l'élève de sa propre prestation, et qu'en fait-il ?"],
    axes: ["Retour vidéo immédiat", "Observation entre pairs", "Droit à l'image"],
  },
  {
    n: 11,
    title: "Baladodiffusion, usage du TNI/TBI, échanges par visioconférence",
    disciplines: ["langues-vivantes"],
    borrowedFrom: "2008-2009",
    questions: ["Comment augmenter le temps de parole de chaque élève ?"],
    axes: ["Enregistrements d'élèves", "Échanges à distance", "Médiation"],
  },
  {
    n: 12,
    title: "Les outils numériques au service de la différenciation pédagogique",
    disciplines: ["economie-gestion"],
    borrowedFrom: "2015-2016",
    questions: ["Comment accompagner des publics variés en voie technologique et professionnelle ?"],
    axes: ["Classe inversée", "Progiciels", "Suivi individuel"],
  },
  {
    n: 13,
    title: "Intégration et usages innovants de la vidéo",
    disciplines: ["economie-gestion", "sti"],
    kind: "INTERDISCIPLINARY",
    borrowedFrom: "2015-2016",
    questions: ["De la capsule du professeur à la vidéo de l'élève : quels apprentissages ?"],
    axes: ["Capsules", "Vidéos interactives", "Productions d'élèves"],
  },
  {
    n: 14,
    title: "Dire et écrire en histoire et en géographie au collège, au Lycée et au Lycée Professionnel",
    disciplines: ["histoire-geographie"],
    borrowedFrom: "2012-2014",
    questions: ["Comment l'écriture numérique soutient-elle l'argumentation ?"],
    axes: ["Écriture collaborative", "Récit sonore", "Croquis numériques"],
  },
  {
    n: 15,
    title: "Algorithmique et codage en SVT",
    disciplines: ["svt"],
    borrowedFrom: "2017-2018",
    questions: ["Coder aide-t-il à comprendre un modèle du vivant ?"],
    axes: ["Modèles multi-agents", "Capteurs", "Traitement de données"],
  },
  {
    n: 16,
    title: "Repenser les espaces de travail existants du CDI pour répondre aux besoins des usagers",
    disciplines: ["documentation", "arts-plastiques"],
    kind: "INTERDISCIPLINARY",
    borrowedFrom: "2017-2018",
    questions: ["Quels espaces pour quelles activités, physiques et en ligne ?"],
    axes: ["Enquête auprès des usagers", "Prototypage", "Espaces modulables"],
  },
];

export const themes2020: DemoTheme[] = [
  {
    n: 1,
    title: "Numérique et développement durable : outils numériques et compréhension des dynamiques écosystémiques",
    disciplines: ["svt"],
    questions: ["Comment les outils numériques aident-ils à comprendre la dynamique d'un écosystème ?"],
    axes: ["Sciences participatives", "Modélisation", "Données de terrain"],
  },
  {
    n: 2,
    title:
      "Continuum de formation et compétences informationnelles : quelle place le professeur documentaliste occupe-t-il dans le processus d'acquisition de la culture informationnelle ?",
    disciplines: ["documentation"],
    questions: ["Quelles progressions, du collège au baccalauréat ?"],
    axes: ["Progressions", "Co-enseignement", "Évaluation des compétences"],
  },
  {
    n: 3,
    title: "L'intelligence artificielle",
    disciplines: ["mathematiques"],
    borrowedFrom: "2021-2022",
    years: 2,
    questions: ["Que montrer des algorithmes d'apprentissage à des élèves de lycée ?"],
    axes: ["Données d'apprentissage", "Classification", "Enjeux citoyens"],
  },
  ...themes2019
    .filter(({ n }) => [5, 6, 7, 8, 10, 11, 12, 13, 14, 15, 16].includes(n))
    .map((theme, index) => ({ ...theme, n: index + 4, borrowedFrom: theme.borrowedFrom ?? "2019-2020" })),
];
