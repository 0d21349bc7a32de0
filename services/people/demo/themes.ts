/** Disciplines of the demonstration's themes, by number, as the demonstration of projects proposes them. */
export const themes2019: readonly (readonly string[])[] = [
  ["svt"],
  ["physique-chimie"],
  ["ses"],
  ["documentation"],
  ["histoire-geographie"],
  ["emi", "premier-degre"],
  ["mathematiques"],
  ["ses"],
  ["svt"],
  ["eps"],
  ["langues-vivantes"],
  ["economie-gestion"],
  ["economie-gestion", "sti"],
  ["histoire-geographie"],
  ["svt"],
  ["documentation", "arts-plastiques"],
];

export const themes2020: readonly (readonly string[])[] = [
  ["svt"],
  ["documentation"],
  ["mathematiques"],
  ...themes2019.filter((_, index) => [5, 6, 7, 8, 10, 11, 12, 13, 14, 15, 16].includes(index + 1)),
];

/** Two school years (R46). */
export const lastsTwoYears = (label: string, n: number): boolean =>
  label === "2019-2020" ? n === 2 || n === 9 : n === 3;

/** What the teachers of a discipline are called; a transversal teaching has teachers of several. */
export const DISCIPLINES: Record<string, string> = {
  svt: "sciences de la vie et de la Terre",
  "physique-chimie": "physique-chimie",
  ses: "sciences économiques et sociales",
  documentation: "documentation",
  "histoire-geographie": "histoire-géographie",
  lettres: "lettres modernes",
  mathematiques: "mathématiques",
  eps: "éducation physique et sportive",
  "langues-vivantes": "langues vivantes",
  "economie-gestion": "économie et gestion",
  sti: "sciences industrielles",
  "arts-plastiques": "arts plastiques",
  "premier-degre": "écoles",
};

export const teachersOf: Record<string, readonly string[]> = {
  emi: ["documentation", "histoire-geographie", "lettres"],
};
