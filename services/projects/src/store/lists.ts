import { afterCursor, orderBy, type Page, type SortKey, toConnection } from "@trame/kit/connection";
import { containsWords } from "@trame/kit/fold";
import type { Db } from "../database.ts";
import { type Application as ApplicationRow, Prisma } from "../gen/prisma/client.ts";

import { toApplication } from "./applications.ts";
import { toCampaign } from "./campaigns.ts";
import { toProject } from "./projects.ts";
import { toTheme } from "./themes.ts";

const byTitle = (direction: "asc" | "desc"): SortKey[] => [
  { column: "titleKey", direction },
  { column: "id", direction },
];

const asDate = (text: string) => new Date(text);

/** Newest first, by the first day of the school year. */
const NEWEST: SortKey[] = [
  { column: "startsOn", direction: "desc" },
  { column: "id", direction: "desc" },
];

export async function listCampaigns(db: Db, page: Page) {
  const where = afterCursor(NEWEST, page.after);
  const rows = await db.campaign.findMany({ where, orderBy: orderBy(NEWEST), take: page.size + 1 });
  return toConnection(rows.map(toCampaign), page, {
    keys: ({ startsOn, id }) => [startsOn, id],
    totalCount: () => db.campaign.count(),
  });
}

export interface ThemeQuery {
  campaignId?: string | null;
  states?: readonly string[] | null;
  kind?: string | null;
  disciplineCode?: string | null;
  search?: string | null;
  order: "TITLE_ASC" | "TITLE_DESC";
}

export async function listThemes(db: Db, query: ThemeQuery, page: Page) {
  const order = byTitle(query.order === "TITLE_DESC" ? "desc" : "asc");
  const where: Prisma.ThemeWhereInput = {
    campaignId: query.campaignId ?? undefined,
    state: query.states ? { in: [...query.states] } : undefined,
    kind: query.kind ?? undefined,
    disciplineCodes: query.disciplineCode ? { has: query.disciplineCode } : undefined,
    AND: containsWords("searchText", query.search),
  };
  const rows = await db.theme.findMany({
    where: { AND: [where, afterCursor(order, page.after)] },
    orderBy: orderBy(order),
    take: page.size + 1,
  });
  const titleKeys = new Map(rows.map((row) => [row.id, row.titleKey]));
  return toConnection(rows.map(toTheme), page, {
    keys: ({ id }) => [titleKeys.get(id) ?? "", id],
    totalCount: () => db.theme.count({ where }),
  });
}

export interface ProjectQuery {
  campaignId?: string | null;
  themeId?: string | null;
  academyCodes?: readonly string[];
  disciplineCode?: string | null;
  states?: readonly string[] | null;
  search?: string | null;
  order: "TITLE_ASC" | "TITLE_DESC";
}

export async function listProjects(db: Db, query: ProjectQuery, page: Page) {
  const order = byTitle(query.order === "TITLE_DESC" ? "desc" : "asc");
  const where: Prisma.ProjectWhereInput = {
    campaignId: query.campaignId ?? undefined,
    themeId: query.themeId ?? undefined,
    academyCode: query.academyCodes ? { in: [...query.academyCodes] } : undefined,
    disciplineCodes: query.disciplineCode ? { has: query.disciplineCode } : undefined,
    state: query.states ? { in: [...query.states] } : undefined,
    AND: containsWords("searchText", query.search),
  };
  const rows = await db.project.findMany({
    where: { AND: [where, afterCursor(order, page.after)] },
    orderBy: orderBy(order),
    take: page.size + 1,
  });
  const titleKeys = new Map(rows.map((row) => [row.id, row.titleKey]));
  return toConnection(rows.map(toProject), page, {
    keys: ({ id }) => [titleKeys.get(id) ?? "", id],
    totalCount: () => db.project.count({ where }),
  });
}

export interface ApplicationQuery {
  campaignId?: string | null;
  themeId?: string | null;
  academyCodes?: readonly string[];
  states?: readonly string[] | null;
  search?: string | null;
  standings?: readonly string[] | null;
  pending?: boolean | null;
  order: "SUBMITTED_DESC" | "SUBMITTED_ASC" | "TITLE_ASC" | "MEAN_DESC";
  /** What the person may read. */
  readable: Prisma.ApplicationWhereInput;
}

/** A draft has no date of submission: it is placed by the date at which it was begun. */
const applicationOrders: Record<ApplicationQuery["order"], SortKey[]> = {
  SUBMITTED_DESC: [
    { column: "draftedAt", direction: "desc", parse: asDate },
    { column: "id", direction: "desc" },
  ],
  SUBMITTED_ASC: [
    { column: "draftedAt", direction: "asc", parse: asDate },
    { column: "id", direction: "asc" },
  ],
  TITLE_ASC: byTitle("asc"),
  // Without a review there is no mean: it sorts below every mark.
  MEAN_DESC: [
    { column: "rank", direction: "desc", parse: Number },
    { column: "id", direction: "desc" },
  ],
};

const sortText = {
  SUBMITTED_DESC: (row: ApplicationRow) => row.draftedAt.toISOString(),
  SUBMITTED_ASC: (row: ApplicationRow) => row.draftedAt.toISOString(),
  TITLE_ASC: (row: ApplicationRow) => row.titleKey,
  MEAN_DESC: (row: ApplicationRow) => String(row.rank),
} satisfies Record<ApplicationQuery["order"], unknown>;

export async function listApplications(db: Db, query: ApplicationQuery, page: Page) {
  const order = applicationOrders[query.order];
  const where: Prisma.ApplicationWhereInput = {
    campaignId: query.campaignId ?? undefined,
    themeId: query.themeId ?? undefined,
    academyCode: query.academyCodes ? { in: [...query.academyCodes] } : undefined,
    state: query.states ? { in: [...query.states] } : undefined,
    standing: query.standings ? { in: [...query.standings] } : undefined,
    pending: query.pending ? { not: Prisma.DbNull } : undefined,
    AND: [...containsWords("searchText", query.search), query.readable],
  };
  const rows = await db.application.findMany({
    where: { AND: [where, afterCursor(order, page.after)] },
    orderBy: orderBy(order),
    take: page.size + 1,
  });
  const keys = new Map(rows.map((row) => [row.id, sortText[query.order](row)]));
  return toConnection(rows.map(toApplication), page, {
    keys: ({ id }) => [keys.get(id) ?? "", id],
    totalCount: () => db.application.count({ where }),
  });
}
