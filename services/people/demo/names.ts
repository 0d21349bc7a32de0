import { pick, roll } from "@trame/kit/demo";

export interface Name {
  givenName: string;
  familyName: string;
  feminine: boolean;
}

const feminine =
  "Adèle Agathe Aïcha Alexandra Alice Amandine Amina Anaïs Anne-Laure Anne-Sophie Annick Audrey Aurélie Béatrice Bénédicte Camille Carole Caroline Catherine Cécile Céline Chantal Chloé Christelle Claire Claudine Clémence Corinne Danièle Delphine Édith Élise Élodie Emmanuelle Estelle Fabienne Fanny Fatima Florence Gaëlle Geneviève Hélène Inès Isabelle Jeanne Joëlle Judith Julie Karine Laëtitia Laure Leïla Lucie Lydie Magali Maëlys Manon Marianne Marie-Hélène Marion Martine Mathilde Mélanie Mireille Monique Myriam Nadège Nathalie Noémie Odile Pascale Pauline Perrine Sabrina Salomé Samira Sandrine Séverine Solange Sonia Stéphanie Sylvie Valérie Véronique Virginie Yasmine Zoé".split(
    " ",
  );
const masculine =
  "Adrien Alain Alexis Antoine Arnaud Arthur Aurélien Bastien Benoît Bruno Cédric Christophe Clément Cyril Damien David Denis Didier Émilien Emmanuel Éric Étienne Fabrice Félix Florent Franck François Frédéric Gabriel Gaël Gérald Gilles Grégory Guillaume Hakim Henri Hugo Ibrahim Jean-Luc Jean-Marc Jérémie Jérôme Joachim Julien Karim Kévin Laurent Léo Loïc Luc Ludovic Malik Marc Mathieu Maxime Mehdi Michaël Mickaël Nicolas Noël Olivier Pascal Patrice Paul-Henri Philippe Pierre Quentin Rachid Raphaël Rémi Renaud Robin Romain Samuel Sébastien Serge Stéphane Sylvain Thibaut Thierry Thomas Tristan Vincent Xavier Yann Yves".split(
    " ",
  );
const families =
  "Abadie Aguilar Albaret Allard Amiot Andrieu Arnoux Astruc Aubrac Auclair Audibert Azoulay Bachelet Baillargeon Barbotin Bardou Barrault Bascoul Baudoin Bazinet Beaufils Belkacem Bellanger Benchimol Berthelin Besnault Beuzelin Bidault Blanchonnet Boisselier Bondoux Bonnefond Bordenave Bouchardon Boudineau Bourdillon Boutonnet Brachet Bretonneau Brissaud Brugière Cailleteau Cambournac Capdeville Carpentras Casaubon Castelnau Cazenave Chabrolle Chalendar Chanteloup Charbonnel Chardonnet Chassagne Chauvineau Chevalleau Clairvaux Clavière Colombani Coquerel Cordonnier Corvisart Coustenoble Crespel Cuvelier Dabrowski Dagorne Dalmasso Daumesnil Debruyne Delahaie Delcourt Delorge Demazière Desbordes Descamps Desmarets Diallo Diop Dossantos Doucerain Dreyer Dubreucq Dufourmantelle Dumoulinet Durandeau Echeverria Escoffier Estrade Fabregas Faucheur Favreau Fernagut Ferracci Filleul Flamand Fontvieille Foucault-Rey Fouquereau Fradin Fressinet Gaillardin Galland Ganivet Garrigou Gaudriault Gazeau Gendron Germineau Giacomini Girodet Godefert Gombault Gonthier Gourdin Grandclaude Gravelin Grimonprez Guillemard Guimbaud Hachette Haddad Haffner Hamelin Hautecloque Helleboid Herbreteau Heurtebise Hoarau Houssaye Humbertin Imbault Iribarne Jacquemard Jallifier Jarnac Jaubert Jeandeau Joncheray Jouannet Kaczmarek Kauffmann Keller Kerbiriou Klinger Koffi Labrousse Lachaume Laffargue Lagardère Lalande Lamoureux Lanquetot Larrieu Lassalle Laudrain Lavergne Lebeaupin Lecourbe Ledoyen Lefrançois Legendart Lemarchais Lenoble Lepoittevin Lesaffre Levasseur Lhermitte Lombardi Loriot Loubière Mabillon Magnien Maillochon Malherbe Manceau Marchesseau Maréchaux Marsollier Martinelli Massenet Mauduit Mazerolles Mercoeur Meunier-Prat Miramont Moissac Monteil Montrésor Morineau Mounier Nadaud Narbonne Ndiaye Nivelle Nogaret Noiret Novelli Olivero Ollivault Orsini Ottavi Oudart Pacaud Palisson Parmentelot Pasquereau Payet Pellissier Perdriel Peyronnet Picardeau Pineau-Roy Plantevin Poirsonnet Pommier Portefaix Pouliquen Prigent Quatrefages Quentric Rabouille Raffarel Ramière Ravalec Rebillard Renaudot Ribeyrolles Richefeu Rigaudeau Rivoallan Robichon Rochebrune Romanet Rosselin Rougemont Roussillon Sabourin Saint-Aubin Salvat Sandoval Sarrazin Sauvageot Schneiderlin Sénéchal Serradel Sicard Soubeyrand Steinmetz Suchet Tabarly Taillefer Talbotier Tardieu Teissier Terracol Thévenard Tissandier Toussaint-Roy Tramoni Trévidic Turenne Ulmann Urbain Vachette Valadier Vannier Vasseline Verdureau Vernhet Vieillard Vignancour Villeret Voisinet Wagnerin Wattelet Weissberg Yvonnet Zaragoza Zimmerlin".split(
    " ",
  );

/** The n-th name: no two alike, and none of a real person that we know of. */
export function nameOf(n: number): Name {
  const isFeminine = roll(100, "gender", n) < 56;
  const givenNames = isFeminine ? feminine : masculine;
  const round = Math.floor(n / families.length);
  const start = roll(givenNames.length, "given", n % families.length);
  return {
    // Each round of family names moves on by a step of its own, so that a pair never comes again.
    givenName: givenNames[(start + round * 17) % givenNames.length] ?? "Camille",
    familyName: families[(n * 89) % families.length] ?? "Exemple",
    feminine: isFeminine,
  };
}

const places = [
  "des Tilleuls",
  "de la Fontaine-aux-Lys",
  "des Trois-Ponts",
  "du Vieux-Verger",
  "de la Tour-Blanche",
  "des Quatre-Chemins",
  "du Clos-Fleuri",
  "de la Pierre-Levée",
  "des Hauts-Jardins",
  "du Bois-l'Abbé",
  "de la Halle-aux-Grains",
  "des Grands-Champs",
  "du Moulin-Neuf",
  "de l'Étang-Vert",
  "des Remparts",
  "de la Butte-aux-Cailles",
];

export function establishmentOf(
  kind: "école" | "collège" | "lycée" | "lycée professionnel",
  town: string,
  seed: string,
) {
  return `${kind} ${pick(places, "place", seed)}, ${town}`;
}
