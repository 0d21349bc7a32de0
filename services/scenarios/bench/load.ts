import { stableId } from "@trame/kit/id";
import type { Db } from "../src/database.ts";

/** Published scenarios of the bench: thirty years of the programme would be 20 000. */
export const SCENARIOS = 200_000;
const CAMPAIGNS = 30;
const THEMES = 540;

/** In most texts. */
const COMMON = [
  "élève",
  "classe",
  "séance",
  "numérique",
  "travail",
  "groupe",
  "données",
  "carte",
  "évaluation",
  "projet",
];

/** In some: searches ask for these. Other words make the texts as long as real ones. */
const WORDS = [
  ...["capteur", "biodiversité", "programmation", "algorithme", "géométrie", "escape", "podcast", "débat", "poésie"],
  ...["volcan", "génétique", "statistique", "drone", "robot", "jardin", "climat", "musée", "théâtre", "orthographe"],
];

export const campaignId = (n: number) => stableId("bench-campaign", String(n));
export const themeId = (n: number) => stableId("bench-theme", String(n));

/** Written in bulk, past the write path and its triggers: what they keep is filled from the rows afterwards, by their own functions. */
export async function load(db: Db): Promise<void> {
  await nomenclatures(db);
  const run = (sql: string) => db.$executeRawUnsafe(sql);
  await run("alter table scenario disable trigger user");
  // Of the lists of those who write, which are not measured here; it would take most of the time of loading.
  await run("drop index scenario_words");
  await run("select setseed(0.5)");
  const [row] = await db.$queryRawUnsafe<{ themes: string[] }[]>(
    "select array_agg(id order by id) as themes from theme",
  );
  const themes = (row?.themes ?? []).map((id) => `'${id}'`).join(",");
  const [common, words] = [COMMON, WORDS].map((all) => all.map((word) => `'${word}'`).join(","));
  await run(`create function bench_text(seed int, length int) returns text language sql volatile as $f$
    select string_agg(case when r < 0.05 then (array[${common}])[1 + floor(r / 0.05 * ${COMMON.length})::int]
                           when r < 0.06 then (array[${words}])[1 + floor(power((r - 0.05) / 0.01, 2) * ${WORDS.length})::int]
                           else 'mot' || floor(power(r, 2) * 20000)::int end, ' ')
      from (select random() as r from generate_series(1, length + seed * 0)) as drawn $f$`);
  await run(`insert into scenario select s.* from (select jsonb_populate_record(null::scenario, '${JSON.stringify(EMPTY)}') as model) m,
    generate_series(1, ${SCENARIOS}) as n,
    lateral jsonb_populate_record(m.model, jsonb_build_object(
      'id', md5('bench' || n)::uuid, 'slug', 'scenario-' || n, 'title', initcap(bench_text(n, 6)), 'titleKey', 'mot ' || (n * 7919 % 100000),
      'summary', bench_text(n, 25), 'course', bench_text(n, 80), 'objectives', bench_text(n, 10),
      'themeId', (array[${themes}])[1 + n % ${THEMES}], 'campaignId', (array[${list(CAMPAIGNS, campaignId)}])[1 + n % ${CAMPAIGNS}],
      'academyCode', lpad((1 + n * 7 % 30)::text, 2, '0'), 'academyCodes', array[lpad((1 + n * 7 % 30)::text, 2, '0')],
      'disciplineCodes', array['d' || n % 24], 'levels', array['${LEVEL}' || lpad((4 + n * 3 % 20)::text, 3, '0')],
      'competences', array[(1 + n % 5) || '.' || (1 + n % 3), (1 + (n + 2) % 5) || '.' || (1 + (n + 1) % 3)],
      'progressivity', (array['SIMPLE_USE','GUIDED_USE','AUTONOMOUS_USE','ELABORATE_APPROACH'])[1 + n % 4], 'progressivityRank', 1 + n % 4,
      'licence', (array['CC BY-SA 4.0','CC BY-SA 4.0','CC BY 4.0','CC BY-NC-SA 4.0'])[1 + n % 4],
      'digitalServices', jsonb_build_array(jsonb_build_object('name', 'Outil ' || n % 60)),
      'publishedAt', now() - n * interval '1 hour', 'listedAt', now() - n * interval '1 hour', 'draftedAt', now() - n * interval '1 hour')) as s`);
  await run("alter table scenario enable trigger user");
  await kept(run);
}

async function nomenclatures(db: Db): Promise<void> {
  const named = (code: string, label: string) => ({ code, label, version: 1 });
  await db.academy.createMany({
    data: count(30).map((n) => ({ ...named(String(n + 1).padStart(2, "0"), `académie ${n}`), sites: [] })),
  });
  await db.discipline.createMany({ data: count(24).map((n) => named(`d${n}`, `Discipline ${n}`)) });
  await db.campaign.createMany({
    data: count(CAMPAIGNS).map((n) => {
      const label = `${1990 + n}-${1991 + n}`;
      return { id: campaignId(n), label, startsOn: "", endsOn: "", version: 1 };
    }),
  });
  const theme = { disciplineCodes: [], state: "CLOSED", startsOn: "", endsOn: "", version: 1 };
  await db.theme.createMany({
    data: count(THEMES).map((n) => ({
      ...theme,
      id: themeId(n),
      campaignId: campaignId(n % CAMPAIGNS),
      title: `Thème ${n}`,
    })),
  });
}

async function kept(run: (sql: string) => Promise<number>): Promise<void> {
  await run(`insert into scenario_search ("scenarioId", "listedAt", "titleKey", "progressivityRank", facets, words, part)
    select s.id, s."listedAt", s."titleKey", s."progressivityRank", search_facets(s), search_words(s), search_part(s.id) from scenario s`);
  await run(`insert into search_word select distinct on (f.stem) f.stem, f.word, f.plain
    from (select title, summary from scenario limit 20000) s, search_words_of(s.title || ' ' || s.summary) f order by f.stem`);
  await run(
    `insert into harvest_record select s.id, date_trunc('second', s."listedAt"), false, harvest_sets(s) from scenario s`,
  );
  await run("vacuum analyze");
}

const count = (n: number) => Array.from({ length: n }, (_, index) => index);
const list = (n: number, id: (index: number) => string) =>
  count(n)
    .map((index) => `'${id(index)}'`)
    .join(",");

export const LEVEL = "http://data.education.fr/voc/scolomfr/concept/scolomfr-voc-022-num-";

const EMPTY = {
  ...{ version: 3, state: "PUBLISHED", projectId: "bench", setting: "", tools: "", assessment: "", generalisation: "" },
  authorIds: ["p1"],
  authors: [{ personId: "p1", role: "DESIGN", publishedName: "Claire Le Goff" }],
  ...{ implementations: [], feedback: [], resources: [], reviews: [], durationMinutes: 110 },
  openAddress: { url: "https://ac.example/x", result: "OPEN", detail: "", checkedAt: "2020-01-01T00:00:00.000Z" },
  edubase: { state: "TO_INDEX" },
  edubaseState: "TO_INDEX",
  versionNumber: 1,
  versions: [{ number: 1, title: "t", publishedAt: "2020-01-01T00:00:00.000Z", byId: null }],
};
