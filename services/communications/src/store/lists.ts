import { afterCursor, orderBy, type Page, type SortKey, toConnection } from "@trame/kit/connection";
import type { Db } from "../database.ts";
import type { Prisma } from "../gen/prisma/client.ts";
import { readEditions } from "./edition-rows.ts";
import { toPublication } from "./publications.ts";

const instant = (text: string) => {
  const at = new Date(text);
  return Number.isNaN(at.getTime()) ? new Date(0) : at;
};

const NEWEST_EDITION: SortKey[] = [
  { column: "sortedAt", direction: "desc", parse: instant },
  { column: "id", direction: "desc" },
];

const NEWEST_PUBLICATION: SortKey[] = [
  { column: "publishedAt", direction: "desc", parse: instant },
  { column: "id", direction: "desc" },
];

export interface EditionQuery {
  newsletterId?: string | null;
  kind?: string | null;
  states: readonly string[];
}

export async function listEditions(db: Db, { newsletterId, kind, states }: EditionQuery, page: Page) {
  const series = kind
    ? (await db.newsletter.findMany({ where: { kind }, select: { id: true } })).map(({ id }) => id)
    : [];
  const where: Prisma.EditionWhereInput = {
    state: { in: [...states] },
    AND: [newsletterId ? { newsletterId } : {}, kind ? { newsletterId: { in: series } } : {}],
  };
  const order = { orderBy: orderBy(NEWEST_EDITION), take: page.size + 1 };
  const editions = await readEditions(db, { AND: [where, afterCursor(NEWEST_EDITION, page.after)] }, order);
  return toConnection(editions, page, {
    keys: ({ id, publishedAt, openedAt }) => [(publishedAt ?? openedAt).toISOString(), id],
    totalCount: () => db.edition.count({ where }),
  });
}

export interface PublicationQuery {
  kind?: string | null;
  themeId?: string | null;
  academyCodes?: readonly string[];
  disciplineCode?: string | null;
  relayedBy?: string | null;
  notRelayedBy?: string | null;
  /** By no channel, or by one at least. */
  unrelayed?: boolean | null;
  states: readonly string[];
}

/** What was relayed, or not, by an account or site (R73, R74). */
async function relayed(
  db: Db,
  { relayedBy, notRelayedBy, unrelayed }: PublicationQuery,
): Promise<Prisma.PublicationWhereInput> {
  const by = async (channelId: string | { not: null }) =>
    (
      await db.relay.findMany({ where: { channelId }, select: { publicationId: true }, distinct: ["publicationId"] })
    ).map(({ publicationId }) => publicationId);
  const all: Prisma.PublicationWhereInput[] = [];
  if (relayedBy) all.push({ id: { in: await by(relayedBy) } });
  if (notRelayedBy) all.push({ id: { notIn: await by(notRelayedBy) } });
  if (unrelayed === true) all.push({ id: { notIn: await by({ not: null }) } });
  if (unrelayed === false) all.push({ id: { in: await by({ not: null }) } });
  return { AND: all };
}

export async function listPublications(db: Db, query: PublicationQuery, page: Page) {
  const where = { AND: [publicationsWhere(query), await relayed(db, query)] };
  const rows = await db.publication.findMany({
    where: { AND: [where, afterCursor(NEWEST_PUBLICATION, page.after)] },
    orderBy: orderBy(NEWEST_PUBLICATION),
    take: page.size + 1,
  });
  return toConnection(rows.map(toPublication), page, {
    keys: ({ id, publishedAt }) => [publishedAt.toISOString(), id],
    totalCount: () => db.publication.count({ where }),
  });
}

export const publicationsWhere = (query: PublicationQuery): Prisma.PublicationWhereInput => ({
  state: { in: [...query.states] },
  ...(query.kind ? { kind: query.kind } : {}),
  ...(query.themeId ? { themeId: query.themeId } : {}),
  ...(query.academyCodes ? { academyCodes: { hasSome: [...query.academyCodes] } } : {}),
  ...(query.disciplineCode ? { disciplineCodes: { has: query.disciplineCode } } : {}),
});
