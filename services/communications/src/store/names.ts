import type { Tx } from "../database.ts";
import type { Source } from "../domain/publication.ts";
import type { Known } from "../domain/words.ts";

/**
 * A name that arrives while a publication is being written would miss it, and the publication would miss the name: each
 * would read the database without the other. Publications share this lock, names take it alone.
 */
const LOCK = "communications/names";

/** For who is about to publish: no name changes until the transaction ends. */
export async function namesStand(tx: Tx): Promise<void> {
  await tx.$queryRaw`select pg_advisory_xact_lock_shared(hashtextextended(${LOCK}, 0))::text as held`;
}

/** For who is about to record a name: whoever was publishing has committed. */
export async function namesChange(tx: Tx): Promise<void> {
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${LOCK}, 0))::text as held`;
}

export const NOTHING_KNOWN: Known = {
  persons: new Map(),
  academies: new Map(),
  themes: new Map(),
  disciplines: new Map(),
};

/** The names, titles and labels that these sources need. */
export async function knownFor(tx: Tx, sources: readonly Source[]): Promise<Known> {
  const all = <T>(of: (source: Source) => readonly T[]) => [...new Set(sources.flatMap(of))];
  const persons = await tx.person.findMany({ where: { id: { in: all(({ authorIds }) => authorIds) } } });
  const academies = await tx.academy.findMany({ where: { code: { in: all(({ academyCodes }) => academyCodes) } } });
  const codes = all(({ disciplineCodes }) => disciplineCodes);
  const themeIds = all(({ themeId }) => (themeId ? [themeId] : []));
  const themes = await tx.theme.findMany({ where: { id: { in: themeIds } } });
  const ofThemes = themes.flatMap(({ disciplineCodes }) => disciplineCodes);
  const disciplines = await tx.discipline.findMany({ where: { code: { in: [...codes, ...ofThemes] } } });
  return {
    persons: new Map(persons.map(({ id, displayName }) => [id, displayName])),
    academies: new Map(academies.map(({ code, name, label }) => [code, { name, label }])),
    themes: new Map(themes.map(({ id, title, disciplineCodes }) => [id, { title, disciplineCodes }])),
    disciplines: new Map(disciplines.map(({ code, label }) => [code, label])),
  };
}
