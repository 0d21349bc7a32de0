import type { Db } from "../database.ts";

export interface Related {
  id: string;
  related: string[];
}

/**
 * The nearest published scenarios of each: among the latest of the same theme and of the same discipline and level, those
 * that share most (docs of facets: migration *_found).
 */
export const relatedTo = (db: Db, ids: readonly string[]): Promise<Related[]> =>
  db.$queryRaw<Related[]>`
    select me."scenarioId" as id, array_agg(near."scenarioId" order by near.shared desc, near."listedAt" desc) as related
      from scenario_search as me
     cross join lateral (
       select other."scenarioId", other."listedAt",
              (select count(*) from unnest(other.facets) as key where key = any(me.facets)) as shared
         from (
           (select * from scenario_search
             where facets && array(select key from unnest(me.facets) as key where key like 'theme:%')
             order by "listedAt" desc limit 100)
           union
           (select * from scenario_search
             where facets && array(select key from unnest(me.facets) as key where key like 'discipline:%')
               and facets && array(select key from unnest(me.facets) as key where key like 'niveau:%')
             order by "listedAt" desc limit 100)
         ) as other
        where other."scenarioId" <> me."scenarioId"
        order by shared desc, other."listedAt" desc limit 10
     ) as near
     where me."scenarioId" = any(${[...ids]}::text[])
     group by me."scenarioId"`;
