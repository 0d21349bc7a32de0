import type { Db } from "../src/database.ts";

/** Thirty years of the programme once: three mandates for each person. */
export const ONCE = 40_000;

export interface Loaded {
  persons: number;
  themes: number;
  projects: number;
}

const YEARS = 30;
/** Of those that the service knows from its first start, the ones that last through these years. */
export const ACADEMIES = "01 02 03 04 06 07 08 09 10 11 12 13 14 15 16 17 18 19 20 22 23 24 25 27 28 31 32 33".split(
  " ",
);
/** As rare as names are: a given name for one in a hundred, a family name for one in some 1 600. */
const GIVEN = words(
  ["cl", "mar", "th", "jul", "no", "lou", "em", "al", "s", "vic"],
  ["aire", "ine", "omas", "ie", "emie", "ise", "ane", "ice", "arah", "tor"],
);
const SYLLABLES = ["bre", "cha", "dau", "fer", "gau", "hel", "jou", "ker", "lam", "mor"];
const FAMILIES = words(words(SYLLABLES, ["ti", "ma", "ro", "le"]), words(["ran", "vil", "des", "mon"], SYLLABLES));

function words(first: readonly string[], second: readonly string[]): string[] {
  return first.flatMap((start) => second.map((end) => start + end));
}

/** Written in bulk, past the write path: reading and composing are measured. Ids are made of numbers, to be named by queries. */
export async function load(db: Db, persons: number): Promise<Loaded> {
  const themes = (persons / ONCE) * 10 * YEARS;
  const projects = themes * 10;
  const run = (sql: string) => db.$executeRawUnsafe(sql);
  await run(`insert into person (id, version, "displayName", "givenName", "familyName", "nameKey", "searchText", position, "academyCode", email, "emailKey")
    select ${id(1, "n")}, 1, initcap(given || ' ' || family), initcap(given), initcap(family), family || ' ' || given, given || ' ' || family,
           'professeur·e', ${academyOf("n")}, 'p' || n || '@example.org', 'p' || n || '@example.org'
      from generate_series(1, ${persons}) as n,
           lateral (select (${sqlArray(GIVEN)})[1 + (n * 31) % ${GIVEN.length}] as given, (${sqlArray(FAMILIES)})[1 + n % ${FAMILIES.length}] as family) as named`);
  await run(`insert into theme (id, version, "campaignId", title, kind, "disciplineCodes")
    select ${id(3, "t")}, 1, 'c' || t % ${YEARS}, 'Thème ' || t, 'DISCIPLINARY', array['svt'] from generate_series(1, ${themes}) as t`);
  await run(`insert into project (id, version, "themeId", "academyCode", state)
    select ${id(4, "p")}, 1, ${id(3, "1 + (p - 1) / 10")}, ${academyOf("p")}, 'RUNNING' from generate_series(1, ${projects}) as p`);
  await run(`insert into mandate (id, version, "personId", role, "themeId", "academyCode", degree, track, "implementsInClass", "startsOn", "endsOn", state)
    select ${id(2, "n")}, 1, ${id(1, `1 + (n::bigint * 7919) % ${persons}`)}, role, ${id(3, "t")}, ${academyOf("p")},
           case role when 'TEACHER' then 'SECOND' end, case role when 'TEACHER' then 'GENERAL' end, role = 'TEACHER', y || '-09-01', y + 1 || '-08-31',
           case y when 2019 then 'STARTED' else 'ENDED' end
      from generate_series(1, ${persons * 3}) as n,
           lateral (select 1 + (n - 1) % ${projects} as p, (n - 1) / ${projects} as k) as place,
           lateral (select 1 + (p - 1) / 10 as t) as about,
           lateral (select 1990 + t % ${YEARS} as y, coalesce((array['REFERENT','PILOT','CARDIE'])[1 + k], 'TEACHER') as role) as held`);
  const team = Array.from({ length: 8 }, (_, k) => id(2, `p + ${k} * ${projects}`));
  await run(`insert into academic_group (id, version, "projectId", "themeId", "academyCode", "openedOn", seats, gaps, complete, agreements)
    select ${id(5, "p")}, 1, ${id(4, "p")}, ${id(3, "1 + (p - 1) / 10")}, ${academyOf("p")}, '2019-06-01', ${seats(`m.id in (${team.join()})`)}, '[]', true, '[]'
      from generate_series(1, ${projects}) as p`);
  await run(`insert into national_group (id, version, "themeId", "openedOn", seats, gaps, complete)
    select ${id(6, "t")}, 1, ${id(3, "t")}, '2019-06-01', ${seats(`m."themeId" = ${id(3, "t")} and m.role = 'REFERENT'`)}, '[]', true
      from generate_series(1, ${themes}) as t`);
  // As autovacuum leaves it: counting reads the index alone.
  await run("vacuum analyze");
  return { persons, themes, projects };
}

const academyOf = (n: string) => `(${sqlArray(ACADEMIES)})[1 + ${n} % ${ACADEMIES.length}]`;

const sqlArray = (all: readonly string[]) => `array[${all.map((one) => `'${one}'`).join()}]`;

const seats = (which: string) =>
  `(select coalesce(jsonb_agg(jsonb_build_object('personId', m."personId", 'role', m.role, 'mandateId', m.id, 'academyCode', m."academyCode")), '[]') from mandate m where ${which})`;

/** A UUID of a kind and a number. */
const id = (kind: number, n: string) => `('00000000-0000-7000-8000-' || ${kind} || lpad((${n})::text, 11, '0'))::uuid`;

export const uuid = (kind: number, n: number) => `00000000-0000-7000-8000-${kind}${String(n).padStart(11, "0")}`;
