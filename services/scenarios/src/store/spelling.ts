import type { Db } from "../database.ts";

/**
 * What was asked with each word that stands in no published scenario replaced by the nearest that does; null when there
 * is nothing to replace. Of very short words every other one is near: they stay as they are.
 */
export async function spelling(db: Db, search: string): Promise<string | null> {
  const asked = [...new Set(search.match(/\p{L}{4,40}/gu) ?? [])];
  if (asked.length === 0) return null;
  const rows = await db.$queryRaw<{ word: string; near: string }[]>`
    select asked.word, near.word as near
      from unnest(${asked}::text[]) as asked(word)
     cross join lateral (select lower(french_words(asked.word)) as plain) as folded
     cross join lateral (
       select found.word from search_word as found
        where (found.plain || '') % folded.plain
        order by similarity(found.plain, folded.plain) desc, found.word limit 1
     ) as near
     where cardinality(ts_lexize('french_stem', folded.plain)) = 1
       and not exists (select 1 from search_word as known
                        where known.stem = (ts_lexize('french_stem', folded.plain))[1])`;
  if (rows.length === 0) return null;
  const near = new Map(rows.map((row) => [row.word, row.near]));
  return search.replace(/\p{L}{4,40}/gu, (word) => near.get(word) ?? word);
}
