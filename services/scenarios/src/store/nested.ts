import { countByKey } from "@trame/kit/batch";
import type { Page } from "@trame/kit/connection";
import DataLoader from "dataloader";
import type { Db } from "../database.ts";
import type { Scenario } from "../domain/scenario.ts";
import { Prisma } from "../gen/prisma/client.ts";
import { type ScenarioRow, toScenario } from "./scenarios.ts";

/** By what a list hangs on its parent. */
export type Parent = "theme" | "project" | "academy" | "person" | "discipline";

/** The parent's key in each scenario; an array gives one line for each of its values. */
const KEY: Record<Parent, Prisma.Sql> = {
  theme: Prisma.sql`array[s."themeId"]`,
  project: Prisma.sql`array[s."projectId"]`,
  academy: Prisma.sql`s."academyCodes"`,
  person: Prisma.sql`s."authorIds"`,
  discipline: Prisma.sql`s."disciplineCodes"`,
};

interface Asked {
  /** The parent's key; an academy asks for its whole family. */
  keys: readonly string[];
  page: Page;
}

type Numbered = ScenarioRow & { asked: number; place: bigint };

/** The first scenarios of each parent, newest first: one statement for all the parents of a level. */
export function nestedScenarios(db: Db, parent: Parent, readable: () => Promise<Prisma.Sql>) {
  return new DataLoader<Asked, Scenario[], string>(
    async (all) => {
      const rows = await db.$queryRaw<Numbered[]>`
        with asked as (
          select place::integer as asked, (row->>'size')::integer as size, (row->>'at')::timestamptz as at, row->>'id' as id,
                 array(select jsonb_array_elements_text(row->'keys')) as keys
            from jsonb_array_elements(${JSON.stringify(all.map(toJson))}::jsonb) with ordinality as rows(row, place)
        ), numbered as (
          select s.*, asked.asked, asked.size,
                 row_number() over (partition by asked.asked order by s."listedAt" desc, s.id desc) as place
            from asked join scenario s on ${KEY[parent]} && asked.keys
           where ${await readable()}
             and (asked.at is null or (s."listedAt", s.id) < (asked.at, asked.id))
        )
        select * from numbered where place <= size order by asked, place`;
      return all.map((_, index) => rows.filter(({ asked }) => asked === index + 1).map(toNested));
    },
    { cacheKeyFn: ({ keys, page }) => JSON.stringify([keys, page]) },
  );
}

const toJson = ({ keys, page }: Asked) => ({ keys, size: page.size + 1, at: page.after?.[0], id: page.after?.[1] });

function toNested(row: Numbered): Scenario {
  const { asked: _asked, place: _place, ...scenario } = row;
  return toScenario(scenario);
}

/** How many in all; the key is the parent's keys, joined. */
export const countNested = (db: Db, parent: Parent, readable: () => Promise<Prisma.Sql>) =>
  countByKey<string>(
    async (all) => db.$queryRaw<{ key: string; count: number }[]>`
      select asked.key, count(s.id)::integer as count
        from unnest(${[...all]}::text[]) as asked(key)
        join scenario s on ${KEY[parent]} && string_to_array(asked.key, ',')
       where ${await readable()}
       group by asked.key`,
  );
