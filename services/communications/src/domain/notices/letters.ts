import type { Announcement } from "../notice.ts";
import { told } from "./told.ts";

/** To the authors of what the edition relays (R71). */
export const letterPublished = (
  edition: { id: string; title: string; number: number },
  series: { title: string; slug: string },
  authorIds: readonly string[],
  at: Date,
): Announcement =>
  told(["letter-published", edition.id], at, {
    kind: "LETTER_PUBLISHED",
    personIds: authorIds,
    title: `Votre travail est dans la lettre : ${series.title} n° ${edition.number}`,
    text: edition.title,
    path: `/lettres/${series.slug}/${edition.number}`,
    about: edition.id,
  });
