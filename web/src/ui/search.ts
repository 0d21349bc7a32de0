/** « Évaluation » → « evaluation »: accents and case do not matter when one searches. */
export const plain = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase("fr");

interface Findable {
  label: string;
  hint?: string;
  /** Other words by which people look for it. */
  also?: string;
}

/** The options that hold every word that was typed, in their label, beside it or among their other names. */
export function matching<Option extends Findable>(options: readonly Option[], typed: string): Option[] {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  return options.filter(({ label, hint, also }) => {
    const text = plain([label, hint, also].filter(Boolean).join(" "));
    return words.every((word) => text.includes(word));
  });
}
