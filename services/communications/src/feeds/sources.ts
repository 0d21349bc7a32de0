import { family } from "@trame/kit/succession";
import type { Db } from "../database.ts";
import { announced, type Edition } from "../domain/edition.ts";
import type { Publication } from "../domain/publication.ts";
import { KINDS } from "../pages/words.ts";
import { absolute, addressOf } from "../store/addresses.ts";
import { readEditions } from "../store/edition-rows.ts";
import { type PublicationQuery, publicationsWhere } from "../store/lists.ts";
import { toPublication } from "../store/publications.ts";
import type { FeedEntry, FeedOf } from "./feed.ts";

/** Readers poll: what is older is found in the lists. */
const LENGTH = 50;

const START = new Date("2019-09-01T00:00:00Z");

/** Each feed by its address; null when what it is about does not exist. */
export type FeedSource = (db: Db, origin: string, key: string) => Promise<FeedOf | null>;

export const everything: FeedSource = (db, origin) =>
  publicationsFeed(db, origin, {}, { title: "Publications des TraAM", path: "publications", page: "/" });

export const ofTheme: FeedSource = async (db, origin, id) => {
  const theme = await db.theme.findUnique({ where: { id } });
  if (!theme) return null;
  const about = { title: `TraAM : ${theme.title}`, path: `themes/${id}`, page: `/themes/${id}` };
  return publicationsFeed(db, origin, { themeId: id }, about);
};

export const ofAcademy: FeedSource = async (db, origin, code) => {
  const academies = await db.academy.findMany();
  const academy = academies.find((row) => row.code === code);
  if (!academy) return null;
  const about = { title: `TraAM : ${academy.label}`, path: `academies/${code}`, page: `/academies/${code}` };
  return publicationsFeed(db, origin, { academyCodes: family(academies, code) }, about);
};

export const ofDiscipline: FeedSource = async (db, origin, code) => {
  const discipline = await db.discipline.findUnique({ where: { code } });
  if (!discipline) return null;
  const about = { title: `TraAM : ${discipline.label}`, path: `disciplines/${code}`, page: "/scenarios" };
  return publicationsFeed(db, origin, { disciplineCode: code }, about);
};

/** The editions of a series. */
export const ofSeries: FeedSource = async (db, origin, slug) => {
  const series = await db.newsletter.findUnique({ where: { slug } });
  if (!series) return null;
  const where = { newsletterId: series.id, state: "PUBLISHED" };
  const editions = await readEditions(db, where, { orderBy: { number: "desc" }, take: LENGTH });
  const titles = await publishedTitles(db, editions);
  const changed = await changesSince(db, editions);
  return {
    title: series.title,
    description: "Numéros publiés de la lettre Édu_Num.",
    address: `${origin}/feeds/lettres/${slug}`,
    page: `${origin}/lettres/${slug}`,
    entries: editions.map((edition) =>
      editionEntry(edition, addressOf(origin, slug, edition.number), titles, changed.get(edition.id)),
    ),
    emptyAt: START,
  };
};

async function publicationsFeed(
  db: Db,
  origin: string,
  query: Omit<PublicationQuery, "states">,
  { title, path, page }: { title: string; path: string; page: string },
): Promise<FeedOf> {
  const rows = await db.publication.findMany({
    where: publicationsWhere({ ...query, states: ["PUBLISHED"] }),
    orderBy: [{ publishedAt: "desc" }, { id: "desc" }],
    take: LENGTH,
  });
  return {
    title,
    description: "Scénarios, supports et modules publiés par les équipes des travaux académiques mutualisés.",
    address: `${origin}/feeds/${path}`,
    page: `${origin}${page}`,
    entries: rows.map((row) => publicationEntry(toPublication(row), origin)),
    emptyAt: START,
  };
}

const publicationEntry = (publication: Publication, origin: string): FeedEntry => ({
  id: publication.id,
  title: publication.title,
  url: absolute(origin, publication.address),
  paragraphs: [publication.summary, `${KINDS[publication.kind]}. ${publication.words.attribution}`].filter(Boolean),
  author: publication.words.attribution,
  tags: [...publication.words.disciplines.map(({ label }) => label), publication.words.theme?.title ?? ""].filter(
    Boolean,
  ),
  publishedAt: publication.publishedAt,
  updatedAt: publication.updatedAt,
});

const editionEntry = (
  edition: Edition,
  url: string,
  titles: ReadonlyMap<string, string>,
  changedAt: Date | undefined,
): FeedEntry => ({
  id: edition.id,
  title: `N° ${edition.number} : ${edition.title}`,
  url,
  paragraphs: [
    ...edition.editorial.split(/\n\s*\n/).filter(Boolean),
    ...edition.items.flatMap(({ publicationId, piece }) => titles.get(publicationId ?? "") ?? piece?.title ?? []),
  ],
  author: "",
  tags: [],
  publishedAt: edition.publishedAt ?? edition.openedAt,
  // What it announces was corrected or withdrawn since (H8): readers' programs fetch it anew.
  updatedAt: changedAt ?? edition.publishedAt ?? edition.openedAt,
});

async function changesSince(db: Db, editions: readonly Edition[]): Promise<Map<string, Date>> {
  const rows = await db.$queryRaw<{ editionId: string; at: Date }[]>`
    select item."editionId", max(publication."updatedAt") as at
      from edition_item item join publication on publication.id = item."publicationId"
      join edition on edition.id = item."editionId"
     where item."editionId" = any(${editions.map(({ id }) => id)})
       and publication."updatedAt" > edition."publishedAt" group by 1`;
  return new Map(rows.map(({ editionId, at }) => [editionId, at]));
}

async function publishedTitles(db: Db, editions: readonly Edition[]): Promise<Map<string, string>> {
  const ids = editions.flatMap(({ items }) => announced(items));
  const where = { id: { in: ids }, state: "PUBLISHED" };
  const rows = await db.publication.findMany({ where, select: { id: true, title: true } });
  return new Map(rows.map(({ id, title }) => [id, title]));
}
