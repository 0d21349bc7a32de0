import type { Db } from "../src/database.ts";

/** Thirty years of the programme once: 5 000 applications of thirty academies, three readings for every two. */
export const ONCE = 5_000;

/** Written in bulk, past the write path: only reading is measured. Ids are made of numbers, so that queries can name them. */
export async function load(db: Db, applications: number): Promise<void> {
  const campaigns = 30;
  const themes = Math.ceil(applications / campaigns / 10);
  const run = (sql: string) => db.$executeRawUnsafe(sql);
  await run(`insert into academy (code, label, version)
    select lpad(n::text, 2, '0'), 'académie ' || n, 1 from generate_series(1, 30) as n`);
  await run(`insert into campaign (id, version, label, "startsOn", "endsOn", "callOpensAt", "callClosesAt", "callOpened", "callClosed", target, phase)
    select ${id("'1'", "n")}, 1, (1990 + n) || '-' || (1991 + n), (1990 + n) || '-09-01', (1991 + n) || '-08-31',
           make_timestamptz(1990 + n, 3, 1, 8, 0, 0, 'Europe/Paris'), make_timestamptz(1990 + n, 6, 1, 8, 0, 0, 'Europe/Paris'),
           true, true, 100, 'DECISION' from generate_series(1, ${campaigns}) as n`);
  await run(`insert into theme (id, version, "campaignId", title, "titleKey", "searchText", questions, axes, kind, "disciplineCodes", "durationYears", "startsOn", "endsOn", state, milestones)
    select ${id("'2'", `c * 10000 + n`)}, 1, ${id("'1'", "c")}, 'Thème ' || n, 'theme ' || n, 'theme ' || n, '{}', '{}', 'DISCIPLINARY', array['svt'], 1,
           (1990 + c) || '-09-01', (1991 + c) || '-08-31', 'CLOSED', '[]' from generate_series(1, ${campaigns}) as c, generate_series(1, ${themes}) as n`);
  await run(`insert into application (id, version, "campaignId", "themeId", "academyCode", title, "titleKey", "searchText", problem, objectives, levels, tools, sharing,
      "durationYears", "meetingCommitment", members, state, standing, degrees, "draftedAt", "submittedAt", "reviewCount", "reviewMean", rank)
    select ${id("'3'", "n")}, 1, ${id("'1'", `1 + n % ${campaigns}`)}, ${id("'2'", `(1 + n % ${campaigns}) * 10000 + 1 + (n / ${campaigns}) % ${themes}`)},
           lpad((1 + (n * 7) % 30)::text, 2, '0'), 'Projet ' || n, 'projet ' || n,
           'projet ' || n || ' ' || (array['haies','capteurs','lecture','cartes','musique','robots'])[1 + n % 6] || ' en classe avec des mesures et des traces',
           'p', 'o', 'Seconde', '', '', 1, true, '[]', s.state, s.state, array[(array['FIRST','SECOND'])[1 + n % 2]],
           now() - n * interval '1 hour', now() - n * interval '1 hour', 2, (n % 200) / 10.0, (n % 200) / 10.0
      from generate_series(1, ${applications}) as n,
           lateral (select (array['UNDER_REVIEW','RETAINED','DECLINED','WAITLISTED','DRAFT'])[1 + n % 5] as state) as s`);
  await run(`insert into review (id, version, "campaignId", "themeId", "applicationId", "reviewerId", state, marks, comment, mark, "assignedAt")
    select ${id("'4'", "row_number() over ()")}, 1, a."campaignId", a."themeId", a.id, ${id("'5'", "r")}, 'SUBMITTED', '{}', 'c', 12, now()
      from application as a, generate_series(1, 40) as r where (hashtext(a.id::text || r) & 31) = 0`);
  await run("analyze");
}

/** A UUID of a kind and a number. */
const id = (kind: string, n: string) => `('00000000-0000-7000-8000-' || ${kind} || lpad((${n})::text, 11, '0'))::uuid`;

export const uuid = (kind: number, n: number) => `00000000-0000-7000-8000-${kind}${String(n).padStart(11, "0")}`;
