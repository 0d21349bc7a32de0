import type { Db } from "../database.ts";

export type Axis = "THEME" | "ACADEMY" | "DISCIPLINE";

export interface FollowedQuery {
  themeId?: string | null;
  academyCodes?: readonly string[] | null;
  disciplineCode?: string | null;
}

/** What became of the work of a theme, an academy or a discipline (R65). */
export interface Followed {
  /** Its code or identifier. */
  id: string;
  label: string;
  produced: number;
  published: number;
  scenarios: number;
  indexed: number;
  relayed: number;
  inLetters: number;
  /** How many steps are still to be made: the greatest first. */
  gaps: number;
}

interface Counted extends Omit<Followed, "label" | "gaps"> {
  label: string | null;
}

/**
 * Produced (a scenario that exists, or anything published) → published → indexed (scenarios, R11) → relayed on an account
 * or site (R73) → read in a published letter (R71). One statement, whatever the number of rows.
 */
export async function followed(db: Db, by: Axis, { themeId, academyCodes, disciplineCode }: FollowedQuery) {
  const rows = await db.$queryRaw<Counted[]>`
    with work as (
      select coalesce(told."themeId", scenario."themeId") as theme,
             coalesce(told."academyCodes", scenario."academyCodes") as academies,
             coalesce(told."disciplineCodes", scenario."disciplineCodes") as disciplines,
             told.id is not null as published,
             told.id is not null and told.kind = 'SCENARIO' as scenario,
             coalesce(told.id is not null and scenario."edubaseState" = 'INDEXED', false) as indexed,
             exists (select from relay where relay."publicationId" = told.id and relay."channelId" is not null) as relayed,
             exists (select from relay where relay."publicationId" = told.id and relay."editionId" is not null) as letter
        from (select * from publication where state = 'PUBLISHED') told
        full outer join (select * from scenario where state <> 'WITHDRAWN') scenario on scenario.id = told."sourceId"
    ), wanted as (
      select * from work
       where (${themeId ?? null}::text is null or theme = ${themeId ?? null}::text)
         and (${academyCodes ? [...academyCodes] : null}::text[] is null
              or academies && ${academyCodes ? [...academyCodes] : null}::text[])
         and (${disciplineCode ?? null}::text is null or ${disciplineCode ?? null}::text = any(disciplines))
    ), keyed as (
      select key, wanted.* from wanted
        cross join lateral unnest(case ${by}::text when 'THEME' then array[theme]
                                          when 'ACADEMY' then academies else disciplines end) as key
       where key is not null and key <> ''
    )
    select key as id,
           case ${by}::text when 'THEME' then (select title from theme where theme.id = key)
                            when 'ACADEMY' then (select name from academy where code = key)
                            else (select discipline.label from discipline where code = key) end as label,
           count(*)::integer as produced,
           (count(*) filter (where published))::integer as published,
           (count(*) filter (where scenario))::integer as scenarios,
           (count(*) filter (where indexed))::integer as indexed,
           (count(*) filter (where relayed))::integer as relayed,
           (count(*) filter (where letter))::integer as "inLetters"
      from keyed group by key`;
  return rows
    .map((row): Followed => {
      const { produced, published, scenarios, indexed, relayed, inLetters } = row;
      const gaps = produced - published + (scenarios - indexed) + (published - relayed) + (published - inLetters);
      return { ...row, label: row.label || row.id, gaps };
    })
    .sort((a, b) => b.gaps - a.gaps || a.label.localeCompare(b.label, "fr"));
}
