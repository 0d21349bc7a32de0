import type { Db, Tx } from "../database.ts";
import type { Origin } from "../domain/adaptation.ts";
import type { ContributionRole, PublishedVersion, Scenario } from "../domain/scenario.ts";
import type { Prisma } from "../gen/prisma/client.ts";
import { pathOf, type Term, teachingDomainOf } from "../vocabularies.ts";

/** The names and terms that a record tells a scenario with. */
export interface Described {
  id: string;
  title: string;
  summary: string;
  generalisation: string;
  durationMinutes: number | null;
  licence: string | null;
  /** The page that Trame shows, and the scenario's place on an open site of the academy. */
  page: string;
  openAddress: string | null;
  version: number;
  publishedAt: Date | null;
  versionAt: Date | null;
  authors: { name: string; role: ContributionRole }[];
  academies: string[];
  disciplines: { label: string; domain: Term | null }[];
  /** From the widest level to the one that is meant. */
  levels: Term[][];
  competences: Term[];
  theme: { title: string; page: string } | null;
  campaign: string | null;
  /** What it was adapted from. */
  origin: { title: string; page: string } | null;
}

/** What a record needs of a row: neither the course nor what was tried in class. */
const NEEDED = {
  id: true,
  slug: true,
  state: true,
  title: true,
  summary: true,
  generalisation: true,
  durationMinutes: true,
  licence: true,
  openAddress: true,
  versionNumber: true,
  versions: true,
  publishedAt: true,
  authors: true,
  academyCodes: true,
  disciplineCodes: true,
  levels: true,
  competences: true,
  themeId: true,
  campaignId: true,
  origins: true,
} satisfies Prisma.ScenarioSelect;

export type NeededRow = Prisma.ScenarioGetPayload<{ select: typeof NEEDED }>;

export const rowsToDescribe = (db: Tx, where: Prisma.ScenarioWhereInput): Promise<NeededRow[]> =>
  db.scenario.findMany({ where, select: NEEDED });

/** The same four statements however many rows. */
export async function describe(db: Db, origin: string, rows: readonly NeededRow[]): Promise<Described[]> {
  const [themes, campaigns, academies, disciplines] = await Promise.all([
    db.theme.findMany({ where: { id: { in: distinct(rows.map(({ themeId }) => themeId)) } } }),
    db.campaign.findMany(),
    db.academy.findMany({ select: { code: true, label: true } }),
    db.discipline.findMany({ select: { code: true, label: true } }),
  ]);
  const titles = new Map(themes.map(({ id, title }) => [id, title]));
  const years = new Map(campaigns.map(({ id, label }) => [id, label]));
  const places = new Map(academies.map(({ code, label }) => [code, label]));
  const subjects = new Map(disciplines.map(({ code, label }) => [code, label]));
  return rows.map((row) => ({
    ...textOf(row, origin),
    academies: row.academyCodes.map((code) => places.get(code) ?? code),
    disciplines: row.disciplineCodes.map((code) => ({
      label: subjects.get(code) ?? code,
      domain: teachingDomainOf(code),
    })),
    theme: titles.has(row.themeId)
      ? { title: titles.get(row.themeId) ?? "", page: `${origin}/themes/${row.themeId}` }
      : null,
    campaign: years.get(row.campaignId) ?? null,
  }));
}

const distinct = (ids: readonly string[]): string[] => [...new Set(ids)];

function textOf(row: NeededRow, origin: string) {
  const versions = row.versions as unknown as (Omit<PublishedVersion, "publishedAt"> & { publishedAt: string })[];
  const last = versions.at(-1);
  const { id, title, summary, generalisation, durationMinutes, licence, publishedAt, versionNumber } = row;
  return {
    ...{ id, title, summary, generalisation, durationMinutes, licence, publishedAt },
    page: `${origin}/scenarios/${row.slug}`,
    openAddress: (row.openAddress as { url: string } | null)?.url ?? null,
    version: versionNumber,
    versionAt: last ? new Date(last.publishedAt) : publishedAt,
    authors: authorsOf(row.authors as unknown as Scenario["authors"]),
    origin: (row.origins as unknown as Origin[]).at(-1) ?? null,
    levels: row.levels.map(pathOf),
    competences: row.competences.flatMap((code) => pathOf(code).slice(-1)),
  };
}

/** Once each, with the first role; whoever was erased is told no more. */
function authorsOf(authors: Scenario["authors"]) {
  const named = new Map<string, { name: string; role: ContributionRole }>();
  for (const { personId, publishedName, role } of authors) {
    if (publishedName && !named.has(personId)) named.set(personId, { name: publishedName, role });
  }
  return [...named.values()];
}
