/** Lower case, no accents, no ligatures: for searching and for sorting as a French reader expects. */
export const fold = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("œ", "oe")
    .replaceAll("æ", "ae")
    .replace(/[’']/g, " ")
    .replace(/\s+/g, " ")
    .trim();

/** Every word must be found: Prisma's `AND` of `contains` over a folded column. */
export const containsWords = (column: string, search: string | null | undefined): object[] =>
  fold(search ?? "")
    .split(" ")
    .filter(Boolean)
    .map((word) => ({ [column]: { contains: word } }));
