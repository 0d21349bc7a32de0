import type { Idea } from "../idea.ts";

export const sciences: Idea[] = [
  {
    discipline: "svt",
    title: "Des photographies aux données : {x}",
    subjects: [
      "inventorier les oiseaux du collège",
      "suivre les floraisons d'un talus",
      "cartographier les lichens de la ville",
      "recenser les invertébrés du sol",
      "lire un affleurement rocheux",
    ],
    levels: ["6e", "2de"],
    competences: ["1.2", "1.3", "5.2"],
    tools: ["Tropy", "QGIS", "tablettes"],
    summary:
      "Les élèves photographient sur le terrain pour {x}, puis découvrent que l'heure, la position et l'appareil inscrits dans chaque fichier sont des données scientifiques à part entière.",
    objectives:
      "Comprendre ce qu'est une métadonnée, choisir celles qui répondent à une question, et distinguer une observation de son interprétation.",
    sessions: [
      "Sortie d'une heure : chaque binôme prend six clichés, avec une règle pour l'échelle, et note ce que la photographie ne dira pas.",
      "Import dans Tropy ; les élèves complètent les champs, se mettent d'accord sur un vocabulaire commun et corrigent les positions aberrantes.",
      "Projection sur la carte de l'établissement : chaque groupe formule une hypothèse sur la répartition observée.",
      "Débat argumenté : quelles métadonnées manquaient pour trancher ? Rédaction d'un protocole amélioré.",
    ],
    assessment:
      "Une fiche d'observation complète par binôme, évaluée sur la cohérence entre la question posée et les métadonnées retenues.",
    outcomes: [
      "Le tri des positions aberrantes a provoqué plus de discussions scientifiques que l'exposé habituel ; trois élèves d'ordinaire discrets ont défendu leur hypothèse.",
      "Les élèves ont spontanément demandé à refaire les prises de vue mal renseignées : la notion de donnée fiable est acquise.",
    ],
    generalisation:
      "Demande une sortie proche et un appareil pour deux ; la géolocalisation doit être désactivée hors de l'activité, ce qui se prépare avec les familles.",
  },
  {
    discipline: "svt",
    title: "Un jumeau numérique de la cellule pour {x}",
    subjects: [
      "comprendre la mitose",
      "expliquer une maladie génétique",
      "suivre une enzyme au travail",
      "visualiser la réponse immunitaire",
    ],
    levels: ["3e", "1re", "Tle"],
    competences: ["3.4", "1.3"],
    tools: ["Scratch", "Anagène", "Python"],
    summary:
      "Plutôt que de commenter un schéma, les élèves programment une petite simulation pour {x} et confrontent ce qu'elle prévoit à des images de microscopie.",
    objectives:
      "Mettre à l'épreuve un modèle, en nommer les limites, réinvestir l'algorithmique dans une démarche scientifique.",
    sessions: [
      "Activité débranchée : jouer le mécanisme avec des cartes pour en dégager les règles.",
      "Programmation guidée : une règle par groupe, assemblée en fin de séance.",
      "Comparaison des sorties de la simulation avec six images réelles ; relevé des écarts.",
      "Amélioration du modèle et présentation orale de deux minutes.",
    ],
    assessment: "Oral de groupe : une prévision du modèle confirmée, une prévision démentie, et pourquoi.",
    outcomes: [
      "Le modèle faux d'un groupe a été le plus utile : la classe a trouvé d'elle-même la règle oubliée.",
      "Les élèves distinguent nettement mieux modèle et réalité dans le devoir qui a suivi.",
    ],
    generalisation:
      "Transférable avec un collègue de mathématiques ; prévoir une version à trous du programme pour les classes peu familières du codage.",
  },
  {
    discipline: "svt",
    title: "Enquête de terrain avec capteurs : {x}",
    subjects: [
      "l'îlot de chaleur de la cour",
      "le sommeil des lycéens",
      "la qualité de l'eau du ruisseau",
      "l'effort et la fréquence cardiaque",
    ],
    levels: ["5e", "4e", "2de"],
    competences: ["1.3", "2.3", "3.2"],
    tools: ["microcontrôleurs", "tableur", "PeerTube"],
    summary:
      "Une question née dans l'établissement, {x}, conduit les élèves à mesurer pendant deux semaines, à partager un tableau unique et à rendre compte en vidéo.",
    objectives: "Construire un protocole, mutualiser des mesures, discuter une variabilité.",
    sessions: [
      "Formulation de la question et choix des grandeurs à mesurer.",
      "Mise au point des capteurs et essai à blanc : repérer les mesures absurdes.",
      "Collecte répartie entre les groupes dans un tableau partagé.",
      "Traitement : moyenne, dispersion, graphique commenté.",
      "Capsule vidéo de quatre-vingt-dix secondes, relue par une autre classe.",
    ],
    assessment: "Grille commune à toute l'équipe : protocole, qualité du graphique, prudence de la conclusion.",
    outcomes: [
      "La classe a écarté d'elle-même un capteur défaillant en comparant les séries ; le mot « incertitude » est entré dans leur vocabulaire.",
      "Le conseil de vie collégienne s'est emparé des résultats, ce qui a donné du sens au travail.",
    ],
    generalisation:
      "Trois capteurs suffisent si les groupes tournent ; le protocole est diffusé pour que d'autres établissements ajoutent leurs mesures.",
  },
  {
    discipline: "physique-chimie",
    title: "Programmer pour mesurer : {x}",
    subjects: [
      "la vitesse du son dans la classe",
      "la caractéristique d'un dipôle",
      "la chute d'une bille",
      "la période d'un pendule",
      "l'évolution d'une température",
    ],
    levels: ["2de", "1re"],
    competences: ["1.3", "2.2", "3.4"],
    tools: ["Python", "Arduino", "tableur"],
    summary:
      "Un microcontrôleur et vingt lignes de Python permettent d'étudier {x} ; le code devient l'écriture du protocole.",
    objectives:
      "Lier une grandeur physique au signal d'un capteur, écrire une boucle d'acquisition, exploiter une régression.",
    sessions: [
      "S'approprier : prévoir à la main les premières valeurs et leur ordre de grandeur.",
      "Réaliser : câbler le capteur, compléter le programme à trous, sauver les mesures.",
      "Valider : tracer, modéliser, discuter l'écart au modèle.",
      "Communiquer : échanger son programme avec un autre groupe, qui doit reproduire la mesure.",
    ],
    assessment:
      "Le programme rendu est exécuté devant le groupe, qui justifie chaque ligne ; auto-positionnement sur les compétences de la démarche scientifique.",
    outcomes: [
      "L'échange des programmes a révélé l'intérêt des commentaires : les élèves les ont réécrits sans qu'on le leur demande.",
      "Les écarts entre groupes ont amené la notion d'incertitude-type plus tôt que prévu.",
    ],
    generalisation:
      "Le montage revient à moins de vingt euros ; une version par simulation existe pour les lycées sans matériel.",
  },
  {
    discipline: "physique-chimie",
    title: "Pointer, modéliser, raconter un mouvement : {x}",
    subjects: [
      "le lancer franc au basket",
      "la descente d'un parachute",
      "la trajectoire d'un satellite",
      "le rebond d'une balle",
    ],
    levels: ["3e", "2de", "Tle"],
    competences: ["1.3", "3.2", "3.4"],
    tools: ["Tracker", "Python", "Geogebra"],
    summary:
      "À partir d'une vidéo filmée par la classe, les élèves étudient {x} : pointage, vecteurs tracés par un programme, puis commentaire audio de l'animation obtenue.",
    objectives:
      "Représenter des vecteurs vitesse, relier leur variation aux forces, dire un raisonnement à voix haute.",
    sessions: [
      "Filmer droit : pourquoi l'échelle et le plan de la caméra comptent.",
      "Pointage et export des positions.",
      "Tracé des vecteurs avec un programme à compléter.",
      "Enregistrement d'un commentaire de deux minutes sur l'animation.",
    ],
    assessment: "Commentaire audio évalué par les pairs avec quatre critères annoncés dès la première séance.",
    outcomes: [
      "La confusion entre vitesse et force, fréquente les années passées, recule nettement dans les copies.",
      "Le commentaire audio a permis à des élèves en difficulté à l'écrit de montrer qu'ils avaient compris.",
    ],
    generalisation: "Une vidéo de secours est fournie ; l'activité se prête au travail à distance.",
  },
  {
    discipline: "physique-chimie",
    title: "Un titrage augmenté : {x}",
    subjects: [
      "doser le vinaigre du commerce",
      "contrôler une eau minérale",
      "suivre une cinétique lente",
      "vérifier un détartrant",
    ],
    levels: ["1re", "Tle", "BTS"],
    competences: ["1.2", "1.3"],
    tools: ["tableur", "Python", "Moodle"],
    summary:
      "Avant de prendre la burette pour {x}, les élèves simulent la courbe attendue et choisissent leurs prises d'essai ; la séance au laboratoire devient une vérification.",
    objectives: "Anticiper un résultat, choisir un protocole économe, quantifier une incertitude par simulation.",
    sessions: [
      "Classe inversée : capsule et questionnaire d'auto-correction.",
      "Simulation de la courbe et choix du protocole par groupe.",
      "Manipulation, acquisition, superposition avec la prévision.",
      "Compte rendu collaboratif et retour sur les écarts.",
    ],
    assessment: "Compte rendu à plusieurs mains dont l'historique montre la part de chacun.",
    outcomes: [
      "Deux groupes ont corrigé leur volume avant même de manipuler : consommation de solutions divisée par deux.",
      "L'historique du document partagé a rendu équitable la notation du groupe.",
    ],
    generalisation:
      "Convient à toute manipulation quantitative ; la partie simulation tient dans une feuille de calcul fournie.",
  },
  {
    discipline: "mathematiques",
    title: "Conjecturer, réfuter, prouver avec {x}",
    subjects: [
      "les quadrilatères de Varignon",
      "le théorème de Thalès",
      "les lieux de points",
      "les triangles isométriques",
      "les droites remarquables",
    ],
    levels: ["5e", "4e", "3e"],
    competences: ["3.4", "2.3"],
    tools: ["Geogebra", "mur collaboratif"],
    summary:
      "Sur une figure dynamique, chaque groupe formule des conjectures sur {x} et cherche les contre-exemples de celles des autres ; la preuve répond alors à un besoin.",
    objectives:
      "Distinguer vérifier et démontrer ; produire et critiquer un énoncé ; utiliser une figure dynamique avec discernement.",
    sessions: [
      "Exploration libre de la figure, chaque groupe dépose trois conjectures.",
      "Tournoi des contre-exemples : une conjecture tombe, une conjecture se précise.",
      "Construction collective de la preuve, à partir d'un puzzle d'énoncés.",
      "Rédaction individuelle et retour sur les conjectures abandonnées.",
    ],
    assessment: "Un écrit individuel : une conjecture fausse, son contre-exemple, une conjecture vraie, sa preuve.",
    outcomes: [
      "Les élèves réclament désormais la preuve : « ça marche toujours ? » est devenu un réflexe de classe.",
      "Le tournoi a mobilisé toute la classe ; la rédaction reste difficile pour un tiers des élèves.",
    ],
    generalisation: "La trame vaut pour toute figure ; prévoir une banque de conjectures pour les groupes en panne.",
  },
  {
    discipline: "mathematiques",
    title: "De Scratch à Python : {x}",
    subjects: [
      "simuler un jeu de hasard",
      "approcher le nombre pi",
      "coder et décoder un message",
      "modéliser une épidémie",
      "dessiner des fractales",
    ],
    levels: ["3e", "2de"],
    competences: ["3.4", "1.3"],
    tools: ["Scratch", "Python", "carnets Jupyter"],
    summary:
      "Une même question, {x}, est traitée par blocs au collège puis en Python au lycée ; les élèves des deux établissements échangent leurs programmes.",
    objectives:
      "Assurer la continuité entre collège et lycée, faire passer des blocs au texte, interpréter une fréquence.",
    sessions: [
      "Résolution débranchée et écriture de l'algorithme en français.",
      "Programme par blocs, test sur cent puis mille essais.",
      "Traduction guidée vers Python, ligne à ligne.",
      "Correspondance avec la classe partenaire : lire le programme d'un autre et l'améliorer.",
    ],
    assessment: "Défi de dix minutes : modifier le programme pour répondre à une variante.",
    outcomes: [
      "Les élèves de troisième sont arrivés en seconde avec des repères solides sur les boucles.",
      "La relecture croisée a fait progresser le soin des noms de variables.",
    ],
    generalisation:
      "Un binôme collège-lycée suffit ; toutes les étapes tiennent dans un navigateur, sans installation.",
  },
  {
    discipline: "mathematiques",
    title: "Statistiques citoyennes : {x}",
    subjects: [
      "lire les graphiques de la presse",
      "enquêter sur les trajets domicile-collège",
      "décrypter un sondage",
      "comparer des revenus médians",
    ],
    levels: ["4e", "2de", "1re pro"],
    competences: ["1.1", "1.3", "3.1"],
    tools: ["tableur", "data.gouv.fr", "Framapad"],
    summary:
      "Les élèves travaillent sur des données ouvertes pour {x} et produisent une page lisible par leurs parents.",
    objectives: "Choisir un indicateur, repérer un graphique trompeur, communiquer un résultat chiffré avec honnêteté.",
    sessions: [
      "Jeu des graphiques trompeurs : chercher l'erreur.",
      "Choix d'une question et d'un jeu de données ouvertes.",
      "Nettoyage et représentation, puis critique par un autre groupe.",
      "Publication d'une page et exposition au centre de documentation.",
    ],
    assessment: "Grille sur le choix de l'indicateur et la lisibilité, co-construite avec la classe.",
    outcomes: [
      "La séance sur les axes tronqués a marqué les élèves, qui apportent depuis des exemples.",
      "Le nettoyage des données a pris une séance de plus que prévu, mais a été le plus formateur.",
    ],
    generalisation:
      "Réalisable avec un seul poste par groupe ; les jeux de données retenus sont listés dans la ressource.",
  },
  {
    discipline: "technologie",
    title: "Prototyper un objet utile : {x}",
    subjects: [
      "une serre connectée",
      "un éclairage économe",
      "une alarme de salle",
      "un distributeur d'eau",
      "un abri à vélos",
    ],
    levels: ["5e", "4e", "3e"],
    competences: ["3.4", "5.1", "4.3"],
    tools: ["carte programmable", "imprimante 3D", "mBlock"],
    summary:
      "Du cahier des charges au prototype, les équipes conçoivent {x} pour un usager réel de l'établissement, qui vient le tester.",
    objectives:
      "Mener une démarche de projet, programmer un objet communicant, arbitrer entre coût, énergie et confort.",
    sessions: [
      "Rencontre avec l'usager et rédaction du besoin.",
      "Schéma des fonctions, répartition des rôles.",
      "Programmation et premiers essais sur table.",
      "Impression des pièces, assemblage, mesures de consommation.",
      "Essai par l'usager et bilan critique.",
    ],
    assessment: "Soutenance d'équipe devant l'usager, avec le carnet de bord numérique.",
    outcomes: [
      "La présence de l'usager a changé la nature des échanges : les élèves ont défendu leurs choix.",
      "Le prototype fonctionne encore ; deux améliorations ont été proposées par la classe suivante.",
    ],
    generalisation:
      "Le matériel est celui des laboratoires de technologie ; le carnet de bord fourni se décline pour tout projet.",
  },
  {
    discipline: "technologie",
    title: "Comprendre un réseau en le jouant : {x}",
    subjects: [
      "le routage des paquets",
      "l'adressage du collège",
      "le chiffrement d'un message",
      "le chemin d'une requête",
    ],
    levels: ["4e", "3e"],
    competences: ["4.1", "5.2"],
    tools: ["Filius", "activité débranchée", "Padlet"],
    summary: "La classe devient un réseau pour découvrir {x}, puis vérifie ses règles sur un simulateur.",
    objectives: "Décrire le rôle des constituants d'un réseau, repérer où passent les données personnelles.",
    sessions: [
      "Jeu de rôle : chaque élève est un routeur, avec sa table.",
      "Panne volontaire : que devient le message ?",
      "Simulation et capture des échanges.",
      "Affiche numérique : ce que le réseau sait de moi.",
    ],
    assessment: "Schéma légendé d'un échange complet, fait de mémoire.",
    outcomes: [
      "Après le jeu, le vocabulaire technique vient sans effort ; la panne volontaire est le moment clé.",
      "Les élèves ont fait le lien avec leurs propres usages dès l'affiche finale.",
    ],
    generalisation: "Ne demande que du papier et un simulateur libre.",
  },
  {
    discipline: "nsi",
    title: "Explorer des données réelles : {x}",
    subjects: [
      "les vélos en libre-service",
      "les prénoms depuis 1900",
      "les séismes de l'année",
      "les trains en retard",
    ],
    levels: ["2de", "1re", "Tle"],
    competences: ["1.2", "1.3", "3.4"],
    tools: ["Python", "SQLite", "carnets Jupyter"],
    summary:
      "Un jeu de données ouvertes sur {x} sert de fil rouge : fichiers tabulaires, requêtes, visualisation et question éthique.",
    objectives: "Manipuler des p-uplets nommés, écrire une requête, questionner la provenance d'un jeu de données.",
    sessions: [
      "Découverte du fichier et de ses pièges (encodage, valeurs manquantes).",
      "Chargement en Python, tri et filtrage.",
      "Passage à la base de données : pourquoi, comment.",
      "Visualisation et rédaction de trois constats prudents.",
      "Débat : que pourrait-on faire de ces données sans notre accord ?",
    ],
    assessment: "Carnet commenté remis par binôme, exécutable de bout en bout.",
    outcomes: [
      "Le débat final a été le plus suivi de l'année ; les élèves ont cherché la base légale par eux-mêmes.",
      "Le passage du fichier à la base, motivé par la lenteur, a été bien compris.",
    ],
    generalisation: "Les carnets sont publiés avec une version guidée ; aucun compte élève n'est nécessaire.",
  },
  {
    discipline: "nsi",
    title: "Petits projets libres pour apprendre à {x}",
    subjects: ["tester son code", "documenter un module", "travailler avec un dépôt", "relire le programme d'un autre"],
    levels: ["1re", "Tle"],
    competences: ["2.3", "3.4", "5.1"],
    tools: ["Git", "Python", "forge des communs numériques"],
    summary: "Chaque équipe contribue à un petit logiciel libre de la classe, ce qui oblige à {x} pour de vrai.",
    objectives: "Acquérir des pratiques de développement partagé, écrire pour être relu.",
    sessions: [
      "Lecture d'un projet existant et rédaction d'une première demande.",
      "Atelier de tests : décrire le comportement avant de le coder.",
      "Contribution, relecture croisée, corrections.",
      "Démonstration publique et rétrospective.",
    ],
    assessment: "Contribution acceptée, avec la trace de deux relectures.",
    outcomes: [
      "La relecture croisée a fait baisser le nombre d'erreurs et monter l'exigence.",
      "Une élève a proposé sa correction au projet d'origine, qui l'a acceptée.",
    ],
    generalisation: "Deux heures suffisent à mettre en place le dépôt ; un mode hors ligne est décrit.",
  },
  {
    discipline: "sti",
    title: "Modéliser pour décider : {x}",
    subjects: [
      "le dimensionnement d'une batterie",
      "la stabilité d'un drone",
      "l'isolation d'un bâtiment",
      "la cadence d'une ligne",
    ],
    levels: ["1re", "Tle", "BTS"],
    competences: ["1.3", "3.4", "5.1"],
    tools: ["Scilab", "Python", "maquette numérique"],
    summary:
      "Une entreprise locale soumet une question, {x} ; les élèves comparent trois modèles de finesse croissante avant de répondre.",
    objectives: "Choisir un modèle adapté à la décision, valider par la mesure, présenter à un professionnel.",
    sessions: [
      "Visite à distance et cahier des charges.",
      "Premier modèle à la main, ordre de grandeur.",
      "Simulation multiphysique et plan d'essais.",
      "Mesures sur la maquette et recalage.",
      "Revue de projet avec l'entreprise.",
    ],
    assessment: "Revue de projet de douze minutes par équipe, devant un professionnel.",
    outcomes: [
      "Le modèle le plus simple a suffi à décider : la leçon a surpris les élèves autant que l'entreprise.",
      "Le recalage a donné du sens aux écarts, vus jusque-là comme des fautes.",
    ],
    generalisation:
      "Les fichiers de simulation sont libres ; l'entreprise peut être remplacée par une étude de cas fournie.",
  },
  {
    discipline: "sti",
    title: "Le carnet d'atelier numérique pour {x}",
    subjects: ["suivre une maintenance", "préparer un usinage", "tracer un contrôle qualité", "capitaliser les pannes"],
    levels: ["2de pro", "1re pro", "Tle pro"],
    competences: ["2.2", "3.2", "4.3"],
    tools: ["tablettes", "Moodle", "PeerTube"],
    summary:
      "À l'atelier, photographies annotées et courtes vidéos remplacent la fiche papier pour {x} et nourrissent le dossier professionnel.",
    objectives: "Rendre compte d'une intervention, utiliser le vocabulaire du métier, respecter le droit à l'image.",
    sessions: [
      "Analyse d'un bon et d'un mauvais compte rendu.",
      "Intervention filmée par un pair, gestes et sécurité commentés.",
      "Montage court et dépôt dans le carnet.",
      "Entretien d'explicitation à partir du carnet.",
    ],
    assessment: "Entretien de dix minutes appuyé sur trois traces choisies par l'élève.",
    outcomes: [
      "Les élèves revoient leurs gestes et se corrigent ; le vocabulaire du métier s'est enrichi.",
      "Les tuteurs de stage consultent le carnet et en reprennent la trame.",
    ],
    generalisation: "Une charte de prise de vue est jointe ; aucun visage n'est nécessaire.",
  },
];
