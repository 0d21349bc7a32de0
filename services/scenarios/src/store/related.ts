import type { Db } from "../database.ts";

export interface Related {
  id: string;
  related: string[];
}

/**
 * The nearest published scenarios of each: among the latest of the same theme and of the same discipline and level, those
 * that share most (what they share: migration *_found). The candidates are found by their keys first, then sorted: left to
 * choose, the planner goes through all scenarios by date until it has met enough of them, which may be never.
 */
export const relatedTo = (db: Db, ids: readonly string[]): Promise<Related[]> =>
  db.$queryRaw<Related[]>`
    select me."scenarioId" as id, array_agg(near."scenarioId" order by near.shared desc, near."listedAt" desc) as related
      from (select "scenarioId", facets,
                   array(select key from unnest(facets) as key where key like 'theme:%') as themes,
                   array(select key from unnest(facets) as key where key like 'discipline:%') as disciplines,
                   array(select key from unnest(facets) as key where key like 'niveau:%') as levels
              from scenario_search where "scenarioId" = any(${[...ids]}::text[]) offset 0) as me
     cross join lateral (
       with of_theme as materialized (
              select "scenarioId", "listedAt" from scenario_search where facets && me.themes),
            of_classes as materialized (
              select "scenarioId", "listedAt" from scenario_search
               where facets && me.disciplines and facets && me.levels),
            candidate as (
              (select * from of_theme order by "listedAt" desc limit 50)
              union
              (select * from of_classes order by "listedAt" desc limit 50))
       select candidate.*,
              (select count(*) from scenario_search as other, unnest(other.facets) as key
                where other."scenarioId" = candidate."scenarioId" and key = any(me.facets)) as shared
         from candidate
        where candidate."scenarioId" <> me."scenarioId"
        order by shared desc, candidate."listedAt" desc limit 10
     ) as near
     group by me."scenarioId"`;
