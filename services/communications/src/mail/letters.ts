import type { Db } from "../database.ts";
import { announced } from "../domain/edition.ts";
import type { EditionView, Part } from "../pages/edition.ts";
import { readEditions } from "../store/edition-rows.ts";
import { toPublication } from "../store/publications.ts";
import { LETTER_TEST } from "../store/sendings.ts";
import type { Letters } from "./compose.ts";
import { addressed, type Letter, letterOf } from "./letter.ts";

/** How long a written letter serves: what is withdrawn meanwhile leaves the next ones. */
const KEPT_MS = 10_000;

/** Letters, each written once for many readers. */
export function createLetters(db: Db, origin: string): Letters {
  const written = new Map<string, { at: number; letter: Promise<Letter | null> }>();
  const read = (editionId: string, isTest: boolean): Promise<Letter | null> => {
    const key = `${editionId}/${isTest}`;
    const known = written.get(key);
    if (known && Date.now() - known.at < KEPT_MS) return known.letter;
    const letter = viewOf(db, origin, { id: editionId }).then((view) => view && letterOf(view, { isTest }));
    written.clear();
    written.set(key, { at: Date.now(), letter });
    return letter;
  };
  return async ({ editionId, kind, subscriberId }, links) => {
    const letter = editionId && (await read(editionId, kind === LETTER_TEST));
    return letter ? addressed(letter, links, reasonOf(kind, subscriberId !== null)) : null;
  };
}

function reasonOf(kind: string, isReader: boolean): string {
  if (kind === LETTER_TEST) return "Essai envoyé à vous seul·e.";
  return isReader
    ? "Vous recevez cette lettre parce que vous y êtes abonné·e."
    : "Vous recevez cette lettre parce que vous participez aux travaux de cette discipline ou de ce thème.";
}

/** An edition with what it shows, in the order of the page. */
export async function viewOf(
  db: Db,
  origin: string,
  where: { id: string } | { newsletterId: string; number: number; state: string },
): Promise<EditionView | null> {
  const [edition] = await readEditions(db, where);
  if (!edition) return null;
  const series = await db.newsletter.findUniqueOrThrow({ where: { id: edition.newsletterId } });
  const items = edition.items.filter(({ excluded }) => !excluded);
  const ids = announced(items);
  const found = new Map((await db.publication.findMany({ where: { id: { in: ids } } })).map((row) => [row.id, row]));
  const parts = items.flatMap(({ publicationId, piece }): Part[] => {
    if (piece) return [{ piece }];
    const row = found.get(publicationId ?? "");
    return row ? [{ publication: toPublication(row) }] : [];
  });
  return { series, edition, parts, origin };
}
