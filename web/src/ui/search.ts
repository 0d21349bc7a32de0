/** « Évaluation » → « evaluation »: accents and case do not matter when one searches. */
export const plain = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase("fr");

/** The options whose label holds every word that was typed. */
export function matching<Option extends { label: string }>(options: readonly Option[], typed: string): Option[] {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  return options.filter(({ label }) => words.every((word) => plain(label).includes(word)));
}
