import type { Db } from "../database.ts";

/** What has been diffused of a theme (R65). */
export interface Diffusion {
  themeId: string;
  published: number;
  relayedInLetters: number;
  relayedByChannels: number;
  withdrawn: number;
  nationalMaterials: number;
  academicMaterials: number;
  trainingModules: number;
}

/** One statement for all the themes; a theme without anything has zeros. */
export const readDiffusion = (db: Db, themeIds: readonly string[]): Promise<Diffusion[]> =>
  db.$queryRaw<Diffusion[]>`
    with told as (
      select publication."themeId", publication.state,
             exists (select from relay where relay."publicationId" = publication.id
                       and relay."editionId" is not null) as in_letter,
             exists (select from relay where relay."publicationId" = publication.id
                       and relay."channelId" is not null) as by_channel
        from publication where publication."themeId" = any(${[...themeIds]})
    ), counted as (
      select "themeId",
             count(*) filter (where state = 'PUBLISHED')::integer as published,
             count(*) filter (where state = 'PUBLISHED' and in_letter)::integer as letters,
             count(*) filter (where state = 'PUBLISHED' and by_channel)::integer as channels,
             count(*) filter (where state = 'WITHDRAWN')::integer as withdrawn
        from told group by 1
    )
    select theme.id as "themeId",
           coalesce(counted.published, 0) as published,
           coalesce(counted.letters, 0) as "relayedInLetters",
           coalesce(counted.channels, 0) as "relayedByChannels",
           coalesce(counted.withdrawn, 0) as withdrawn,
           (select count(*)::integer from material
             where material."themeId" = theme.id and level = 'NATIONAL') as "nationalMaterials",
           (select count(*)::integer from material
             where material."themeId" = theme.id and level = 'ACADEMIC') as "academicMaterials",
           (select count(*)::integer from training_module where training_module."themeId" = theme.id) as "trainingModules"
      from unnest(${[...themeIds]}::text[]) as theme(id)
      left join counted on counted."themeId" = theme.id`;
