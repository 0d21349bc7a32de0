import type { Announcement } from "../notice.ts";

type Words = Pick<Announcement, "kind" | "title" | "text" | "path" | "about"> &
  Partial<Pick<Announcement, "personIds" | "audiences" | "exceptIds" | "dueAt">>;

/** The occasion says what is told: the same event tells it once. */
export const told = (occasion: readonly (string | number)[], issuedAt: Date, words: Words): Announcement => ({
  occasion: occasion.join("/"),
  issuedAt,
  personIds: [],
  audiences: [],
  exceptIds: [],
  dueAt: null,
  ...words,
});
