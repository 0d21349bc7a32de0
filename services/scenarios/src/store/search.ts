import { Prisma } from "../gen/prisma/client.ts";

/** What a list of scenarios is restricted to. */
export interface ScenarioQuery {
  campaignId?: string | null;
  themeId?: string | null;
  projectId?: string | null;
  /** The academy with those it came from or went into. */
  academyCodes?: readonly string[];
  disciplineCode?: string | null;
  /** The level with the narrower ones. */
  levels?: readonly string[];
  competence?: string | null;
  progressivity?: string | null;
  licence?: string | null;
  /** Name of a digital service. */
  tool?: string | null;
  states?: readonly string[] | null;
  search?: string | null;
  /** What the person may read, or with `mine` what is of his or her groups. */
  within: Prisma.Sql;
}

/** What each restriction asks of a row's keys: one of these. */
export const facetKeys = (query: ScenarioQuery): string[][] =>
  [
    keysOf("campagne", query.campaignId),
    keysOf("theme", query.themeId),
    keysOf("discipline", query.disciplineCode),
    keysOf("competence", query.competence),
    keysOf("progressivite", query.progressivity),
    keysOf("licence", query.licence),
    keysOf("outil", query.tool),
    query.academyCodes?.map((code) => `academie:${code}`),
    query.levels?.map((uri) => `niveau:${uri}`),
  ].flatMap((keys) => (keys ? [keys] : []));

const keysOf = (facet: string, value: string | null | undefined): string[] | undefined =>
  value ? [`${facet}:${value}`] : undefined;

/** Every condition, over `scenario s`: for the lists of those who write. */
export function conditions(query: ScenarioQuery): Prisma.Sql {
  const states = query.states ?? ["PUBLISHED"];
  const parts = [
    query.within,
    Prisma.sql`s.state = any(${[...states]}::text[])`,
    ...equal(Prisma.sql`s."projectId"`, query.projectId),
    ...equal(Prisma.sql`s."campaignId"`, query.campaignId),
    ...equal(Prisma.sql`s."themeId"`, query.themeId),
    ...equal(Prisma.sql`s.progressivity`, query.progressivity),
    ...equal(Prisma.sql`s.licence`, query.licence),
    ...among(Prisma.sql`s."academyCodes"`, query.academyCodes),
    ...among(Prisma.sql`s."disciplineCodes"`, query.disciplineCode ? [query.disciplineCode] : undefined),
    ...among(Prisma.sql`s.levels`, query.levels),
    ...among(Prisma.sql`s.competences`, query.competence ? [query.competence] : undefined),
    ...(query.tool ? [Prisma.sql`search_facets(s) @> ${keysOf("outil", query.tool)}::text[]`] : []),
    ...(words(query.search) ? [Prisma.sql`${DOCUMENT} @@ ${asked(query.search)}`] : []),
  ];
  return Prisma.join(parts, " and ");
}

const equal = (column: Prisma.Sql, value: string | null | undefined) =>
  value ? [Prisma.sql`${column} = ${value}`] : [];

const among = (column: Prisma.Sql, values: readonly string[] | undefined) =>
  values ? [Prisma.sql`${column} && ${[...values]}::text[]`] : [];

/** Must be written as the index is, or the index is not used. */
const DOCUMENT = Prisma.sql`scenario_words(s.title, s.summary, s.course)`;

export const asked = (search: string | null | undefined) =>
  Prisma.sql`websearch_to_tsquery('french', french_words(${words(search)}))`;

/** Without the words of one letter: «à» is no stop word once it has lost its accent. */
export const words = (search: string | null | undefined): string =>
  (search ?? "")
    .split(/\s+/)
    .filter((word) => word.length > 1)
    .join(" ");

/** How well the title, then the summary, then the course answer; as a cursor can repeat it. */
export const relevance = (search: string | null | undefined): Prisma.Sql =>
  words(search) ? Prisma.sql`round(ts_rank(${DOCUMENT}, ${asked(search)})::numeric, 6)` : Prisma.sql`0::numeric`;
